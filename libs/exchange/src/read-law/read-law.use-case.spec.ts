import { beforeEach, describe, expect, it } from '@jest/globals';
import { digestOf } from '@lateral/contracts';
import { Catalogue } from '@lateral/domain/catalogue';
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

  it('gives question packs, and by what due times are reckoned', async () => {
    expect(await world.acts.readLaw.packs()).toMatchObject({ packs: [{ code: 'other' }] });
    expect(await world.acts.readLaw.deadlines()).toEqual({ policy: world.law.policy, calendar: world.law.calendar });
  });
});
