import { KEY_LOG_DELAY_MS, checkKeyLog, isAwayTooLong, signedByBothAt, withKeyLogAway, withLogHead } from '@lateral/envelope/keys';
import type { TrustedDirectory } from './directory.js';
import type { Given, KeyLogState, Told } from './protocol.js';

/**
 * Holds the key log against the own agency's rosters. The newest may be on its way for a day after both custodians have signed it. That the
 * log cannot be asked is the hub's word, and is taken for some days only: the device counts them from the first time, until there is an answer.
 */
export async function holdAgainstLog({ shown, marks }: Given<'check-key-log'>, { own, ownVersions, partnership }: TrustedDirectory, now: Date): Promise<Told<'check-key-log'>> {
  if (shown === null) {
    const away = withKeyLogAway(marks, now);
    return { ok: true, marks: away, state: isAwayTooLong(away.keyLogAway!, now) ? 'silent' : 'away' };
  }
  const verifierKey = partnership.document.keyLog;
  const origin = verifierKey.split('+', 1)[0] ?? '';
  const seen = marks.logs.find((log) => log.origin === origin) ?? null;
  const checked = checkKeyLog(shown, { verifierKey, seen, agency: own.id, versions: ownVersions });
  if (!checked.ok) return checked;
  // The whole tree was made again, so that it grew from the head that was seen is known already.
  const marked = await withLogHead(withKeyLogAway(marks, null), checked.head, () => true);
  return marked.ok ? { ok: true, marks: marked.marks, state: await stateOf(checked.missing, { own, ownVersions, partnership }, now) } : marked;
}

async function stateOf(missing: readonly number[], { own, ownVersions, partnership }: Pick<TrustedDirectory, 'own' | 'ownVersions' | 'partnership'>, now: Date): Promise<KeyLogState> {
  const vouched = new Date(partnership.document.issued);
  for (const version of missing) {
    const at = ownVersions.findIndex((each) => each.version === version);
    const { signed, digest } = ownVersions[at]!;
    const before = own.rosterFrom?.digest === digest ? null : ownVersions[at - 1]?.roster ?? null;
    const since = await signedByBothAt(signed, { digest, before, vouched });
    if (now.getTime() > since.getTime() + KEY_LOG_DELAY_MS) return 'overdue';
  }
  return missing.length === 0 ? 'exact' : 'waiting';
}
