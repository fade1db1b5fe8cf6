import { custodiansWhoSigned, secondSignature } from './custodians.js';
import type { TrustedRoster } from './roster-members.js';
import type { VerifiedRoster } from './verified-roster.js';
import type { TrustedPartnership } from './verify-directory.js';

/**
 * How long a roster that two custodians have signed may be on its way into the key log. Courier needs seconds; a day outlasts a log that
 * is mended the next morning. After it, a list that is shown and not logged is a list that others are perhaps not shown.
 */
const KEY_LOG_DELAY_MS = 24 * 3_600_000;

/** Whole days for which a client takes a hub's word that the key log cannot be asked: as long as a long weekend. */
export const KEY_LOG_AWAY_DAYS = 3;

/** Whether the day since which the log was never there (`YYYY-MM-DD`, UTC) is too long ago to be believed any longer. */
export function isAwayTooLong(since: string, now: Date): boolean {
  return !(now.getTime() < Date.parse(since) + (KEY_LOG_AWAY_DAYS + 1) * 86_400_000);
}

/**
 * Whether an agency's rosters that the key log lacks (`missing`: versions among `shown`) should be in it by now: a day after both custodians
 * signed, or after the root vouched for the roster.
 */
export async function isOverdue(agency: string, missing: readonly number[], { partnership, shown }: { partnership: TrustedPartnership; shown: readonly VerifiedRoster[] }, now: Date): Promise<boolean> {
  const vouched = new Date(partnership.document.issued);
  for (const version of missing) {
    const at = shown.findIndex((each) => each.version === version);
    const roster = shown[at]!;
    const before = partnership.agencies.get(agency)?.rosterFrom?.digest === roster.digest ? null : shown[at - 1]?.roster ?? null;
    const since = await signedByBothAt(roster, { before, vouched });
    // One that is dated ahead would be on its way for ever.
    if (Math.abs(now.getTime() - since.getTime()) > KEY_LOG_DELAY_MS) return true;
  }
  return false;
}

/**
 * When a roster that was verified had both its custodians' signatures. `before` is the roster before it, null for one that stands by the
 * root's word or as version 1: `vouched` is then the time of that word, if it came later.
 */
export async function signedByBothAt({ signed, digest }: Pick<VerifiedRoster, 'signed' | 'digest'>, { before, vouched }: { before: TrustedRoster | null; vouched: Date }): Promise<Date> {
  const second = before === null ? null : secondSignature(await custodiansWhoSigned(signed, digest, before));
  return second ?? new Date(Math.max(Date.parse(signed.document.issued), vouched.getTime()));
}
