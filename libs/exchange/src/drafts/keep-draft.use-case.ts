import { MOST_DRAFTS, type DraftBody, type DraftStanding } from '@lateral/contracts';
import { isIdWithinClock } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result, type Refusal } from '../result.js';
import type { Actor, AuditRow, CheckStore, Clock, Draft, DraftStore, Randomness } from '../ports/index.js';
import { isParty } from '../read-receipts/read-receipts.use-case.js';
import { conflict } from '../settle.js';
import { faultOfDraft, faultOfNext, maySee } from './draft-rules.js';

export interface DraftDeps {
  clock: Clock;
  randomness: Randomness;
  checks: CheckStore;
  drafts: DraftStore;
}

const GONE = { version: 0, state: 'gone' };

/**
 * A new draft, or the next version of one. Writing alone is nobody's business and leaves no record; putting an answer to an approver, and
 * sending it back, are acts. A retry of what was kept is told that it was: no key is needed.
 */
export class KeepDraft {
  constructor(private readonly deps: DraftDeps) {}

  async carryOut(actor: Actor, id: string, body: DraftBody): Promise<Result<DraftStanding>> {
    const fault = faultOfDraft(body);
    if (fault !== null) return fault;
    const at = await this.deps.clock.now();
    const before = await this.deps.drafts.find(id, actor);
    if (before !== null && maySee(before, actor)) return this.replace(actor, before, body, at);
    return body.version === 0 ? this.begin(actor, id, body, at) : conflict('version-changed', GONE);
  }

  private async begin(actor: Actor, id: string, body: DraftBody, at: Date): Promise<Result<DraftStanding>> {
    if (!isIdWithinClock(id, at)) return refuse('id-outside-clock');
    if (body.state === 'sent_back') return refuse('invalid-request', { fields: [{ field: '/state', reason: 'not-the-writer-s' }] });
    const about = await this.about(actor, body);
    if (typeof about !== 'string' && about !== null) return about;
    const { kind, check: reference, request, readers, state, sealed } = body;
    const draft: Draft = { id, agency: actor.agency, member: actor.member, kind, reference, checkId: about, request, readers, state, version: 1, updatedAt: at, sealed };
    const outcome = await this.deps.drafts.begin({ actor, draft, records: this.records(actor, draft, null), at }, MOST_DRAFTS);
    if (outcome === 'kept') return done(standingOf(draft));
    if (outcome === 'full') return refuse('limit-reached');
    const there = await this.deps.drafts.find(id, actor);
    return there !== null && maySee(there, actor) ? this.unlessSame(there, body) : refuse('id-taken');
  }

  private async replace(actor: Actor, before: Draft, body: DraftBody, at: Date): Promise<Result<DraftStanding>> {
    if (before.version !== body.version) return this.unlessSame(before, body);
    const fault = faultOfNext(before, body, actor);
    if (fault !== null) return fault;
    const draft: Draft = { ...before, readers: body.readers, state: body.state, version: before.version + 1, updatedAt: at, sealed: body.sealed };
    if (await this.deps.drafts.replace({ actor, draft, records: this.records(actor, draft, before), at }, before)) return done(standingOf(draft));
    const now = await this.deps.drafts.find(before.id, actor);
    return now !== null && maySee(now, actor) ? this.unlessSame(now, body) : conflict('version-changed', GONE);
  }

  private unlessSame(now: Draft, body: DraftBody): Result<DraftStanding> {
    const same = now.version === body.version + 1 && now.state === body.state && now.readers === body.readers && now.sealed === body.sealed;
    return same ? done(standingOf(now)) : conflict('version-changed', now);
  }

  /** The id of the check that it is about, null for none; refused where the agency has no part in what it names. */
  private async about({ agency, ...actor }: Actor, { check, request, kind }: DraftBody): Promise<string | null | Refusal> {
    const { checks } = this.deps;
    const [asked, whole] = [request === null ? null : await checks.requestFacts(request, { agency, ...actor }), check === null ? null : await checks.checkFacts(check, { agency, ...actor })];
    const sides = asked === null ? [] : kind === 'answer' ? [asked.asked] : [asked.asked, asked.asking];
    if (request !== null && !sides.includes(agency)) return refuse('invalid-request', { fields: [{ field: '/request', reason: 'unknown' }] });
    if (check !== null && (whole === null || !isParty(whole, agency) || (asked !== null && asked.check !== whole.id))) return refuse('invalid-request', { fields: [{ field: '/check', reason: 'unknown' }] });
    return whole?.id ?? asked?.check ?? null;
  }

  private records(actor: Actor, draft: Draft, before: Draft | null): AuditRow[] {
    const { agency, member } = actor;
    const context = { at: draft.updatedAt, randomness: this.deps.randomness, parties: [agency] };
    const fields = { check: draft.checkId, request: draft.request, draft: draft.id, version: draft.version, agency, member };
    if (draft.state === 'to_approve' && before?.state !== 'to_approve') return [composeRecord('answer.put-to-approver.v1', fields, context)];
    return draft.state === 'sent_back' ? [composeRecord('answer.sent-back.v1', { ...fields, writer: draft.member }, context)] : [];
  }
}

function standingOf({ id, state, version, updatedAt }: Draft): DraftStanding {
  return { id, state, version, updatedAt: updatedAt.toISOString() };
}
