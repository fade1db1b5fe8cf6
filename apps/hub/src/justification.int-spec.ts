import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, type CatalogueReply, type HandOverReply, type JudgedReply, type OpenCheckBody, type PostedReply, type Problem, type RequestView, type ResponseCodes, type ShareJudgement } from '@lateral/contracts';
import { accepted, CheckScene } from '../../../test/world/check-scene.js';
import type { Differing } from '../../../test/world/door-client.js';
import { hubDoor, newId } from '../../../test/world/hub-door.js';
import type { Answer, DoorClient, HubDoor } from '../../../test/world/hub-door.js';
import { addedBy, recordsOf, stored } from '../../../test/world/stored.js';

let door: HubDoor;
let asking: DoorClient;
let police: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  [asking, police] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder')]);
}, 60_000);
afterAll(() => door.end());

const problem = ({ body }: Answer): Problem => body as Problem;
const post = async (differing: Differing, asked = ['police-north']): Promise<Answer> => asking.post('/v1/checks', await asking.checkTo(asked, differing));
const UNSAID: Differing = { narrative: { necessity: '' } };
const ABSENT = { finding: 'agreement-absent', reason: 'agreement_not_needed' } as const;

/** What the hub keeps of a share: its judgement beside its record. */
async function keptOf(message: string): Promise<ShareJudgement | null> {
  const [row] = await door.database.sql<{ judgement: string | null }>('select judgement from justification where envelope_id = $1', [message]);
  return row === undefined || row.judgement === null ? null : (JSON.parse(row.judgement) as ShareJudgement);
}

/** A check to the police that they have collected, so that it waits for their answer. */
async function collected(): Promise<{ body: OpenCheckBody; request: string; version: number; inReplyTo: string }> {
  const body = await asking.checkTo(['police-north']);
  accepted(await asking.post('/v1/checks', body));
  const { id, envelope } = body.requests[0]!;
  const { request } = accepted<HandOverReply>(await police.post(`/v1/envelopes/${envelope.header.context.message}/hand-over`, {}));
  return { body, request: id, version: request!.version, inReplyTo: envelope.header.content.digest };
}

describe('a question that the rules block', () => {
  it('is refused with what was found in both languages and what mends it; one record of the attempt is all that is kept', async () => {
    const body = await asking.checkTo(['police-north', 'school-north']);
    const blocked = body.requests[1]!;
    blocked.envelope = await asking.sealRequest('school-north', { check: body.id, request: blocked.id }, UNSAID);
    let answer: Answer | undefined;
    expect(await addedBy(door.database, async () => { answer = await asking.post('/v1/checks', body); })).toEqual({ audit_record: 1 });
    const { status, code, judgements } = problem(answer!);
    expect([status, code, judgements?.map(({ at, judgement }) => [at, judgement.verdict])]).toEqual([422, 'share-blocked', [['/requests/0/envelope/justification', 'warn'], ['/requests/1/envelope/justification', 'block']]]);
    const found = judgements![1]!.findings.find(({ level }) => level === 'block')!;
    expect(found).toMatchObject({ code: 'necessity_why', kind: 'field', field: expect.stringMatching(/^\/words\/\d+$/) as unknown });
    for (const text of [found.sentence.en, found.sentence.cy, found.mend.en, found.mend.cy]) expect(text.length).toBeGreaterThan(10);
    expect(judgements![1]!.judgement).toMatchObject({ fieldErrors: ['necessity_why'], rules: [], overridden: [] });

    const [attempt, ...others] = await recordsOf(door.database, 'share.blocked.v1');
    expect(others).toEqual([]);
    expect(attempt).toMatchObject({ agency: 'csc-north', member: asking.client.member, direction: 'asking', justification: digestOf('justification', blocked.envelope.justification), parties: ['csc-north'] });
    expect(String(attempt!['findings']).split(' ')).toContain('necessity_why');
  });

  it('leaves a record for each attempt, and goes once it is mended, under the same ids', async () => {
    const body = await asking.checkTo(['police-north'], UNSAID);
    const before = (await recordsOf(door.database, 'share.blocked.v1')).length;
    for (const key of [newId(), newId()]) expect(problem(await asking.post('/v1/checks', body, key)).code).toBe('share-blocked');
    expect((await recordsOf(door.database, 'share.blocked.v1')).length).toBe(before + 2);
    expect((await asking.get('/v1/checks')).body).toEqual({ items: [], next: null });
    const { id } = body.requests[0]!;
    const mended = { ...body, requests: [{ id, agency: 'police-north', envelope: await asking.sealRequest('police-north', { check: body.id, request: id }) }] };
    expect((await asking.post('/v1/checks', mended)).status).toBe(201);
  });

  it('is blocked when it is corrected too, and what was asked before stands', async () => {
    const { body, request, version } = await collected();
    const before = await stored(door.database);
    const envelope = await asking.sealRequest('police-north', { check: body.id, request }, UNSAID, body.requests[0]!.envelope.header.context.message);
    expect(problem(await asking.post(`/v1/requests/${request}/versions`, { version, envelope })).code).toBe('share-blocked');
    expect(await stored(door.database)).toEqual({ ...before, audit_record: Number(before['audit_record']) + 1 });
  });
});

