import { describe, expect, it } from 'vitest';
import { Headings } from './headings.js';
import type { KeeperDeps } from './keeper-deps.js';

const BODY = { type: 'request', people: [{ id: 'p1', name: 'Corey Ashdown', dob: '2019-09-03', roles: ['child'] }, { id: 'p2', name: 'Leanne Ashdown', roles: ['parent'] }] } as unknown as Parameters<Headings['seal']>[1];
const COREY = { name: 'Corey Ashdown', born: '2019', more: 1 };

/** Headings of a desk whose worker seals as `seals` says and opens what `opens` has, and whose hub has these. */
function desk({ seals = { ok: true, sealed: 'c2VhbGVk' } as object, opens = {} as Record<string, object> } = {}): { headings: Headings; asked: object[] } {
  const asked: object[] = [];
  const ask = async (act: string, given: { drafts?: { draft: string }[] }): Promise<object> => {
    asked.push({ act, ...given });
    return act === 'open-drafts' ? given.drafts!.map(({ draft }) => opens[draft]!) : seals;
  };
  const hub = { headings: async () => ({ headings: Object.keys(opens).map((envelope) => ({ envelope, sealed: `of ${envelope}` })) }) };
  return { headings: new Headings({ hub, secrets: { ask } } as unknown as KeeperDeps), asked };
}

describe('headings', () => {
  it('are sealed for the own team under the message that they stand for', async () => {
    const { headings, asked } = desk();
    expect(await headings.seal('m1', BODY)).toEqual({ heading: 'c2VhbGVk' });
    expect(asked).toEqual([{ act: 'seal-draft', draft: 'm1', kind: 'heading', value: COREY, readers: 'team' }]);
  });

  it('keep no question waiting: it goes without one that cannot be sealed, or where it names nobody', async () => {
    expect(await desk({ seals: { ok: false, code: 'no-directory' } }).headings.seal('m1', BODY)).toEqual({});
    const { headings, asked } = desk();
    expect([await headings.seal('m1', { ...BODY, people: [] }), asked]).toEqual([{}, []]);
  });

  it('are opened as what they were sealed for, all at once, and left out where they do not open or are none', async () => {
    const { headings, asked } = desk({ opens: { m1: { ok: true, value: COREY, by: 'u-1' }, m2: { ok: false, code: 'other-draft' }, m3: { ok: true, value: { name: 3 }, by: 'u-1' } } });
    expect([...await headings.open(['m1', 'm2', 'm3', 'm4'])]).toEqual([['m1', COREY]]);
    expect(asked).toEqual([{ act: 'open-drafts', kind: 'heading', drafts: ['m1', 'm2', 'm3'].map((draft) => ({ draft, sealed: `of ${draft}` })) }]);
  });
});
