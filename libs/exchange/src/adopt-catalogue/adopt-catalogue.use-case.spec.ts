import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '@lateral/contracts';
import { ExchangeWorld, listedFields, sampleCatalogueDocument, StoreFault } from '@lateral/testing/fakes';

describe('adopting a catalogue', () => {
  let world: ExchangeWorld;
  beforeEach(() => {
    world = new ExchangeWorld();
  });
  const adopt = (document = sampleCatalogueDocument('2026-02')) => world.acts.adoptCatalogue.carryOut(document);

  it('keeps the version whole and records it once, however often a hub starts', async () => {
    const document = sampleCatalogueDocument('2026-02');
    expect(await adopt(document)).toBe('adopted');
    expect(await adopt(document)).toBe('known');
    expect(await world.catalogues.version('2026-02')).toEqual({ document, digest: digestOf('catalogue', document) });
    const written = world.recordsSince(0);
    expect(written).toMatchObject([{ event: 'catalogue.adopted.v1', parties: [], fields: { version: '2026-02', digest: digestOf('catalogue', document) } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('catalogue.adopted.v1'));
  });

  it('takes no other rows under a version that is known', async () => {
    await adopt();
    const changed = { ...sampleCatalogueDocument('2026-02'), rows: [] };
    expect(await adopt(changed)).toBe('different');
    expect(await world.catalogues.version('2026-02')).toMatchObject({ digest: digestOf('catalogue', sampleCatalogueDocument('2026-02')) });
    expect(world.tables.audit).toHaveLength(1);
  });

  it('can be repeated where the store failed', async () => {
    world.tables.failNext('not-persisted');
    await expect(adopt()).rejects.toBeInstanceOf(StoreFault);
    expect(world.tables.counts()).toMatchObject({ catalogues: 0, audit: 0 });
    expect(await adopt()).toBe('adopted');
  });
});
