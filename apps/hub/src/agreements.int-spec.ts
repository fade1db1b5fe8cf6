import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, type AgreementView, type AgreementsReply, type PostedReply, type Problem } from '@lateral/contracts';
import type { AgreementDocument } from '@lateral/domain/agreements';
import { agreementBetween, published } from '../../../test/world/agreement.js';
import { accepted } from '../../../test/world/check-scene.js';
import { hubDoor } from '../../../test/world/hub-door.js';
import type { Answer, DoorClient, HubDoor } from '../../../test/world/hub-door.js';
import { addedBy, recordsOf, stored } from '../../../test/world/stored.js';

const PARTIES = ['csc-north', 'police-north'];
let door: HubDoor;
let first: DoorClient;
let second: DoorClient;
let stranger: DoorClient;
let asking: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  [first, second, stranger, asking] = await Promise.all([door.signIn('csc-north', 'signatory'), door.signIn('police-north', 'signatory'), door.signIn('school-north', 'signatory'), door.signIn('csc-north')]);
}, 60_000);
afterAll(() => door.end());

const said = ({ status, body }: Answer): unknown[] => [status, (body as Problem).code];
const propose = (by: DoorClient, document: AgreementDocument): Promise<Answer> => by.post('/v1/agreements', { document });
const approve = (by: DoorClient, { reference, version }: AgreementDocument, digest: string): Promise<Answer> => by.post(`/v1/agreements/${reference}/versions/${version}/approval`, { digest });
const row = (reference: string, version: number): Promise<unknown[]> => door.database.sql('select * from agreement_version where reference = $1 and version = $2', [reference, version]);

describe('an agreement', () => {
  it('is put forward by a signatory of a party, and by nobody else', async () => {
    const document = await agreementBetween(PARTIES, 'SA-WHO');
    const before = await stored(door.database);
    expect(said(await propose(asking, document))).toEqual([403, 'role-not-allowed']);
    expect(said(await propose(stranger, document))).toEqual([409, 'not-allowed']);
    expect(await stored(door.database)).toEqual(before);
    const view = accepted<AgreementView>(await propose(first, document));
    expect(view).toMatchObject({ state: 'proposed', digest: digestOf('agreement', document), approvals: [{ agency: 'csc-north', member: first.client.member }], publishedAt: null });
    expect((await recordsOf(door.database, 'agreement.proposed.v1')).at(-1)).toMatchObject({ agreement: 'SA-WHO', version: 1, digest: view.digest, parties: PARTIES });
  });

  it('has no other words than its template\'s, no code that is not known, and only agencies of the partnership', async () => {
    const document = await agreementBetween(PARTIES, 'SA-FAULTS');
    const clause = document.clauses[0]!;
    const before = await stored(door.database);
    const faulty: [AgreementDocument, string][] = [
      [{ ...document, title: { ...document.title, en: 'Cara Bellis of 3 Mill Lane' } }, '/document/title'],
      [{ ...document, clauses: [{ ...clause, title: { ...clause.title, cy: 'Geiriau eraill' } }, ...document.clauses.slice(1)] }, '/document/clauses/0/title'],
      [{ ...document, terms: [{ ...document.terms[0]!, text: { en: 'Other words.', cy: 'Geiriau eraill.' } }] }, '/document/terms/0/text'],
      [{ ...document, clauses: [{ ...clause, categories: ['police.gossip'] }] }, '/document/clauses/0/categories/0'],
      [{ ...document, parties: [...document.parties, { agency: 'csc-south' }] }, '/document/parties/2/agency'],
      [{ ...document, version: 2 }, '/document/version'],
      [{ ...document, template: null }, '/document/template'],
    ];
    for (const [wrong, field] of faulty) {
      const answer = await propose(first, wrong);
      expect([...said(answer), (answer.body as Problem).fields?.map((fault) => fault.field)]).toEqual([422, 'agreement-faulty', expect.arrayContaining([field])]);
      expect(answer.raw.toString()).not.toContain('Bellis');
    }
    expect(await stored(door.database)).toEqual(before);
  });

  it('is in use once a signatory of another party has approved the very text, and then covers what is shared', async () => {
    const uncovered = accepted<PostedReply>(await asking.post('/v1/checks', await asking.checkTo(['police-north']))).requests[0]!.judgement;
    expect([uncovered.cover, uncovered.otherFindings.includes('agreement-absent')]).toEqual([null, true]);

    const document = await agreementBetween(PARTIES, 'SA-COVERS');
    const { digest } = accepted<AgreementView>(await propose(first, document));
    // Whoever put it forward has approved it already, and is not a second.
    expect(accepted<AgreementView>(await approve(first, document, digest)).state).toBe('proposed');
    expect(said(await approve(second, document, 'A'.repeat(43)))).toEqual([409, 'version-changed']);
    expect(said(await approve(await door.signIn('police-north', 'responder'), document, digest))).toEqual([403, 'role-not-allowed']);
    const view = accepted<AgreementView>(await approve(second, document, digest));
    expect([view.state, view.approvals.map(({ agency }) => agency)]).toEqual(['published', PARTIES]);

    const body = await asking.checkTo(['police-north'], { coded: { acknowledgements: [] } });
    const { judgement } = accepted<PostedReply>(await asking.post('/v1/checks', body)).requests[0]!;
    expect(judgement).toMatchObject({ verdict: 'accept', cover: { agreement: 'SA-COVERS', version: 1, clause: '1.1' }, acknowledged: [] });
    const [kept] = await door.database.sql<{ judgement: string }>('select judgement from justification where envelope_id = $1', [body.requests[0]!.envelope.header.context.message]);
    expect(JSON.parse(kept!.judgement)).toEqual(judgement);
    expect((await recordsOf(door.database, 'request.posted.v1')).at(-1)).toMatchObject({ agreement: 'SA-COVERS@1#1.1', verdict: 'accept', catalogue: judgement.catalogue });
  });

  it('never changes once it is published: another text is another version, and the old one stays as it was', async () => {
    const document = await published(await agreementBetween(PARTIES, 'SA-STANDS'), first, second);
    const before = await row('SA-STANDS', 1);
    expect(before).toHaveLength(1);
    const [status, code] = said(await propose(second, { ...document, retentionClass: 'RET-NFA' }));
    expect([status === 422 || status === 409, ['agreement-faulty', 'version-changed'].includes(String(code))]).toEqual([true, true]);
    const next: AgreementDocument = { ...document, version: 2, retentionClass: 'RET-NFA', previousDigest: digestOf('agreement', document) };
    await published(next, second, first);
    expect(await row('SA-STANDS', 1)).toEqual(before);
    const { agreements } = (await first.get('/v1/agreements/SA-STANDS')).body as AgreementsReply;
    expect(agreements.map((view) => [view.document.version, view.state, view.digest]).sort()).toEqual([[1, 'published', digestOf('agreement', document)], [2, 'published', digestOf('agreement', next)]]);
  });

  it('is nobody\'s but its parties\': to others there is none, and they cannot write themselves into it', async () => {
    const document = await published(await agreementBetween(PARTIES, 'SA-OURS'), first, second);
    expect((await stranger.get('/v1/agreements/SA-OURS')).raw).toEqual((await stranger.get('/v1/agreements/SA-NOBODYS')).raw);
    expect(said(await approve(stranger, document, digestOf('agreement', document)))).toEqual([404, 'not-found']);
    expect((await stranger.get('/v1/agreements')).body).toEqual({ agreements: [], next: null });
    const taken = { ...document, version: 2, previousDigest: digestOf('agreement', document), parties: [...document.parties, { agency: 'school-north' }] };
    const before = await stored(door.database);
    // What is wrong with a text is said as of a name that is free; what is not wrong gets the 404 of every other route.
    const free = { ...taken, reference: 'SA-FREE' };
    expect((await propose(stranger, taken)).raw).toEqual((await propose(stranger, free)).raw);
    const whole = await propose(stranger, await agreementBetween(['school-north', 'csc-north'], 'SA-OURS'));
    expect([whole.status, whole.raw]).toEqual([404, (await stranger.get('/v1/agreements/SA-OURS')).raw]);
    expect(await stored(door.database)).toEqual(before);
  });

  it('is read by the page', async () => {
    await published(await agreementBetween(PARTIES, 'SA-PAGES'), first, second);
    const page = (await first.get('/v1/agreements?limit=1')).body as AgreementsReply;
    expect([page.agreements.length, page.next]).toEqual([1, expect.any(String)]);
    const then = (await first.get(`/v1/agreements?limit=1&after=${page.next}`)).body as AgreementsReply;
    expect(then.agreements[0]!.digest).not.toBe(page.agreements[0]!.digest);
    expect((await first.get('/v1/agreements/SA-PAGES?limit=1')).body).toMatchObject({ agreements: [{ document: { reference: 'SA-PAGES' } }], next: null });
    expect(said(await first.get('/v1/agreements?limit=101'))).toEqual([422, 'invalid-request']);
    expect(said(await first.get('/v1/agreements?all=true'))).toEqual([422, 'invalid-request']);
  });
});

