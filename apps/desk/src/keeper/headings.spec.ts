import { describe, expect, it } from 'vitest';
import { Headings } from './headings.js';
import type { KeeperDeps } from './keeper-deps.js';

const PEOPLE = [{ id: 'p1', name: 'Corey Ashdown', dob: '2019-09-03', roles: ['child'] }, { id: 'p2', name: 'Leanne Ashdown', roles: ['parent'] }] as Parameters<Headings['seal']>[1];
const COREY = { name: 'Corey Ashdown', born: '2019', more: 1 };

/** Headings of a desk whose worker tells what `tells` says, and whose hub has these. */
function desk(tells: (kind: string, given: { draft: string; value?: unknown; sealed?: string }) => object, has: { envelope: string; sealed: string }[] = []): { headings: Headings; asked: object[] } {
  const asked: object[] = [];
  const ask = async (kind: string, given: { draft: string }): Promise<object> => { asked.push({ act: kind, ...given }); return tells(kind, given); };
  return { headings: new Headings({ hub: { headings: async () => ({ headings: has }) }, secrets: { ask } } as unknown as KeeperDeps), asked };
}

describe('headings', () => {
  it('are sealed for the own team under the message that they stand for', async () => {
    const { headings, asked } = desk(() => ({ ok: true, sealed: 'c2VhbGVk' }));
    expect(await headings.seal('m1', PEOPLE)).toEqual({ heading: 'c2VhbGVk' });
    expect(asked).toEqual([{ act: 'seal-draft', draft: 'm1', kind: 'heading', value: COREY, readers: 'team' }]);
  });

  it('keep no question waiting: it goes without one that cannot be sealed, or where it names nobody', async () => {
    expect(await desk(() => ({ ok: false, code: 'no-directory' })).headings.seal('m1', PEOPLE)).toEqual({});
    const { headings, asked } = desk(() => ({ ok: true, sealed: 's' }));
    expect([await headings.seal('m1', []), asked]).toEqual([{}, []]);
  });

  it('are opened as what they were sealed for, and left out where they do not open or are none', async () => {
    const sealed: Record<string, object> = { m1: { ok: true, value: COREY, by: 'u-1' }, m2: { ok: false, code: 'other-draft' }, m3: { ok: true, value: { name: 3 }, by: 'u-1' } };
    const { headings, asked } = desk((_, { draft }) => sealed[draft]!, Object.keys(sealed).map((envelope) => ({ envelope, sealed: `of ${envelope}` })));
    expect([...await headings.open(['m1', 'm2', 'm3', 'm4'])]).toEqual([['m1', COREY]]);
    expect(asked[0]).toMatchObject({ draft: 'm1', sealed: 'of m1' });
  });
});
