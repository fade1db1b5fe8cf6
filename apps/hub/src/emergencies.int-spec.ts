import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueReply, CheckView, DeadlinesReply, HandOverReply, JudgedReply, OverrideView, Page, PostedReply, Problem, SealedEnvelope } from '@lateral/contracts';
import { Catalogue } from '@lateral/domain/catalogue';
import { endOfNextWorkingDay } from '@lateral/domain/deadlines';
import { emergencyStack, type Party } from '@lateral/domain/justification';
import { accepted } from '../../../test/world/check-scene.js';
import { emergency, putInOrder, UNWRITTEN } from '../../../test/world/emergency.js';
import { hubDoor, newId } from '../../../test/world/hub-door.js';
import type { Answer, DoorClient, HubDoor } from '../../../test/world/hub-door.js';
import { addedBy, recordsOf, stored } from '../../../test/world/stored.js';

let door: HubDoor;
let asking: DoorClient;
let manager: DoorClient;
let police: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  [asking, manager, police] = await Promise.all([door.signIn('csc-north'), door.signIn('csc-north', 'team_manager'), door.signIn('police-north', 'responder')]);
}, 60_000);
afterAll(() => door.end());

const problem = ({ body }: Answer): Problem => body as Problem;
const codeOf = (answer: Answer): string => problem(answer).code;
const listed = async (by: DoorClient, query = ''): Promise<OverrideView[]> => ((await by.get(`/v1/override-reviews${query}`)).body as Page<OverrideView>).items;
const messageOf = ({ header }: SealedEnvelope): string => header.context.message;
const collect = (by: DoorClient, envelope: SealedEnvelope): Promise<Answer> => by.post(`/v1/envelopes/${messageOf(envelope)}/hand-over`, {});

/** A red question to the police, and what they answered it with under an override. */
async function answered(): Promise<{ question: SealedEnvelope; left: SealedEnvelope } & JudgedReply> {
  const body = await asking.checkTo(['police-north'], { coded: { urgency: 'red' } });
  accepted(await asking.post('/v1/checks', body));
  const { id: request, envelope: question } = body.requests[0]!;
  const { request: standing } = accepted<HandOverReply>(await collect(police, question));
  const left = await police.sealResponse('csc-north', { check: body.id, request, inReplyTo: question.header.content.digest }, 'KNOWN_RELEVANT', UNWRITTEN);
  return { question, left, ...accepted<JudgedReply>(await police.post(`/v1/requests/${request}/responses`, { version: standing!.version, envelope: left })) };
}
const UNLAWFUL = { gateway: ['CA2004-16LA', 'PCSCA-16'] };

