import { describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

/** What JSON can say and no signed text of ours can. */
const FRACTION = 1.5;
const LONE = '\ud800';

type Place = (string | number)[];

/** One place of each kind: of the members of a list the first alone, for the others are read alike. */
function placesOf(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  const members = Array.isArray(value) ? value.slice(0, 1).map((each, index): [number, unknown] => [index, each]) : Object.entries(value);
  return members.flatMap(([name, member]) => placesOf(member, [...place, name]));
}

function changed<T>(value: T, [name, ...rest]: Place, to: unknown): T {
  if (name === undefined) return to as T;
  const copy = (Array.isArray(value) ? [...value as unknown[]] : { ...value }) as Record<string | number, unknown>;
  copy[name] = changed(copy[name], rest, to);
  return copy as T;
}

describe('someone writes what no canonical text can hold', () => {
  it.each([['a fraction', '"n":1.5,"v":1'], ['half a character', '"n":"\\ud800","v":1'], ['a member whose name is half a character', '"\\ud800":1,"v":1']])('into a record: %s', async (_, written) => {
    const { pack, root } = await makeEvidence();
    pack.receipts[0] = { ...pack.receipts[0]!, record: pack.receipts[0]!.record.replace('"v":1', written) };
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect(verdict.outcome).toBe('changedRecord');
    expect(verdict.findings).toContainEqual({ code: 'record-disagrees', about: pack.receipts[0].id });
  });

  it('into the law', async () => {
    const { pack, root } = await makeEvidence();
    pack.catalogues[0]!.rows[0]!.citation = LONE;
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect([verdict.outcome, verdict.findings]).toEqual(['unreadable', [{ code: 'not-a-pack', about: '/catalogues/0/rows/0/citation' }]]);
  });

  it('anywhere else: there is a verdict, and it is never that the pack is proven', async () => {
    const { pack, root } = await makeEvidence();
    for (const place of placesOf(pack)) {
      for (const hostile of [LONE, FRACTION]) {
        const verdict = await verifyEvidence(utf8(JSON.stringify(changed(pack, place, hostile))), root, openPgpInspector).catch(() => 'thrown' as const);
        expect([place.join('/'), hostile, verdict === 'thrown' ? verdict : verdict.outcome]).not.toEqual([place.join('/'), hostile, expect.stringMatching(/^(?:thrown|proven)$/u)]);
      }
    }
  }, 120_000);
});
