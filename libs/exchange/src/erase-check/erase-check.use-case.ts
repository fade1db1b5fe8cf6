import { conflict } from '../settle.js';
import { done, refuse, type Result } from '../result.js';
import type { CheckStore } from '../ports/index.js';
import { eraseObjects, type EraseObjectsDeps } from './erase-objects.js';

export interface EraseCheckDeps extends EraseObjectsDeps {
  checks: CheckStore;
}

/**
 * Makes everything that was sealed in an ended check unreadable, in the hub's database and in every backup of it: the keys of its
 * messages and attachments are destroyed. Coded reasons, records and proofs stay, for they say that something was shared and why.
 */
export class EraseCheck {
  constructor(private readonly deps: EraseCheckDeps) {}

  /** How many objects there were. Repeating it erases what a first attempt left, and records that too. */
  async carryOut(reference: string): Promise<Result<{ objects: number }>> {
    const check = await this.deps.checks.checkFacts(reference, null);
    if (check === null) return refuse('not-found');
    if (check.state !== 'closed' && check.state !== 'withdrawn') return conflict('wrong-state', check);
    const parties = [...new Set([check.asking, ...check.requests.map(({ asked }) => asked)])];
    return done({ objects: await eraseObjects(this.deps, check.id, parties) });
  }
}
