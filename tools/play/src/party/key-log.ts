import { ROUTES, type KeyFact, type KeyLogEntries } from '@lateral/contracts';
import { checkKeyLog, isOverdue, judgeLogged, type HeldKeyLog, type KeyLogRefusal, type LogMark, type ShownKeyLog, type TrustedPartnership, type VerifiedRoster } from '@lateral/envelope/keys';
import { nodeEd25519 } from '@lateral/platform';
import { noteVerifierOf, SIGNATURE_TYPES } from '@lateral/tlog';
import { HubRefused, type HubSession } from './hub-session.js';
import { NotYet, PATIENCE, patiently, type Patience } from './patience.js';

/** The key log is not the one that was seen before, or holds other rosters of an agency than were shown: nothing said in its name is believed. */
export class KeyLogContradicts extends Error {
  constructor(readonly code: KeyLogRefusal, readonly agency: string) {
    super(`the key log contradicts what was shown of ${agency}: ${code}`);
  }
}

/** What the log is held against. */
export interface Shown { partnership: TrustedPartnership; agency: string; rosters: readonly VerifiedRoster[] }

/**
 * The key log as one client knows it: the whole of it, made again from its leaves at sign-in and held against its own agency's rosters. That
 * it cannot be asked is the hub's word, and is taken for as long as the client runs.
 */
export class KnownKeyLog {
  private held: HeldKeyLog | null = null;
  /** The log's size when it was first asked, before any roster was: what came later may be of rosters that came later too. */
  private since = 0;

  /** `head`: the last one that a client of this agency saw, where one did. */
  constructor(private readonly session: Pick<HubSession, 'ask'>, public head: LogMark | null, private readonly patience: Patience = PATIENCE) {}

  /** Asks for the log, then by `own` for the own agency's rosters, and holds it against them. Throws KeyLogContradicts. */
  async check(own: () => Promise<Shown>): Promise<void> {
    const shown = await this.shown();
    const known = await own();
    this.since = shown?.facts.length ?? 0;
    if (shown !== null) this.look(shown, known);
  }

  /** Whether an agency's newest roster is still not in the log a day after it was signed; asks again, for a bounded time, before it says so. */
  async isLate(known: Shown, now: Date): Promise<boolean> {
    if (!(await this.isMissing(known, now))) return false;
    return patiently(async () => {
      const shown = await this.shown();
      if (shown !== null) this.look(shown, known);
      if (await this.isMissing(known, now)) throw new NotYet('the key log lacks a roster');
      return false;
    }, this.patience).catch((cause: unknown) => {
      if (cause instanceof NotYet) return true;
      throw cause;
    });
  }

  /** Throws KeyLogContradicts where the log holds other rosters of an agency than were shown, or newer ones that were kept back. */
  judge(agency: string, rosters: readonly VerifiedRoster[]): void {
    const judged = judgeLogged(this.held?.rosters.get(agency) ?? [], rosters, this.since);
    if (!judged.ok) throw new KeyLogContradicts(judged.code, agency);
  }

  private look(shown: ShownKeyLog, { partnership, agency, rosters }: Shown): void {
    const checked = checkKeyLog(shown, { log: noteVerifierOf(partnership.document.keyLog, SIGNATURE_TYPES.ed25519, nodeEd25519), seen: this.head, since: this.since, agency, versions: rosters });
    if (!checked.ok) throw new KeyLogContradicts(checked.code, agency);
    ({ held: this.held, head: this.head } = checked);
  }

  private async isMissing({ partnership, agency, rosters }: Shown, now: Date): Promise<boolean> {
    if (this.held === null) return false;
    const judged = judgeLogged(this.held.rosters.get(agency) ?? [], rosters, this.since);
    return judged.ok && isOverdue(agency, judged.missing, { partnership, shown: rosters }, now);
  }

  /** Every fact of the log and a head of it; null where the hub says that it cannot be asked, which is not waited for. */
  private shown(): Promise<ShownKeyLog | null> {
    return patiently(() => this.everyPage().catch((cause: unknown) => {
      if (cause instanceof HubRefused && cause.problem.code === 'ledger-outage') return null;
      throw cause;
    }), this.patience);
  }

  private async everyPage(): Promise<ShownKeyLog> {
    const facts: KeyFact[] = [];
    for (;;) {
      const page = await this.session.ask<KeyLogEntries>(`${ROUTES.keyLogEntries}?from=${facts.length}`);
      facts.push(...page.facts);
      if (page.facts.length === 0) return { facts, checkpoint: page.checkpoint };
    }
  }
}