describe('codes', () => {
  it.each([
    ['a gateway', { stack: { gateway: ['CA2004-16LA', 'CA2004-16ZZ'] } }, '/stack/gateway/1', 'CA2004-16ZZ'],
    ['a regime', { stack: { regime: 'REG-P9' } }, '/stack/regime', 'REG-P9'],
    ['a data category', { categories: ['police.da_incidents_dash', 'police.gossip'] }, '/categories/1', 'police.gossip'],
    ['a code in the list of another family', { stack: { art6: ['A6-E', 'HRA-8'] } }, '/stack/art6/1', 'HRA-8'],
  ])('that nobody knows are refused by name, before any rule is asked: %s', async (_what, coded, field, code) => {
    const before = await stored(door.database);
    const answer = await post({ coded });
    expect([answer.status, problem(answer).code]).toEqual([422, 'unknown-code']);
    expect(problem(answer).fields).toEqual([{ field: `/requests/0/envelope/justification${field}`, reason: 'unknown-code', code }]);
    expect(await stored(door.database)).toEqual(before);
  });

  it('of another version of the catalogue are refused, and so is a share that rests on nothing', async () => {
    const before = await stored(door.database);
    const dated = problem(await post({ coded: { stack: { catalogueVersion: 'facts-2020-01-01' } } }));
    expect([dated.code, dated.fields]).toEqual(['catalogue-not-current', [{ field: '/requests/0/envelope/justification/stack/catalogueVersion', reason: 'another-version' }]]);
    const baseless = problem(await post({ coded: { stack: { art6: [] } } }));
    expect([baseless.code, baseless.fields]).toEqual(['invalid-request', [{ field: '/requests/0/envelope/justification/stack/art6', reason: 'no-basis' }]]);
    expect(await stored(door.database)).toEqual(before);
  });
});

describe('the catalogue', () => {
  const ask = async (path: string): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(`http://127.0.0.1:${door.hub.port}${path}`);
    return { status: answer.status, body: await answer.json() };
  };

  it('is open to everybody as of any day, and each version stays readable by its name', async () => {
    const before = (await ask('/v1/catalogue?at=2026-09-29')).body as CatalogueReply;
    const since = (await ask('/v1/catalogue?at=2026-09-30')).body as CatalogueReply;
    expect([before, since].map(({ at, inForce }) => [at, inForce.E.includes('CA2004-16LA'), inForce.W.includes('CA2004-16LA')])).toEqual([['2026-09-29', false, false], ['2026-09-30', true, false]]);
    expect(since.digest).toBe(digestOf('catalogue', since.document));
    const named = (await ask(`/v1/catalogue/versions/${since.document.version}?at=2026-09-30`)).body as CatalogueReply;
    expect(named).toEqual(since);
  });

  it('has no version that was never adopted, and no day that is none', async () => {
    expect((await ask('/v1/catalogue/versions/facts-1999-01-01')).status).toBe(404);
    const wrong = await ask('/v1/catalogue?at=2026-02-30');
    expect([wrong.status, (wrong.body as Problem).fields]).toEqual([422, [{ field: '/at', reason: 'wrong-format' }]]);
  });
});

describe('an attempt under a key that was used', () => {
  it('for another body is recorded where it is blocked, though only the key is spoken of', async () => {
    const key = newId();
    accepted(await asking.post('/v1/checks', await asking.checkTo(['police-north']), key));
    const blocked = await asking.checkTo(['police-north'], UNSAID);
    let answer: Answer | undefined;
    expect(await addedBy(door.database, async () => { answer = await asking.post('/v1/checks', blocked, key); })).toEqual({ audit_record: 1 });
    expect(problem(answer!).code).toBe('idempotency-key-reused');
    expect((await recordsOf(door.database, 'share.blocked.v1')).at(-1)).toMatchObject({ agency: 'csc-north', direction: 'asking', justification: digestOf('justification', blocked.requests[0]!.envelope.justification) });
  });
});

