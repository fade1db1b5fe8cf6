import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '@lateral/contracts';
import { Catalogue } from '@lateral/domain/catalogue';
import { ReadLaw } from './read-law.use-case.js';
import { ExchangeWorld, sampleCatalogueDocument, valueOf } from '@lateral/testing/fakes';

describe('reading the law', () => {
  let world: ExchangeWorld;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
  });

  it('gives the catalogue in use, with its digest and what of it is law in each nation on the London day', async () => {
    const document = sampleCatalogueDocument();
    const reply = await world.acts.readLaw.catalogue(null);
    expect(reply).toMatchObject({ digest: digestOf('catalogue', document), at: '2026-03-09', document });
    expect(reply.inForce.E).not.toContain('CA2004-16LA');
    world.clock.pass(204 * 86_400_000 + 13 * 3_600_000);
    // 29 September 23:15 in Greenwich is the thirtieth in London.
    expect(await world.acts.readLaw.catalogue(null)).toMatchObject({ at: '2026-09-30' });
  });

  it('knows what is law on another day: a row begins in its nation and never in the other', async () => {
    expect((await world.acts.readLaw.catalogue('2026-09-29')).inForce.E).not.toContain('CA2004-16LA');
    const { inForce } = await world.acts.readLaw.catalogue('2026-09-30');
    expect(inForce.E).toContain('CA2004-16LA');
    expect(inForce.W).not.toContain('CA2004-16LA');
  });

  it('reads every version that was judged by, and no other', async () => {
    world.law.catalogue = new Catalogue(sampleCatalogueDocument('2026-02'));
    expect(valueOf(await world.acts.readLaw.version('2026-02', null)).document.version).toBe('2026-02');
    expect(valueOf(await world.acts.readLaw.version('2026-01', '2026-03-01'))).toEqual({ ...(await world.acts.readLaw.catalogue('2026-03-01')), document: sampleCatalogueDocument(), digest: digestOf('catalogue', sampleCatalogueDocument()) });
    expect(await world.acts.readLaw.version('2025-12', null)).toEqual({ ok: false, code: 'not-found' });
  });

  it('takes an old version in once, however often it is asked for, keeps a few of them, and none of the names that mean nothing', async () => {
    const names = Array.from({ length: 10 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}`);
    for (const name of names) world.tables.catalogues.set(name, { document: sampleCatalogueDocument(name), digest: digestOf('catalogue', sampleCatalogueDocument(name)) });
    const asked: string[] = [];
    const law = new ReadLaw({ clock: world.clock, law: world.law, catalogues: { adopt: () => Promise.reject(new Error('not asked for')), version: (version) => { asked.push(version); return world.catalogues.version(version); } } });
    const read = async (version: string, day: string | null = null) => law.version(version, day);
    const first = valueOf(await read('2025-01'));
    expect(first.digest).toBe(digestOf('catalogue', sampleCatalogueDocument('2025-01')));
    expect(valueOf(await read('2025-01', '2026-09-30')).inForce.E).toContain('CA2004-16LA');
    expect(valueOf(await read('2025-01'))).toEqual(first);
    expect(asked).toEqual(['2025-01']);
    for (const unknown of names) await read(`${unknown}-x`);
    await read('2025-01');
    expect(asked.filter((version) => version === '2025-01')).toHaveLength(1);
    for (const name of names) await read(name);
    await read('2025-01');
    expect(asked.filter((version) => version === '2025-01')).toHaveLength(2);
    await read(names.at(-1)!);
    expect(asked.filter((version) => version === names.at(-1))).toHaveLength(1);
  });

  it('gives question packs, and by what due times are reckoned', async () => {
    expect(await world.acts.readLaw.packs()).toMatchObject({ packs: [{ code: 'other' }] });
    expect(await world.acts.readLaw.deadlines()).toEqual({ policy: world.law.policy, calendar: world.law.calendar });
  });
});
