import type { DelegatedRequestView, Page } from '@lateral/contracts';
import type { Actor, CheckStore, Clock, PageQuery } from '../ports/index.js';

/** How far back the list goes. What the desk seals can be opened for as long, and what waits longer than that is no matter of one night. */
export const DELEGATED_LIST_MS = 60 * 24 * 3_600_000;

/** Questions put to agencies whose office is closed, for which the own agency reads: newest first, while their answer is awaited. */
export class ListDelegated {
  constructor(private readonly deps: { clock: Clock; checks: Pick<CheckStore, 'delegated'> }) {}

  async carryOut(actor: Actor, page: PageQuery): Promise<Page<DelegatedRequestView>> {
    const now = await this.deps.clock.now();
    return this.deps.checks.delegated(actor, page, new Date(now.getTime() - DELEGATED_LIST_MS));
  }
}