describe('an outcome', () => {
  it('rests on a basis and says why it is told', async () => {
    const { id, requests: [told] } = await CheckScene.in('answered', 'decided', 2, { asking, asked: police });
    const { id: request, question } = told!;
    const tell = async (differing: Differing): Promise<Problem> => problem(await asking.post(`/v1/requests/${request}/outcome`, { envelope: await asking.sealOutcome('police-north', { check: id, request, inReplyTo: question.header.content.digest }, differing) }));
    const before = await stored(door.database);
    const baseless = await tell({ coded: { stack: { art6: [] } } });
    expect([baseless.code, baseless.fields]).toEqual(['invalid-request', [{ field: '/envelope/justification/stack/art6', reason: 'no-basis' }]]);
    const idle = await tell({ coded: { override: { reason: 'life_at_risk' } } });
    expect([idle.code, idle.fields]).toEqual(['invalid-request', [{ field: '/envelope/justification/override', reason: 'nothing-to-override' }]]);
    expect(await stored(door.database)).toEqual(before);
    expect((await tell(UNSAID)).judgements?.map(({ judgement }) => judgement.fieldErrors)).toEqual([['necessity_why']]);
  });
});

describe('a warning', () => {
  const BELOW: Differing = { coded: { threshold: 's47' } };

  it('waits for a reason: nothing at all is kept, and what to say is told', async () => {
    const before = await stored(door.database);
    const answer = await post(BELOW);
    expect([answer.status, problem(answer).code]).toEqual([422, 'acknowledgement-needed']);
    const [judged] = problem(answer).judgements!;
    expect([judged!.judgement.verdict, judged!.judgement.rules]).toEqual(['warn', ['T10']]);
    expect(problem(await post({ coded: { acknowledgements: [] } })).judgements![0]!.judgement).toMatchObject({ verdict: 'warn', rules: [], otherFindings: expect.arrayContaining(['agreement-absent']) as unknown });
    expect(await stored(door.database)).toEqual(before);
  });

  it('goes past with one, and verdict, catalogue and reason stand in the row, the record and the reply', async () => {
    const body = await asking.checkTo(['police-north'], { coded: { threshold: 's47', acknowledgements: [{ finding: 'T10', reason: 'risk_outweighs' }, ABSENT] } });
    const key = newId();
    const reply = accepted<PostedReply>(await asking.post('/v1/checks', body, key));
    const { judgement } = reply.requests[0]!;
    const { document: { version } } = (await asking.get('/v1/catalogue')).body as { document: { version: string } };
    expect(judgement).toMatchObject({ verdict: 'warn', rules: ['T10'], catalogue: version, cover: null, acknowledged: expect.arrayContaining(['T10', 'agreement-absent']) as unknown });
    expect(await keptOf(body.requests[0]!.envelope.header.context.message)).toEqual(judgement);
    const posted = (await recordsOf(door.database, 'request.posted.v1')).at(-1)!;
    expect(posted).toMatchObject({ request: body.requests[0]!.id, catalogue: version, verdict: 'warn', agreement: null });
    expect(String(posted['findings']).split(' ')).toEqual(expect.arrayContaining(['T10', 'agreement-absent']));
    // A retry is answered as the act was, judgement and all.
    expect((await asking.post('/v1/checks', body, key)).body).toEqual(reply);
  });

  it('needs no acknowledgement where there is nothing to warn of: an ordinary question is answered with no murmur but that no agreement covers it', async () => {
    const { judgement } = accepted<PostedReply>(await post({})).requests[0]!;
    expect([judgement.rules, judgement.officerChecks, judgement.fieldErrors, judgement.acknowledged]).toEqual([[], [], [], ['agreement-absent']]);
  });
});

