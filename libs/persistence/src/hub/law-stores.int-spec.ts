import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '@lateral/contracts';
import type { AgreementDocument } from '@lateral/domain/agreements';
import type { ApproveAgreementWrite, ProposeAgreementWrite } from '@lateral/exchange';
import { hubWorld, sampleAgreement, sampleCatalogue, type HubWorld } from '@lateral/testing/hub';

const AGENCIES = ['police-a', 'school-b', 'gp-c'];

describe('versions of the catalogue', () => {
  let world: HubWorld;
  beforeAll(async () => {
    world = await hubWorld(25, AGENCIES);
  });
  afterAll(() => world.end());
  const adopted = async (): Promise<unknown> => (await world.database.sql(`select count(*)::int as n from audit_record where event = 'catalogue.adopted.v1'`))[0];

  it('are adopted once, however many hubs start at once, and all stay readable', async () => {
    const [first, second] = [sampleCatalogue('1'), sampleCatalogue('2')];
    const adopt = (document: typeof first) => world.hub.catalogues.adopt(document, digestOf('catalogue', document), world.samples.at(), world.samples.record('catalogue.adopted.v1', {}));
    expect((await Promise.all([adopt(first), adopt(first), adopt(first)])).sort()).toEqual(['adopted', 'known', 'known']);
    expect(await adopt(second)).toBe('adopted');
    expect(await adopt(first)).toBe('known');
    expect(await adopted()).toEqual({ n: 2 });
    for (const document of [first, second]) expect(await world.hub.catalogues.version(document.version)).toEqual({ document, digest: digestOf('catalogue', document) });
    expect(await world.hub.catalogues.version('3')).toBeNull();
  });

  it('never become another law under the same name', async () => {
    const before = await adopted();
    expect(await world.hub.catalogues.adopt(sampleCatalogue('1'), 'another', world.samples.at(), world.samples.record('catalogue.adopted.v1', {}))).toBe('different');
    expect(await world.hub.catalogues.version('1')).toMatchObject({ digest: digestOf('catalogue', sampleCatalogue('1')) });
    expect(await adopted()).toEqual(before);
  });
});

