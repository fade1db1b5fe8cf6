import type { DraftReply, DraftView } from '@lateral/contracts';
import { done, refuse, type Result } from '../result.js';
import type { Actor, DraftStore } from '../ports/index.js';
import { maySee, mayRelease } from './draft-rules.js';

/** What somebody is writing, and what waits for them to release it. */
export class Drafts {
  constructor(private readonly deps: { drafts: DraftStore }) {}

  list(actor: Actor): Promise<DraftView[]> {
    return this.deps.drafts.list(actor, mayRelease(actor));
  }

  async read(actor: Actor, id: string): Promise<Result<DraftReply>> {
    const draft = await this.deps.drafts.find(id, actor);
    if (draft === null || !maySee(draft, actor)) return refuse('not-found');
    const { kind, reference: check, request, readers, state, member: by, version, updatedAt, sealed } = draft;
    return done({ id, kind, check, request, readers, state, by, version, updatedAt: updatedAt.toISOString(), bytes: Math.floor((sealed.length * 3) / 4), sealed });
  }

  /** Its writer throws it away, or whoever has sent the answer that it became. What has changed since it was looked up stays. */
  async remove(actor: Actor, id: string): Promise<Result<null>> {
    const draft = await this.deps.drafts.find(id, actor);
    if (draft === null || !maySee(draft, actor)) return refuse('not-found');
    if (await this.deps.drafts.remove(id, draft.version)) return done(null);
    const now = await this.deps.drafts.find(id, actor);
    return now === null ? refuse('not-found') : refuse('version-changed', { current: { version: now.version, state: now.state } });
  }
}