describe('a version of an agreement', () => {
  /** An act on a version, ready to be done, and the same with another text. */
  interface Ready { by: DoorClient; path: string; body: object; other: object }
  const proposal = async (reference: string): Promise<Ready> => {
    const document = await agreementBetween(PARTIES, reference);
    return { by: first, path: '/v1/agreements', body: { document }, other: { document: { ...document, retentionClass: 'RET-NFA' } } };
  };
  const approval = async (reference: string): Promise<Ready> => {
    const { by, path, body } = await proposal(reference);
    const { digest } = accepted<AgreementView>(await by.post(path, body));
    return { by: second, path: `${path}/${reference}/versions/1/approval`, body: { digest }, other: { digest: 'A'.repeat(43) } };
  };
  const acts = [['put forward', proposal, 'P'], ['approved', approval, 'A']] as const;

  it.each(acts)('is %s only with an idempotency key', async (_how, ready, name) => {
    const { by, path, body } = await ready(`SA-${name}-KEYLESS`);
    const before = await stored(door.database);
    expect(said(await door.ask('POST', path, { body, headers: { authorization: `Bearer ${by.token}` } }))).toEqual([400, 'idempotency-key-missing']);
    expect(await stored(door.database)).toEqual(before);
  });

  it.each(acts)('is %s once, however often and with whatever key the same comes; another text is refused', async (_how, ready, name) => {
    const { by, path, body, other } = await ready(`SA-${name}-ONCE`);
    const done = await by.post(path, body);
    expect(done.status).toBe(201);
    const before = await stored(door.database);
    expect((await by.post(path, body)).body).toEqual(done.body);
    expect(['version-changed', 'agreement-faulty']).toContain(said(await by.post(path, other))[1]);
    expect(await stored(door.database)).toEqual(before);
  });

  it.each(acts)('is %s once where it comes three times at once', async (_how, ready, name) => {
    const [alone, thrice] = [await ready(`SA-${name}-ALONE`), await ready(`SA-${name}-THRICE`)];
    const once = await addedBy(door.database, () => alone.by.post(alone.path, alone.body));
    expect(Object.keys(once)).toContain('audit_record');
    let answers: Answer[] = [];
    expect(await addedBy(door.database, async () => { answers = await Promise.all([1, 2, 3].map(() => thrice.by.post(thrice.path, thrice.body))); })).toEqual(once);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  });
});