describe('an answer', () => {
  it('is blocked on its own reasons, and taken when they are mended', async () => {
    const { body, request, version, inReplyTo } = await collected();
    const ids = { check: body.id, request, inReplyTo };
    const { response } = (await police.sealResponse('csc-north', ids)).justification;
    const unsearched = await police.sealResponse('csc-north', ids, 'KNOWN_RELEVANT', { coded: { response: { ...response!, systems: [] } } });
    const before = await stored(door.database);
    const refused = problem(await police.post(`/v1/requests/${request}/responses`, { version, envelope: unsearched }));
    expect([refused.code, refused.judgements?.map(({ at, judgement }) => [at, judgement.fieldErrors])]).toEqual(['share-blocked', [['/envelope/justification', ['systems_searched']]]]);
    expect(await stored(door.database)).toEqual({ ...before, audit_record: Number(before['audit_record']) + 1 });
    expect((await recordsOf(door.database, 'share.blocked.v1')).at(-1)).toMatchObject({ agency: 'police-north', direction: 'sharing', parties: ['police-north'] });
    expect(((await asking.get(`/v1/requests/${request}`)).body as RequestView).envelopes).toHaveLength(1);

    const envelope = await police.sealResponse('csc-north', ids);
    const reply = accepted<JudgedReply>(await police.post(`/v1/requests/${request}/responses`, { version, envelope }));
    expect(reply).toMatchObject({ state: 'answered', judgement: { verdict: 'warn', fieldErrors: [], acknowledged: ['agreement-absent'] } });
    expect(await keptOf(envelope.header.context.message)).toEqual(reply.judgement);
    expect((await recordsOf(door.database, 'response.submitted.v1')).at(-1)).toMatchObject({ request, verdict: 'warn', agreement: null });
  });

  it.each<[string, Partial<ResponseCodes>, string[]]>([
    ['a refusal in the guise of a whole answer', { type: 'FULL', decision: 'decline', given: [], items: [] }, ['decision', 'given', 'items']],
    ['a whole answer that names nothing', { type: 'FULL', given: [], items: [] }, ['given', 'items']],
    ['items of no category, which any agreement would cover', { given: [] }, ['given']],
    ['a refusal that gives', { type: 'DECLINED', decision: 'decline', refusalGround: 'consent_limit' }, ['given', 'items']],
    ['nothing held, and yet something', { type: 'NO_TRACE', decision: 'no_information_held' }, ['given', 'items']],
    ['a ground where nothing is refused', { refusalGround: 'not_held' }, ['refusalGround']],
  ])('says one thing with its type, its decision and what it gives: not %s', async (_what, change, fields) => {
    const { body, request, version, inReplyTo } = await collected();
    const ids = { check: body.id, request, inReplyTo };
    const { response } = (await police.sealResponse('csc-north', ids)).justification;
    const before = await stored(door.database);
    const refused = problem(await police.post(`/v1/requests/${request}/responses`, { version, envelope: await police.sealResponse('csc-north', ids, 'KNOWN_RELEVANT', { coded: { response: { ...response!, ...change } } }) }));
    expect([refused.code, refused.fields?.map(({ field }) => field)]).toEqual(['invalid-request', fields.map((field) => `/envelope/justification/response/${field}`)]);
    expect(await stored(door.database)).toEqual(before);
  });

  it('is held against the question: what is told of somebody that it did not ask about waits for a reason', async () => {
    const { body, request, version, inReplyTo } = await collected();
    const ids = { check: body.id, request, inReplyTo };
    const { response } = (await police.sealResponse('csc-north', ids)).justification;
    const widened = { response: { ...response!, items: [{ ...response!.items[0]!, about: 'p2' }] }, subjects: [{ subject: 'p2', role: 'child' as const }] };
    const refused = problem(await police.post(`/v1/requests/${request}/responses`, { version, envelope: await police.sealResponse('csc-north', ids, 'KNOWN_RELEVANT', { coded: widened }) }));
    expect([refused.code, refused.judgements![0]!.judgement.officerChecks]).toEqual(['acknowledgement-needed', ['D-17']]);
  });

  it('names systems that the question packs know', async () => {
    const { body, request, version, inReplyTo } = await collected();
    const ids = { check: body.id, request, inReplyTo };
    const { response } = (await police.sealResponse('csc-north', ids)).justification;
    const envelope = await police.sealResponse('csc-north', ids, 'KNOWN_RELEVANT', { coded: { response: { ...response!, systems: ['niche', 'back-of-envelope'] } } });
    const refused = problem(await police.post(`/v1/requests/${request}/responses`, { version, envelope }));
    expect([refused.code, refused.fields]).toEqual(['unknown-code', [{ field: '/envelope/justification/response/systems/1', reason: 'unknown-code', code: 'back-of-envelope' }]]);
  });
});
