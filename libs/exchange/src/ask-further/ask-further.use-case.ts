import type { AskFurtherBody, PostedReply } from '@lateral/contracts';
import { MOST_REQUESTS } from '../check-limits.js';
import type { OpenCheckDeps } from '../open-check/open-check-deps.js';
import { postRequests } from '../open-check/post-requests.js';
import { refuse, type Result } from '../result.js';
import type { Actor, Attempt } from '../ports/index.js';
import { conflict, onceOnly, settle, withReply } from '../settle.js';

/** The asking agency asks further agencies in a check that is open: by its rating of now, and by the very rules of posting. */
export class AskFurther {
  constructor(private readonly deps: OpenCheckDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, reference: string, body: AskFurtherBody): Promise<Result<PostedReply>> {
    return onceOnly(this.deps.checks, actor, attempt, () => this.ask(actor, attempt, reference, body));
  }

  private async ask(actor: Actor, attempt: Attempt, reference: string, { version, requests }: AskFurtherBody): Promise<Result<PostedReply>> {
    const { checks, clock, directory, law } = this.deps;
    const facts = await checks.checkFacts(reference, actor);
    if (facts === null || facts.asking !== actor.agency) return refuse('not-found');
    if (facts.version !== version) return conflict('version-changed', facts);
    if (facts.state !== 'open') return conflict('wrong-state', facts);
    // Counted with what was asked before, and at that very version: nobody asks more by asking twice.
    if (facts.requests.length + requests.length > MOST_REQUESTS) return refuse('invalid-request', { fields: [{ field: '/requests', reason: 'too-many' }] });
    const [now, view, lawView] = await Promise.all([clock.now(), directory.view(), law.view()]);
    const { id: check, urgency, receivedAt } = facts;
    const posted = await postRequests(this.deps, { actor, attempt, check, urgency, receivedAt, requests }, { view, law: lawView, now });
    if (!posted.ok) return posted;

    const { reply, ...rows } = posted.value;
    const also = { requests: reply };
    const result = await checks.askFurther({ actor, attempt, at: now, replyAlso: also, ...rows, check: { id: check, reference, asking: facts.asking }, from: { version, state: facts.state } });
    return settle(withReply(result, also), attempt, async () => conflict('version-changed', (await checks.checkFacts(reference, actor)) ?? facts));
  }
}