describe('an emergency override', () => {
  it('lets a red question leave, is never silent, and stands on its agency\'s list until the end of the next working day', async () => {
    const { used, body, posted } = await emergency(asking, 'police-north');
    expect(posted.requests[0]!.judgement).toMatchObject({ verdict: 'block', fieldErrors: ['necessity_why'], overridden: ['necessity_why'] });
    const [view] = await listed(asking, '?open=true');
    expect(view).toMatchObject({ message: used, request: body.requests[0]!.id, check: body.id, reference: posted.reference, asking: 'csc-north', asked: 'police-north', reason: 'life_at_risk', findings: ['necessity_why'], usedBy: asking.client.member, reviewedAt: null, finding: null });
    const { policy, calendar } = (await asking.get('/v1/deadlines')).body as DeadlinesReply;
    expect(view!.reviewDue).toBe(endOfNextWorkingDay(policy, calendar, new Date(view!.usedAt)).toISOString());
    expect((await recordsOf(door.database, 'override.used.v1')).at(-1)).toMatchObject({ message: used, member: asking.client.member, reason: 'life_at_risk', findings: 'necessity_why', reviewDue: view!.reviewDue, parties: ['csc-north'] });
    expect(await listed(police)).toEqual([]);
  });

  it('is red only', async () => {
    const before = await stored(door.database);
    const answer = await asking.post('/v1/checks', await asking.checkTo(['police-north'], { ...UNWRITTEN, coded: { ...UNWRITTEN.coded, urgency: 'amber' } }));
    expect([answer.status, codeOf(answer)]).toEqual([422, 'share-blocked']);
    expect(await stored(door.database)).toEqual({ ...before, audit_record: Number(before['audit_record']) + 1 });
  });

  it('is refused where it has nothing to go past: nobody would review it', async () => {
    const before = await stored(door.database);
    const answer = await asking.post('/v1/checks', await asking.checkTo(['police-north'], { coded: { urgency: 'red', override: { reason: 'life_at_risk' } } }));
    expect([answer.status, codeOf(answer), problem(answer).fields]).toEqual([422, 'invalid-request', [{ field: '/requests/0/envelope/justification/override', reason: 'nothing-to-override' }]]);
    expect(await stored(door.database)).toEqual(before);
  });

  it('never reaches what a refusal lacks: not to share is no emergency', async () => {
    const body = await asking.checkTo(['police-north'], { coded: { urgency: 'red' } });
    accepted(await asking.post('/v1/checks', body));
    const { id: request, envelope: question } = body.requests[0]!;
    const { request: standing } = accepted<HandOverReply>(await police.post(`/v1/envelopes/${question.header.context.message}/hand-over`, {}));
    const ids = { check: body.id, request, inReplyTo: question.header.content.digest };
    const { response } = (await police.sealResponse('csc-north', ids, 'DECLINED')).justification;
    const envelope = await police.sealResponse('csc-north', ids, 'DECLINED', { coded: { urgency: 'red', override: { reason: 'life_at_risk' }, response: { ...response!, refusalGround: null } } });
    const answer = await police.post(`/v1/requests/${request}/responses`, { version: standing!.version, envelope });
    expect([codeOf(answer), problem(answer).judgements?.[0]?.judgement.fieldErrors]).toEqual(['share-blocked', ['refusal_ground']]);
  });

  it('never reaches a basis that does not stand; the emergency stack goes instead, in one press', async () => {
    const answer = await asking.post('/v1/checks', await asking.checkTo(['police-north'], { ...UNWRITTEN, coded: { ...UNWRITTEN.coded, stack: UNLAWFUL } }));
    expect([codeOf(answer), problem(answer).judgements?.[0]?.judgement.rules]).toEqual(['share-blocked', ['T2']]);

    const { document, at } = (await asking.get('/v1/catalogue')).body as CatalogueReply;
    const owner: Party = { agency: 'csc-north', type: 'LA_CSC', nation: 'E', publicAuthority: true, competentAuthority: false, commissionedProvider: false };
    const wrong = (await asking.checkTo(['police-north'], { coded: { urgency: 'red', stack: UNLAWFUL } })).requests[0]!.envelope.justification;
    const stack = emergencyStack(wrong, owner, new Catalogue(document), at)!;
    const { requests } = accepted<PostedReply>(await asking.post('/v1/checks', await asking.checkTo(['police-north'], { coded: { urgency: 'red', stack } })));
    expect(requests[0]!.judgement).toMatchObject({ verdict: 'accept', rules: [], overridden: [] });
  });

  it('serves an answer as well, on the answering agency\'s own list', async () => {
    const { left, judgement } = await answered();
    expect(judgement).toMatchObject({ verdict: 'block', overridden: ['necessity_why'] });
    expect((await listed(police)).map(({ message }) => message)).toEqual([messageOf(left)]);
    expect((await listed(asking)).map(({ message }) => message)).not.toContain(messageOf(left));
  });
});