describe('agreements', () => {
  let world: HubWorld;
  let references = 0;
  const make = (more: Partial<AgreementDocument> = {}, parties = ['police-a', 'school-b']): AgreementDocument => sampleAgreement(parties, more);
  const fresh = (): string => `ISA-${(references += 1)}`;
  const by = (agency: string, member = 'm1') => ({ agency, member, roles: ['signatory' as const] });
  const proposal = (document: AgreementDocument, agency = 'police-a', readers = document.parties.map((party) => party.agency)): ProposeAgreementWrite =>
    ({ document, digest: digestOf('agreement', document), readers, by: by(agency), at: world.samples.at(), records: [world.samples.record('agreement.proposed.v1', { parties: [agency] })] });
  const approval = ({ document, digest }: ProposeAgreementWrite, agency = 'school-b', more: Partial<ApproveAgreementWrite> = {}): ApproveAgreementWrite =>
    ({ reference: document.reference, version: document.version, digest, by: by(agency), publishes: true, at: world.samples.at(), records: [world.samples.record('agreement.approved.v1', { parties: [agency] }), world.samples.record('agreement.published.v1', { parties: [agency] })], ...more });
  const publish = async (document: AgreementDocument): Promise<ProposeAgreementWrite> => {
    const write = proposal(document);
    expect(await world.hub.agreements.propose(write)).toBe('proposed');
    expect(await world.hub.agreements.approve(approval(write))).toBe('approved');
    return write;
  };
  const recorded = async (): Promise<number> => (await world.database.sql<{ n: number }>(`select count(*)::int as n from audit_record where event like 'agreement.%'`))[0]!.n;

  beforeAll(async () => {
    world = await hubWorld(26, AGENCIES, 8);
  });
  afterAll(() => world.end());

  it('are put forward once, with the word of who did so, and are then no part of what is in use', async () => {
    const write = proposal(make({ reference: fresh() }));
    const before = await recorded();
    expect((await Promise.all(Array.from({ length: 4 }, () => world.hub.agreements.propose(write)))).sort()).toEqual(['known', 'known', 'known', 'proposed']);
    const view = { document: write.document, digest: write.digest, state: 'proposed', publishedAt: null, expiresWithin: null, approvals: [{ agency: 'police-a', member: 'm1', at: write.at.toISOString() }] };
    expect(await world.hub.agreements.version(write.document.reference, 1)).toEqual(view);
    expect(await world.hub.agreements.newest(write.document.reference)).toEqual(view);
    expect(await world.hub.agreements.propose(proposal(make({ reference: write.document.reference, review: '2026-10-01' })))).toBe('taken');
    expect(await world.hub.agreements.published()).toEqual([]);
    expect(await recorded()).toBe(before + 1);
  });

  it('are in use from the second approval, of which one counts where two come at once', async () => {
    const write = proposal(make({ reference: fresh() }, AGENCIES));
    await world.hub.agreements.propose(write);
    const before = await recorded();
    const approvals = ['school-b', 'gp-c'].map((agency) => approval(write, agency));
    const results = await Promise.all(approvals.map((each) => world.hub.agreements.approve(each)));
    expect([...results].sort()).toEqual(['approved', 'changed']);
    const won = approvals[results.indexOf('approved')]!;
    const view = (await world.hub.agreements.version(write.document.reference, 1))!;
    expect(view).toMatchObject({ state: 'published', publishedAt: won.at.toISOString() });
    expect(view.approvals.map(({ agency }) => agency)).toEqual(['police-a', won.by.agency]);
    expect(await recorded()).toBe(before + 2);
    expect(await world.hub.agreements.approve(won)).toBe('known');
    expect(await world.hub.agreements.published()).toContainEqual({ document: write.document, digest: write.digest });
    const late = approvals[results.indexOf('changed')]!;
    expect(await world.hub.agreements.approve({ ...late, publishes: false })).toBe('approved');
    expect((await world.hub.agreements.version(write.document.reference, 1))).toMatchObject({ publishedAt: won.at.toISOString(), approvals: { length: 3 } });
  });

  it('are approved by one of each agency, and as they were read', async () => {
    const write = proposal(make({ reference: fresh() }));
    await world.hub.agreements.propose(write);
    const before = await recorded();
    expect(await world.hub.agreements.approve(approval(write, 'police-a', { by: by('police-a', 'm2') }))).toBe('changed');
    expect(await world.hub.agreements.approve(approval(write, 'police-a'))).toBe('known');
    expect(await world.hub.agreements.approve(approval(write, 'school-b', { digest: 'another' }))).toBe('changed');
    expect(await world.hub.agreements.approve(approval(write, 'school-b', { version: 2 }))).toBe('changed');
    expect(await world.hub.agreements.version(write.document.reference, 1)).toMatchObject({ state: 'proposed', approvals: { length: 1 } });
    expect(await recorded()).toBe(before);
  });

  it('are listed to their parties, every version, and have a newest one', async () => {
    const reference = fresh();
    const first = await publish(make({ reference }));
    const second = proposal(make({ reference, version: 2, previousDigest: first.digest, inForceFrom: '2026-06-01' }, ['police-a', 'gp-c']));
    await world.hub.agreements.propose(second);
    const third = proposal(make({ reference, version: 3, previousDigest: second.digest, inForceFrom: '2026-06-01' }, ['police-a', 'gp-c']), 'police-a', ['police-a', 'gp-c', 'school-b', 'gp-c']);
    await world.hub.agreements.propose(third);
    const listed = async (agency: string): Promise<unknown[]> => (await world.hub.agreements.page(agency, { after: null, limit: 50, reference })).items.map(({ document, state }) => [document.version, state]);
    expect(await listed('police-a')).toEqual([[3, 'proposed'], [2, 'proposed'], [1, 'published']]);
    expect(await listed('school-b')).toEqual([[3, 'proposed'], [1, 'published']]);
    expect(await listed('gp-c')).toEqual([[3, 'proposed'], [2, 'proposed']]);
    expect(await listed('a-stranger')).toEqual([]);
    expect(await world.hub.agreements.newest(reference)).toMatchObject({ document: { version: 3 } });
    expect(await world.hub.agreements.version(reference, 4)).toBeNull();
    expect(await world.hub.agreements.newest('ISA-unknown')).toBeNull();
  });

  it('stand as they were last published, or as they were first put forward', async () => {
    const reference = fresh();
    const standing = async (): Promise<unknown> => (await world.hub.agreements.standing(reference))?.document.version;
    expect(await world.hub.agreements.standing(reference)).toBeNull();
    const [first, second, third] = [1, 2, 3].map((version) => proposal(make({ reference, version })));
    for (const write of [first!, second!]) await world.hub.agreements.propose(write);
    expect(await standing()).toBe(1);
    await world.hub.agreements.approve(approval(second!));
    await world.hub.agreements.propose(third!);
    expect(await standing()).toBe(2);
    await world.hub.agreements.approve(approval(first!));
    expect(await standing()).toBe(2);
    await world.hub.agreements.approve(approval(third!));
    expect(await standing()).toBe(3);
  });

  it('come by the page: every one once, in order, at most a hundred, and nothing for a cursor that is none of ours', async () => {
    for (const reference of ['P3', 'P1', 'P4', 'P2']) for (const version of [1, 2, 10]) await world.hub.agreements.propose({ ...proposal(make({ reference, version })), readers: ['pager'] });
    const all = ['P1', 'P2', 'P3', 'P4'].flatMap((reference) => [1, 2, 10].map((version) => `${reference} ${version}`));
    for (const limit of [1, 5, 12, 1000]) {
      const seen: string[] = [];
      for (let after: string | null = null, first = true; first || after !== null; first = false) {
        const page = await world.hub.agreements.page('pager', { after, limit, reference: null });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.items.map(({ document }) => `${document.reference} ${document.version}`));
        after = page.next;
      }
      expect(seen).toEqual(all);
    }
    for (const after of ['x', 'no cursor', 'AAAA', Buffer.from('0 P1').toString('base64url')]) expect(await world.hub.agreements.page('pager', { after, limit: 5, reference: null })).toEqual({ items: [], next: null });
    for (let version = 11; version <= 112; version += 1) await world.hub.agreements.propose({ ...proposal(make({ reference: 'P1', version })), readers: ['pager'] });
    const newest = await world.hub.agreements.page('pager', { after: null, limit: 1000, reference: 'P1' });
    expect([newest.items.length, newest.items[0]!.document.version]).toEqual([100, 112]);
    const rest = await world.hub.agreements.page('pager', { after: newest.next, limit: 1000, reference: 'P1' });
    expect([rest.items.map(({ document }) => document.version), rest.next]).toEqual([[12, 11, 10, 2, 1], null]);
    expect(await world.hub.agreements.page('pager', { after: newest.next, limit: 5, reference: 'P2' })).toEqual({ items: [], next: null });
  });

  it('in use are those that have a day of their own: the ended ones too, not one that a later one forestalls', async () => {
    const reference = fresh();
    const [ended, forestalled, newest] = [{ expires: '2026-02-01' }, { version: 2, inForceFrom: '2026-09-01' }, { version: 3, inForceFrom: '2026-09-01' }].map((more) => make({ reference, ...more }));
    for (const document of [ended!, forestalled!]) await publish(document);
    const inUse = async (): Promise<number[]> => (await world.hub.agreements.published()).filter(({ document }) => document.reference === reference).map(({ document }) => document.version);
    expect(await inUse()).toEqual([1, 2]);
    await publish(newest!);
    expect(await inUse()).toEqual([1, 3]);
  });
});
