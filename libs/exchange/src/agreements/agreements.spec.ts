import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf, type AgreementView, type PartnershipRegistration, type RosterMember } from '@lateral/contracts';
import type { AgreementDocument } from '@lateral/domain/agreements';
import { AGENCIES, AGREEMENT, agreementDocument, ExchangeWorld, listedFields, memberOf, sampleRegistration, valueOf } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a', 's1');
const SCHOOL = memberOf('school-b', 's1');
const PARTIES = ['police-a', 'school-b', 'gp-c'];
const DAY = 86_400_000;
const PAGE = { after: null, limit: 50 };

/** A later registration in which an agency's roster lists these people. */
function rosterWith(agency: string, members: RosterMember[]): PartnershipRegistration {
  const { rosters, ...registration } = sampleRegistration(AGENCIES, 2);
  return { ...registration, rosters: rosters.map((roster) => (roster.document.agency === agency ? { ...roster, document: { ...roster.document, members } } : roster)) };
}

describe('an agreement', () => {
  let world: ExchangeWorld;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    world.tables.agreements.length = 0;
  });
  const propose = (document = agreementDocument(PARTIES), actor = POLICE) => world.acts.proposeAgreement.carryOut(actor, { document });
  const approve = (actor = SCHOOL, { document, digest }: Pick<AgreementView, 'document' | 'digest'> = world.tables.agreements.at(-1)!) =>
    world.acts.approveAgreement.carryOut(actor, document.reference, document.version, { digest });
  const next = (previous: AgreementView, more: Partial<AgreementDocument> = {}): AgreementDocument => ({ ...previous.document, version: previous.document.version + 1, previousDigest: previous.digest, ...more });
  const published = async (document = agreementDocument(PARTIES)): Promise<AgreementView> => {
    valueOf(await propose(document));
    return valueOf(await approve());
  };

  it('is put forward by a signatory, who has approved it thereby, and is not in use yet', async () => {
    const document = agreementDocument(PARTIES);
    const digest = digestOf('agreement', document);
    expect(await propose(document)).toEqual({ ok: true, value: { document, digest, state: 'proposed', approvals: [{ agency: 'police-a', member: 's1', at: world.clock.at.toISOString() }], publishedAt: null, expiresWithin: null } });
    expect(await world.agreements.published()).toEqual([]);
    const written = world.recordsSince(0);
    expect(written).toMatchObject([{ event: 'agreement.proposed.v1', parties: PARTIES, fields: { agreement: AGREEMENT, version: 1, digest, agency: 'police-a', member: 's1' } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('agreement.proposed.v1'));
  });

  it('is published with the approval of a signatory of another party, and covers shares from then on', async () => {
    const before = world.opening(['school-b'], 'amber');
    expect(await world.acts.openCheck.carryOut(memberOf('police-a'), world.attempt(), before)).toMatchObject({ code: 'acknowledgement-needed' });
    valueOf(await propose());
    const records = world.tables.audit.length;
    expect(valueOf(await approve())).toMatchObject({ state: 'published', publishedAt: world.clock.at.toISOString(), approvals: [{ agency: 'police-a' }, { agency: 'school-b', member: 's1' }] });
    expect(world.law.refreshes).toBe(1);
    const written = world.recordsSince(records);
    expect(written.map(({ event, parties }) => [event, parties])).toEqual([['agreement.approved.v1', PARTIES], ['agreement.published.v1', PARTIES]]);
    for (const { event, fields } of written) expect(Object.keys(fields).sort()).toEqual(listedFields(event));
    expect(valueOf(await world.acts.openCheck.carryOut(memberOf('police-a'), world.attempt(), before)).requests).toMatchObject([{ judgement: { verdict: 'accept', cover: { agreement: AGREEMENT, version: 1, clause: '1' } } }]);
  });

  it('needs two signatories of two agencies: no practitioner, no colleague, no stranger, not the same person with two seats', async () => {
    expect(await propose(agreementDocument(PARTIES), memberOf('police-a', 'm1'))).toEqual({ ok: false, code: 'not-allowed' });
    expect(await propose(agreementDocument(PARTIES), memberOf('housing-e', 's1'))).toEqual({ ok: false, code: 'not-allowed' });
    valueOf(await propose());
    expect(await approve(memberOf('school-b', 'm1'))).toEqual({ ok: false, code: 'not-allowed' });
    expect(await approve(memberOf('housing-e', 's1'))).toEqual({ ok: false, code: 'not-found' });
    const { members } = world.directory;
    members.set('police-a s2', { ...members.get('police-a s1')!, member: 's2', fingerprint: 'F'.repeat(40) });
    expect(await approve(memberOf('police-a', 's2'))).toEqual({ ok: false, code: 'not-allowed' });
    members.set('school-b s1', { ...members.get('school-b s1')!, fingerprint: members.get('police-a s1')!.fingerprint });
    expect(await approve()).toEqual({ ok: false, code: 'not-allowed' });
    expect(await world.agreements.version(AGREEMENT, 1)).toMatchObject({ state: 'proposed', approvals: [{ agency: 'police-a' }] });
  });

  it('is not approved twice by one person who has changed agency, whether the roster still lists the old seat or not', async () => {
    valueOf(await propose());
    const { members } = world.directory;
    const left = members.get('police-a s1')!;
    await world.directoryStore.register(rosterWith('police-a', [left]), []);
    members.set('school-b s1', { ...members.get('school-b s1')!, fingerprint: left.fingerprint });
    members.set('police-a s1', { ...left, until: world.clock.at.toISOString() });
    expect(await approve()).toEqual({ ok: false, code: 'not-allowed' });
    members.set('police-a s1', { ...left, fingerprint: 'F'.repeat(40) });
    expect(await approve()).toEqual({ ok: false, code: 'not-allowed' });
    members.delete('police-a s1');
    expect(await approve()).toEqual({ ok: false, code: 'not-allowed' });
    expect(valueOf(await approve(memberOf('gp-c', 's1')))).toMatchObject({ state: 'published' });
  });

  it('is approved by nobody beside a person of whom no key is known, and by no signatory who has left', async () => {
    valueOf(await propose());
    const { members } = world.directory;
    members.set('school-b s1', { ...members.get('school-b s1')!, until: world.clock.at.toISOString() });
    expect(await approve()).toEqual({ ok: false, code: 'not-allowed' });
    members.delete('police-a s1');
    expect(await approve(memberOf('gp-c', 's1'))).toEqual({ ok: false, code: 'not-allowed' });
  });

  it('is approved by the digest that was read', async () => {
    valueOf(await propose());
    expect(await approve(SCHOOL, { document: agreementDocument(PARTIES), digest: 'x' })).toEqual({ ok: false, code: 'version-changed', current: { version: 1, state: 'proposed' } });
    expect(await world.acts.approveAgreement.carryOut(SCHOOL, AGREEMENT, 2, { digest: 'x' })).toEqual({ ok: false, code: 'not-found' });
  });

  it('once published never changes: neither under its version nor by another approval', async () => {
    const view = await published();
    const before = await world.agreements.version(AGREEMENT, 1);
    expect(await propose({ ...view.document, expires: '2030-12-31' })).toMatchObject({ code: 'agreement-faulty', fields: expect.arrayContaining([{ field: '/document/version', reason: 'not-next' }]) });
    expect(await approve(memberOf('gp-c', 's1'), view)).toEqual({ ok: false, code: 'wrong-state', current: { version: 1, state: 'published' } });
    expect(await world.agreements.version(AGREEMENT, 1)).toEqual(before);
  });

  it('may be proposed and approved again by whoever did, and nothing more comes of it', async () => {
    const view = await published();
    const counts = world.tables.counts();
    expect(valueOf(await propose(view.document))).toEqual(view);
    expect(valueOf(await approve())).toEqual(view);
    expect(valueOf(await approve(POLICE))).toEqual(view);
    expect(world.tables.counts()).toEqual(counts);
  });

  it('of two approvals at once is published by one', async () => {
    valueOf(await propose());
    const [one, other] = await Promise.all([approve(), approve(memberOf('gp-c', 's1'))]);
    expect([one, other]).toMatchObject([{ ok: true, value: { state: 'published' } }, { ok: false, code: 'version-changed', current: { version: 1, state: 'published' } }]);
    expect(world.recordsSince(0).map(({ event }) => event)).toEqual(['agreement.proposed.v1', 'agreement.approved.v1', 'agreement.published.v1']);
  });

  it('is followed by the next version only, which names the text before it', async () => {
    const view = await published();
    expect(await propose(next(view, { version: 3 }))).toMatchObject({ code: 'agreement-faulty', fields: [{ field: '/document/version', reason: 'not-next' }] });
    expect(await propose(next(view, { previousDigest: 'x' }))).toMatchObject({ code: 'agreement-faulty', fields: [{ field: '/document/previousDigest', reason: 'not-the-previous' }] });
    expect(valueOf(await propose(next(view)))).toMatchObject({ state: 'proposed', document: { version: 2 } });
  });

  it('cannot be taken over by agencies that write themselves into its next version', async () => {
    const view = await published();
    const housing = memberOf('housing-e', 's1');
    const counts = world.tables.counts();
    expect(await propose(next(view, { parties: [{ agency: 'housing-e' }, { agency: 'lhb-d' }] }), housing)).toMatchObject({ ok: false });
    expect(world.tables.counts()).toEqual(counts);
  });

  it('tells an agency that has no part in it nothing, by any text: what is wrong is said as of a name that is free, and the rest is not found', async () => {
    const view = await published();
    valueOf(await propose(next(view)));
    const housing = memberOf('housing-e', 's1');
    const own = (more: Partial<AgreementDocument>): AgreementDocument => agreementDocument(['housing-e', 'lhb-d'], more);
    for (const wrong of [{ version: 2 }, { version: 2, previousDigest: view.digest }, { version: 3, previousDigest: 'x' }, { inForceFrom: '2029-01-01' }, { template: null }]) {
      const [taken, free] = [await propose(own(wrong), housing), await propose(own({ ...wrong, reference: 'SA-FREE' }), housing)];
      expect(taken).toEqual(free);
    }
    const refused = await propose(own({}), housing);
    expect(refused).toEqual({ ok: false, code: 'not-found' });
    expect(await world.acts.readAgreements.one(housing, AGREEMENT, PAGE)).toEqual(refused);
    expect(await world.acts.approveAgreement.carryOut(housing, AGREEMENT, 1, { digest: view.digest })).toEqual(refused);
    // The name was free when it was looked up, and somebody else's when it came to writing.
    const quicker = memberOf('gp-c', 's1');
    world.tables.beforeNextWrite(async () => { valueOf(await propose(agreementDocument(['gp-c', 'school-b'], { reference: 'SA-FREE' }), quicker)); });
    expect(await propose(own({ reference: 'SA-FREE' }), housing)).toEqual(refused);
  });

  it('locks no party out by a proposal that nobody approved: who is left out sees it, is told of it, and may put the next forward', async () => {
    const view = await published();
    const before = world.tables.audit.length;
    const without = valueOf(await propose(next(view, { parties: [{ agency: 'police-a' }, { agency: 'lhb-d' }], inForceFrom: '2027-06-01', review: '2027-06-01' })));
    expect(world.recordsSince(before)).toMatchObject([{ event: 'agreement.proposed.v1', parties: ['police-a', 'lhb-d', 'school-b', 'gp-c'] }]);
    expect(valueOf(await world.acts.readAgreements.one(SCHOOL, AGREEMENT, PAGE)).agreements).toMatchObject([{ document: { version: 2 }, state: 'proposed' }, { document: { version: 1 }, state: 'published' }]);
    // Named in a proposal is not yet party to an agreement.
    const newcomer = memberOf('lhb-d', 's1');
    expect(await propose(next(without, { parties: [{ agency: 'lhb-d' }, { agency: 'housing-e' }] }), newcomer)).toEqual({ ok: false, code: 'not-allowed' });
    const back = next(without, { parties: view.document.parties, inForceFrom: view.document.inForceFrom });
    expect(valueOf(await propose(back, SCHOOL))).toMatchObject({ document: { version: 3 }, state: 'proposed' });
    expect(valueOf(await approve(POLICE))).toMatchObject({ document: { version: 3 }, state: 'published' });
  });

  it('is not published by one of its parties and a newcomer against the others, and who leaves is told', async () => {
    const view = await published();
    valueOf(await propose(next(view, { parties: [{ agency: 'police-a' }, { agency: 'gp-c' }, { agency: 'lhb-d' }] })));
    expect(await approve(memberOf('lhb-d', 's1'))).toEqual({ ok: false, code: 'not-allowed' });
    const before = world.tables.audit.length;
    expect(valueOf(await approve(memberOf('gp-c', 's1')))).toMatchObject({ state: 'published' });
    expect(world.recordsSince(before).map(({ event, parties }) => [event, parties])).toEqual(['agreement.approved.v1', 'agreement.published.v1'].map((event) => [event, ['police-a', 'gp-c', 'lhb-d', 'school-b']]));
    const counts = world.tables.counts();
    expect(await propose(next(world.tables.agreements.at(-1)!, { parties: view.document.parties }), SCHOOL)).toMatchObject({ ok: false });
    expect(world.tables.counts()).toEqual(counts);
  });

  it('names its faults by their place: unknown codes and agencies that are not of the partnership', async () => {
    const document = agreementDocument(['police-a', 'nobody']);
    const clause = { ...document.clauses[0]!, categories: ['other.secrets'] };
    expect(await propose({ ...document, clauses: [clause] })).toEqual({ ok: false, code: 'agreement-faulty', fields: [{ field: '/document/clauses/0/categories/0', reason: 'unknown' }, { field: '/document/parties/1/agency', reason: 'not-in-partnership' }] });
    expect(world.tables.counts()).toMatchObject({ agreements: 0, audit: 0 });
  });

  it('has no words but its template\'s: nobody can write about a person in it', async () => {
    const document = agreementDocument(PARTIES);
    const own = { en: 'About one of us', cy: 'Am un ohonom' };
    expect(await propose({ ...document, title: own })).toEqual({ ok: false, code: 'agreement-faulty', fields: [{ field: '/document/title', reason: 'not-of-the-template' }] });
    expect(await propose({ ...document, clauses: [{ ...document.clauses[0]!, title: own }] })).toMatchObject({ fields: [{ field: '/document/clauses/0/title' }] });
    expect(await propose({ ...document, template: null })).toMatchObject({ fields: [{ field: '/document/template', reason: 'no-such-template' }] });
  });

  it('that comes twice at once is one proposal, though the other is carried out while this one reads', async () => {
    const view = valueOf(await propose());
    const version = world.agreements.version.bind(world.agreements);
    let isFirst = true;
    world.agreements.version = (...asked) => {
      const early = isFirst;
      isFirst = false;
      return early ? Promise.resolve(null) : version(...asked);
    };
    expect(await propose()).toEqual({ ok: true, value: view });
    isFirst = true;
    expect(await propose({ ...view.document, retentionClass: 'RET-NFA' })).toMatchObject({ ok: false, code: 'agreement-faulty' });
    expect(world.tables.agreements).toHaveLength(1);
  });

  it('is read by its parties, every version, and by nobody else', async () => {
    const view = await published();
    valueOf(await propose(next(view)));
    const read = async (agency: string) => (await world.acts.readAgreements.all(memberOf(agency), PAGE)).agreements.map(({ document: { reference, version }, state }) => [reference, version, state]);
    expect(await read('gp-c')).toEqual([[AGREEMENT, 1, 'published'], [AGREEMENT, 2, 'proposed']]);
    expect(await read('housing-e')).toEqual([]);
    expect(valueOf(await world.acts.readAgreements.one(memberOf('gp-c'), AGREEMENT, PAGE)).agreements).toHaveLength(2);
    const unknown = await world.acts.readAgreements.one(memberOf('gp-c'), 'SA-9', PAGE);
    expect(unknown).toEqual({ ok: false, code: 'not-found' });
    expect(await world.acts.readAgreements.one(memberOf('housing-e'), AGREEMENT, PAGE)).toEqual(unknown);
  });

  it('is read by the page, by reference and oldest first, and one agreement newest first', async () => {
    for (const reference of ['SA-B', 'SA-A']) {
      const view = await published(agreementDocument(PARTIES, { reference }));
      valueOf(await propose(next(view)));
    }
    const pages: unknown[] = [];
    for (let after: string | null = null, first = true; first || after !== null; first = false) {
      const page = await world.acts.readAgreements.all(SCHOOL, { after, limit: 3 });
      pages.push(page.agreements.map(({ document: { reference, version } }) => `${reference} ${version}`));
      after = page.next;
    }
    expect(pages).toEqual([['SA-A 1', 'SA-A 2', 'SA-B 1'], ['SA-B 2']]);
    const one = valueOf(await world.acts.readAgreements.one(SCHOOL, 'SA-B', { after: null, limit: 1 }));
    expect(one).toMatchObject({ agreements: [{ document: { reference: 'SA-B', version: 2 } }], next: expect.any(String) });
    expect(valueOf(await world.acts.readAgreements.one(SCHOOL, 'SA-B', { after: one.next, limit: 1 }))).toMatchObject({ agreements: [{ document: { version: 1 } }], next: null });
    expect(await world.acts.readAgreements.all(SCHOOL, { after: 'no cursor', limit: 3 })).toEqual({ agreements: [], next: null });
  });

  it.each([[91, null], [90, 90], [30, 30], [7, 7], [0, 7], [-1, null]] as const)('with %i days left warns of %s', async (left, warning) => {
    await published();
    world.clock.pass(Date.parse('2027-12-31T12:00:00.000Z') - left * DAY - world.clock.at.getTime());
    expect((await world.acts.readAgreements.all(SCHOOL, PAGE)).agreements).toMatchObject([{ expiresWithin: warning }]);
  });
});
