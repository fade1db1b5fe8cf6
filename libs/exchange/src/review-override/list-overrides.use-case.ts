import type { OverrideView, Page } from '@lateral/contracts';
import type { Actor, OverrideStore, PageQuery } from '../ports/index.js';

/** Emergency overrides of the own agency; those that wait for their review, where only they are asked for. */
export class ListOverrides {
  constructor(private readonly deps: { overrides: OverrideStore }) {}

  carryOut(actor: Actor, page: PageQuery & { open: boolean }): Promise<Page<OverrideView>> {
    return this.deps.overrides.list(actor, page);
  }
}
