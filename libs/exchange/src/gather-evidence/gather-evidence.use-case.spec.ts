import { beforeEach, describe, expect, it } from 'vitest';
import { PURPOSES } from '@lateral/domain';
import { Catalogue } from '@lateral/domain/catalogue';
import { composeRecord } from '../compose-record.js';
import { GatherEvidence } from './gather-evidence.use-case.js';
import { AGENCIES, AGREEMENT, ExchangeWorld, listedFields, memberOf, sampleCatalogueDocument, sampleRegistration, sampleStack, STRANGER, valueOf } from '@lateral/testing/fakes';

describe('gathering evidence', () => {
  let world: ExchangeWorld;
  let reference: string;
  let requests: string[];
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    ({ reference, requests } = await world.opened(['school-b', 'gp-c', 'lhb-d']));
    await world.answered(requests[0]!);
    await world.answered(requests[1]!, 'DECLINED');
    await world.decided(reference);
    await world.closed(reference);
    await world.acts.carryRecords.carryOut();
  });
  const gather = async (agency: string, content = true) => valueOf(await world.acts.gatherEvidence.carryOut(memberOf(agency), reference, { content }));

  it('gives the asking agency the whole check, every receipt proven under one head', async () => {
    const pack = await gather('police-a');
    expect(pack.envelopes.map(({ header }) => header.context.type)).toEqual(['request', 'request', 'request', 'response', 'response', 'decision']);
    expect(pack.agencies.map(({ document }) => document.agency.id)).toEqual(['gp-c', 'lhb-d', 'police-a', 'school-b']);
    expect(pack.rosters.map(({ document }) => document.agency)).toEqual(['gp-c', 'lhb-d', 'police-a', 'school-b']);
    expect(pack.receipts.map(({ state }) => state)).toEqual(pack.receipts.map(() => 'proven'));
    expect(pack).toMatchObject({ v: 1, type: 'evidence', agency: 'police-a', check: { reference }, checkpoint: `head of ${world.ledger.leaves.length}` });
    expect(pack.notice.en).toMatch(/^This file is personal data/);
    expect(pack.notice.cy).toMatch(/^Mae'r ffeil hon yn ddata personol/);
  });

  it.each(['school-b', 'gp-c', 'lhb-d'])('names to %s no agency but itself and the one that asked, in any of its bytes', async (agency) => {
    const bytes = JSON.stringify(await gather(agency));
    expect(bytes).toContain('police-a');
    for (const other of AGENCIES.filter((each) => each !== agency && each !== 'police-a')) expect(bytes).not.toContain(other);
  });

  it('carries what each share was found to be, the law that it was judged by and the clause that covers it, each once', async () => {
    const pack = await gather('police-a');
    expect(pack.envelopes.map(({ header, judgement }) => [header.context.type, judgement?.verdict ?? null])).toEqual([
      ['request', 'accept'], ['request', 'accept'], ['request', 'accept'], ['response', 'accept'], ['response', 'accept'], ['decision', null],
    ]);
    expect(pack.catalogues).toEqual([sampleCatalogueDocument()]);
    const { digest, document } = world.tables.agreements[0]!;
    expect(pack.agreements).toEqual([{ reference: AGREEMENT, version: 1, digest, inForceFrom: document.inForceFrom, expires: document.expires, clause: { number: '1', purposes: [...PURPOSES], categories: ['other.*'] } }]);
  });

  it('carries an earlier version of the law for what was judged by it', async () => {
    world.law.catalogue = new Catalogue(sampleCatalogueDocument('2026-02'));
    await world.acts.adoptCatalogue.carryOut(world.law.catalogue.document);
    const response = (await world.facts(requests[0]!)).currentResponse;
    valueOf(await world.acts.submitResponse.carryOut(memberOf('school-b'), world.attempt(), requests[0]!, { version: 3, envelope: await world.answer(requests[0]!, 'FULL', response, { stack: sampleStack({ catalogueVersion: '2026-02' }) }) }));
    expect((await gather('school-b')).catalogues.map(({ version }) => version)).toEqual(['2026-01', '2026-02']);
    expect((await gather('gp-c')).catalogues.map(({ version }) => version)).toEqual(['2026-01']);
  });

  it('carries what the root said of each agency when something was made or taken in, what it said next and what it says now, and nothing of a root of before', async () => {
    const register = async (version: number, root?: string): Promise<void> => {
      const { statements, ...registration } = sampleRegistration(AGENCIES, version);
      const record = composeRecord('directory.registered.v1', { partnership: 'sample', version, digest: 'a digest' }, { at: world.clock.at, randomness: world.randomness, parties: [...AGENCIES] });
      const said = statements.map(({ document, signatures }) => ({ document: { ...document, root: root ?? document.root }, signatures }));
      expect(await world.directoryStore.register({ ...registration, statements: said }, [record])).toBe('registered');
    };
    const carried = async (agency: string): Promise<[string, number][]> => (await gather(agency)).agencies.map(({ document }) => [document.agency.id, document.version]);
    for (const version of [2, 3, 4]) {
      world.clock.pass(86_400_000);
      await register(version);
    }
    expect(await carried('school-b')).toEqual(['police-a', 'school-b'].flatMap((id) => [[id, 1], [id, 2], [id, 4]]));
    await register(5, 'F'.repeat(40));
    expect(await carried('school-b')).toEqual([['police-a', 5], ['school-b', 5]]);
  });

  it('leaves ciphertext out unless it is asked for', async () => {
    for (const { content, narrative } of (await gather('school-b', false)).envelopes) expect([content, narrative]).toEqual([null, null]);
    const whole = (await gather('school-b')).envelopes;
    expect(whole).toHaveLength(2);
    for (const { header, content, narrative } of whole) {
      const sealed = (await world.checks.sealed(header.context.message))!;
      expect([content, narrative]).toEqual([sealed.content, sealed.narrative]);
    }
  });

  it('reads no ciphertext that is not asked for, and refuses more at once than one pack may carry', async () => {
    const read: unknown[] = [];
    const asked = (bytes: number) => new GatherEvidence({
      clock: world.clock, randomness: world.randomness, checks: world.checks, records: world.records, directory: world.directoryStore, catalogues: world.catalogues, agreements: world.agreements, proofs: world.ledger,
      evidence: {
        envelopes: (...what) => { read.push(what[2]); return world.evidence.envelopes(...what); },
        ciphertextBytes: () => Promise.resolve(bytes), recordsKept: () => Promise.reject(new Error('not asked for')), recordsErased: (...what) => world.evidence.recordsErased(...what),
      },
    });
    const [most, before] = [16 * 1024 * 1024, world.tables.counts()];
    expect(await asked(most + 1).carryOut(memberOf('police-a'), reference, { content: true })).toEqual({ ok: false, code: 'limit-reached' });
    expect(world.tables.counts()).toEqual(before);
    expect(await asked(most + 1).carryOut(memberOf('police-a'), reference, { content: false })).toMatchObject({ ok: true });
    expect(await asked(most).carryOut(memberOf('police-a'), reference, { content: true })).toMatchObject({ ok: true });
    expect(read).toEqual([false, true]);
  });

  it('is no second way out of the hub: what was never handed over to this agency stays sealed', async () => {
    const [uncollected] = (await gather('lhb-d')).envelopes;
    expect([uncollected!.content, uncollected!.narrative]).toEqual([null, null]);
    // The answers, which police-a has not collected; what it sent itself it may have.
    const held = async () => (await gather('police-a')).envelopes.filter(({ content }) => content !== null).map(({ header }) => header.context.type);
    expect(await held()).toEqual(['request', 'request', 'request', 'decision']);
    valueOf(await world.acts.handOver.carryOut(memberOf('police-a'), world.attempt(), (await world.facts(requests[0]!)).currentResponse!));
    expect(await held()).toEqual(['request', 'request', 'request', 'response', 'decision']);
  });

  it('is an act: recorded, for this agency alone, before the pack leaves', async () => {
    const before = world.tables.audit.length;
    const pack = await gather('school-b', false);
    const written = world.recordsSince(before);
    expect(written).toMatchObject([{ event: 'evidence.fetched.v1', parties: ['school-b'], fields: { check: pack.check.id, agency: 'school-b', member: 'm1', content: false } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('evidence.fetched.v1'));
    expect(pack.receipts.map(({ event }) => event)).not.toContain('evidence.fetched.v1');
    expect((await gather('school-b')).receipts.map(({ event }) => event)).toContain('evidence.fetched.v1');
  });

  it('gives out nothing where it could not be recorded', async () => {
    world.tables.failNext('not-persisted');
    await expect(gather('school-b')).rejects.toThrow();
  });

  it('tells a stranger what it tells of an unknown reference', async () => {
    const before = world.tables.counts();
    const unknown = await world.acts.gatherEvidence.carryOut(memberOf('police-a'), 'LC-00000-00000', { content: true });
    expect(unknown).toEqual({ ok: false, code: 'not-found' });
    expect(await world.acts.gatherEvidence.carryOut(STRANGER, reference, { content: true })).toEqual(unknown);
    expect(world.tables.counts()).toEqual(before);
  });
});