describe('the review of an override', () => {
  const review = (by: DoorClient, used: string, body: object): Promise<Answer> => by.post(`/v1/override-reviews/${used}`, body);

  it('is another person\'s of the same agency: not by whoever used it, and to others there is none', async () => {
    const { used, left } = await emergency(asking, 'police-north');
    const theirs = await door.signIn('police-north', 'team_manager');
    const before = await stored(door.database);
    const own = await review(asking, used, { finding: 'right_and_completed', envelope: await putInOrder(asking, left) });
    expect([own.status, codeOf(own)]).toEqual([409, 'not-allowed']);
    expect(codeOf(await review(theirs, used, { finding: 'not_justified', envelope: await putInOrder(theirs, left) }))).toBe('not-found');
    expect(await stored(door.database)).toEqual(before);
  });

  it('puts the record in order: what is said to be complete must pass, and then it is done once', async () => {
    const { used, left } = await emergency(asking, 'police-north');
    const before = await stored(door.database);
    const incomplete = await review(manager, used, { finding: 'right_and_completed', envelope: await putInOrder(manager, left, { narrative: { necessity: '' } }) });
    expect([incomplete.status, codeOf(incomplete), problem(incomplete).judgements?.[0]?.judgement.fieldErrors]).toEqual([422, 'share-blocked', ['necessity_why']]);
    // Nothing was about to leave, so it is no attempt either.
    expect(await stored(door.database)).toEqual(before);

    const envelope = await putInOrder(manager, left);
    expect((await review(manager, used, { finding: 'right_and_completed', envelope })).body).toEqual({ message: envelope.header.context.message });
    expect(codeOf(await review(manager, used, { finding: 'not_justified', envelope: await putInOrder(manager, left) }))).toBe('wrong-state');
    expect((await listed(asking, '?open=true')).map(({ message }) => message)).not.toContain(used);
    expect((await listed(asking)).find(({ message }) => message === used)).toMatchObject({ finding: 'right_and_completed', reviewedAt: expect.any(String) as unknown });
    expect((await recordsOf(door.database, 'override.reviewed.v1')).at(-1)).toMatchObject({ reviewed: used, message: envelope.header.context.message, member: manager.client.member, finding: 'right_and_completed', parties: ['csc-north'] });
  });

  it('of an answer can be made when its check was taken back: its agency has the question until then, and not after', async () => {
    const { question, left, reference } = await answered();
    const theirs = await door.signIn('police-north', 'team_manager');
    const { version } = (await asking.get(`/v1/checks/${reference}`)).body as CheckView;
    accepted(await asking.post(`/v1/checks/${reference}/withdrawal`, { version, reason: 'wrong_person' }));
    expect(codeOf(await collect(asking, left))).toBe('wrong-state');
    for (const envelope of [question, left]) expect(accepted<HandOverReply>(await collect(theirs, envelope)).envelope).toEqual(envelope);
    const added = await addedBy(door.database, async () => { accepted(await review(theirs, messageOf(left), { finding: 'right_and_completed', envelope: await putInOrder(theirs, left) })); });
    expect(added).toEqual({ audit_record: 1, envelope: 1, envelope_body: 1, justification: 1, idempotency_key: 1 });
    expect(codeOf(await collect(theirs, question))).toBe('wrong-state');
  });

  it('may say that it was not justified, or that the record cannot be completed any more', async () => {
    for (const finding of ['not_justified', 'right_and_incomplete'] as const) {
      const { used, left } = await emergency(asking, 'police-north');
      expect((await review(manager, used, { finding, envelope: await putInOrder(manager, left, { narrative: { necessity: '' } }) })).status).toBe(201);
      expect((await listed(asking)).find(({ message }) => message === used)?.finding).toBe(finding);
    }
  });
});

describe('what is kept as a record only', () => {
  it('goes to nobody: its own agency alone may have it, and nobody is told of it', async () => {
    const body = await asking.checkTo(['police-north']);
    const { reference } = accepted<PostedReply>(await asking.post('/v1/checks', body));
    const envelope = await asking.sealRecord({ check: body.id, request: body.requests[0]!.id });
    const { message } = envelope.header.context;
    const added = await addedBy(door.database, async () => { expect((await asking.post('/v1/records-only', { reason: 'not_necessary', envelope })).body).toEqual({ message }); });
    expect(added).toEqual({ audit_record: 1, envelope: 1, envelope_body: 1, justification: 1, idempotency_key: 1 });
    expect((await recordsOf(door.database, 'record-only.kept.v1')).at(-1)).toMatchObject({ message, agency: 'csc-north', reason: 'not_necessary', parties: ['csc-north'] });

    expect(accepted<HandOverReply>(await manager.post(`/v1/envelopes/${message}/hand-over`, {})).envelope).toEqual(envelope);
    for (const other of [police, await door.signIn('school-north')]) expect((await other.post(`/v1/envelopes/${message}/hand-over`, {})).status).toBe(404);
    for (const path of [`/v1/checks/${reference}`, `/v1/requests/${body.requests[0]!.id}`, '/v1/requests']) expect((await police.get(path)).raw.includes(message)).toBe(false);
  });

  it('may name a check that there is not, or another\'s, and tells nothing of it either way', async () => {
    const theirs = await asking.checkTo(['police-north']);
    accepted(await asking.post('/v1/checks', theirs));
    const school = await door.signIn('school-north');
    for (const check of [newId(), theirs.id]) expect((await school.post('/v1/records-only', { reason: 'capable_adult_refused', envelope: await school.sealRecord({ check, request: null }) })).status).toBe(201);
  });

  it('is no way to send anything: one that is addressed is refused', async () => {
    const addressed = await asking.sealRequest('police-north', { check: newId(), request: newId() });
    const before = await stored(door.database);
    expect((await asking.post('/v1/records-only', { reason: 'not_necessary', envelope: addressed })).status).toBe(422);
    expect(await stored(door.database)).toEqual(before);
  });
});
