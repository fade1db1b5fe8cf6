import type { KeyLogEntries } from '@lateral/contracts';
import type { KeyFactStore, LedgerProofs } from '../ports/index.js';

/** Facts in one answer; whoever wants more asks again from where it ended. */
export const MOST_FACTS = 1_000;

/** What is in the key log, for whoever makes its tree again. The head is asked for first: facts placed after it are no harm, missing ones would be. */
export class ReadKeyLog {
  constructor(private readonly deps: { facts: KeyFactStore; keyLog: LedgerProofs }) {}

  async carryOut(from: number): Promise<KeyLogEntries> {
    const { checkpoint } = await this.deps.keyLog.checkpoint();
    return { from, facts: await this.deps.facts.from(from, MOST_FACTS), checkpoint };
  }
}
