import { composeRecord } from '../compose-record.js';
import { conflict } from '../settle.js';
import { done, refuse, type Outcome } from '../outcome.js';
import type { Clock, CheckStore, ErasureStore, ObjectKeys, Randomness } from '../ports/index.js';

export interface EraseCheckDeps {
  clock: Clock;
  randomness: Randomness;
  checks: CheckStore;
  erasures: ErasureStore;
  keys: ObjectKeys;
}

/**
 * Makes everything that was sealed in an ended check unreadable, in the hub's database and in every backup of it: the keys of its
 * messages and attachments are destroyed. Coded reasons, records and proofs stay, for they say that something was shared and why.
 * The record comes first: a check that was erased without a word would look like a loss. It does not say how many there were, which
 * would tell each agency asked how many others were.
 */
export class EraseCheck {
  constructor(private readonly deps: EraseCheckDeps) {}

  /** How many objects there were. Repeating it erases what a first attempt left, and records that too. */
  async carryOut(reference: string): Promise<Outcome<{ objects: number }>> {
    const { checks, clock, erasures, keys, randomness } = this.deps;
    const check = await checks.checkFacts(reference, null);
    if (check === null) return refuse('not-found');
    if (check.state !== 'closed' && check.state !== 'withdrawn') return conflict('wrong-state', check);
    const objects = await erasures.objectsOf(check.id);
    const parties = [...new Set([check.asking, ...check.requests.map(({ asked }) => asked)])];
    await erasures.record(composeRecord('check.erased.v1', { check: check.id }, { at: await clock.now(), randomness, parties }));
    await keys.destroy(objects);
    return done({ objects: objects.length });
  }
}
