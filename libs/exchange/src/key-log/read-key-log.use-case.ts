import { keyFactLeaf, type KeyFact, type KeyLogEntries } from '@lateral/contracts';
import type { KeyFactStore, LedgerProofs } from '../ports/index.js';

/** Facts in one answer; whoever wants more asks again from where it ended. */
export const MOST_FACTS = 1_000;

/** What is in the key log, for whoever makes its tree again. The head is asked for first: facts placed after it are no harm, missing ones would be. */
export class ReadKeyLog {
  constructor(private readonly deps: { facts: KeyFactStore; keyLog: LedgerProofs }) {}

  async carryOut(from: number): Promise<KeyLogEntries> {
    const { size, checkpoint } = await this.deps.keyLog.checkpoint();
    const facts = await this.deps.facts.from(from, MOST_FACTS);
    const isShort = facts.length < MOST_FACTS && from + facts.length < size;
    return { from, facts: isShort ? await this.withUnnoted(from, size) : facts, checkpoint };
  }

  /**
   * The log has facts whose place a courier has not noted yet, or did not live to note: readers would take a log that lacks them for another.
   * They stand in it in the order of their publication. Those that wait are read first, so that none is noted between the two and in neither.
   */
  private async withUnnoted(from: number, size: number): Promise<KeyFact[]> {
    const waiting = await this.deps.facts.unplaced(MOST_FACTS);
    const noted = await this.deps.facts.from(from, MOST_FACTS);
    const known = new Set(noted.map(keyFactLeaf));
    const unnoted = waiting.map(({ fact }) => fact).filter((fact) => !known.has(keyFactLeaf(fact)));
    return [...noted, ...unnoted.slice(0, Math.max(0, size - from - noted.length))].slice(0, MOST_FACTS);
  }
}
