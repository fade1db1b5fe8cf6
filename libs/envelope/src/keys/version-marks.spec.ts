import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { digestOf, type PartnershipFile, type Roster } from '@lateral/contracts';
import { isAwayTooLong } from './key-log-delay.js';
import { isKeyLogOverdue, marksFrom, noMarks, rosterSeen, withKeyLogAway, withKeyLogOverdue, withLogHead, withPartnership, withRoster, type LogMark, type Marked, type VersionMarks } from './version-marks.js';

const ROOT = 'A'.repeat(40);
const digest = (text: string): string => digestOf('roster', text);
const file = (version: number, change: Partial<PartnershipFile> = {}, of = `file ${version}`): Parameters<typeof withPartnership>[1] => ({ document: { partnership: 'north', root: ROOT, version, ...change } as PartnershipFile, digest: digest(of) });
const roster = (agency: string, version: number, of = `${agency} ${version}`): Parameters<typeof withRoster>[1] => ({ document: { agency, version } as Roster, digest: digest(of) });
const head = (size: number, of = size, origin = 'lateral.example/ledger'): LogMark => ({ origin, size, root: Buffer.alloc(32, of).toString('base64'), checkpoint: `note ${of}` });
const marksOf = (marked: Marked): VersionMarks => {
  if (!marked.ok) throw new Error(marked.code);
  return marked.marks;
};

describe('version marks', () => {
  it('go up and never down, and tell a second document under one version', async () => {
    let marks = marksOf(withPartnership(noMarks(ROOT), file(3)));
    marks = marksOf(withRoster(marks, roster('county-police', 2)));
    marks = marksOf(await withLogHead(marks, head(10), () => false));
    expect(withPartnership(marks, file(2))).toEqual({ ok: false, code: 'rolled-back' });
    expect(withPartnership(marks, file(3, {}, 'another'))).toEqual({ ok: false, code: 'forked' });
    expect(withPartnership(marks, file(4, { partnership: 'south' }))).toEqual({ ok: false, code: 'another-partnership' });
    expect(withPartnership(marks, file(3))).toEqual({ ok: true, marks });
    expect(withRoster(marks, roster('county-police', 1))).toEqual({ ok: false, code: 'rolled-back' });
    expect(withRoster(marks, roster('county-police', 2, 'another'))).toEqual({ ok: false, code: 'forked' });
    expect(rosterSeen(marksOf(withRoster(marks, roster('mid-trust', 1))), 'county-police')).toEqual({ version: 2, digest: digest('county-police 2') });
    expect(rosterSeen(marks, 'mid-trust')).toBeUndefined();
  });

  it('take a longer log only where it is shown to have grown from the one that was seen', async () => {
    const marks = marksOf(await withLogHead(noMarks(ROOT), head(10), () => { throw new Error('the first head has nothing to grow from'); }));
    expect(await withLogHead(marks, head(9), () => true)).toEqual({ ok: false, code: 'rolled-back' });
    expect(await withLogHead(marks, head(10, 11), () => true)).toEqual({ ok: false, code: 'forked' });
    expect(await withLogHead(marks, head(12), () => false)).toEqual({ ok: false, code: 'unproven' });
    const grown = marksOf(await withLogHead(marks, head(12), (seen) => Promise.resolve(seen.size === 10)));
    expect(grown.logs).toEqual([head(12)]);
    // The log of key facts is another log: it may be shorter.
    expect(marksOf(await withLogHead(grown, head(1, 1, 'lateral.example/ledger/keys'), () => false)).logs).toHaveLength(2);
  });

  it('move the pin with a file that was verified under an announced root', () => {
    expect(marksOf(withPartnership(noMarks(ROOT), file(2, { root: 'B'.repeat(40) }))).root).toBe('B'.repeat(40));
  });

  it('count the days without the key log from the first, until it answers', () => {
    const at = (text: string): Date => new Date(`${text}.000Z`);
    const first = withKeyLogAway(noMarks(ROOT), at('2026-11-22T23:59:59'));
    expect(first.keyLogAway).toBe('2026-11-22');
    const later = withKeyLogAway(first, at('2026-11-24T08:00:00'));
    expect([later, marksFrom(JSON.parse(JSON.stringify(later)))]).toEqual([first, first]);
    expect(isAwayTooLong('2026-11-22', at('2026-11-25T23:59:59'))).toBe(false);
    expect(isAwayTooLong('2026-11-22', at('2026-11-26T00:00:00'))).toBe(true);
    expect(isAwayTooLong('2026-99-99', at('2026-11-22T00:00:00'))).toBe(true);
    expect(withKeyLogAway(later, null)).toEqual(noMarks(ROOT));
    // A clock that was put right does not make it be believed for years.
    expect(withKeyLogAway({ ...first, keyLogAway: '2031-01-01' }, at('2026-11-24T08:00:00')).keyLogAway).toBe('2026-11-24');
  });

  it('remember of each agency that the key log lacked its roster for too long, until it holds it', () => {
    const one = withKeyLogOverdue(noMarks(ROOT), 'county-police', 3);
    const both = withKeyLogOverdue(withKeyLogOverdue(one, 'mid-trust', 1), 'county-police', 4);
    expect([both.keyLogOverdue, marksFrom(JSON.parse(JSON.stringify(both)))]).toEqual([[{ agency: 'mid-trust', version: 1 }, { agency: 'county-police', version: 4 }], both]);
    const left = withKeyLogOverdue(both, 'county-police', null);
    expect(['mid-trust', 'county-police'].map((agency) => [isKeyLogOverdue(both, agency), isKeyLogOverdue(left, agency)])).toEqual([[true, true], [true, false]]);
    expect(withKeyLogOverdue(left, 'mid-trust', null)).toEqual(noMarks(ROOT));
    for (const odd of [{}, [{ agency: 'county-police' }], [{ agency: 'county-police', version: 0 }], [{ agency: 'county-police', version: 1, at: '2026-11-22' }]]) expect(marksFrom({ ...noMarks(ROOT), keyLogOverdue: odd })).toBeNull();
  });

  it('survive being stored, and spoilt ones are told from none', async () => {
    const marks = marksOf(await withLogHead(marksOf(withRoster(marksOf(withPartnership(noMarks(ROOT), file(1))), roster('county-police', 1))), head(1), () => true));
    expect(marksFrom(JSON.parse(JSON.stringify(marks)))).toEqual(marks);
    for (const odd of [null, undefined, {}, { ...marks, member: 'u-0000000a' }, { ...marks, v: 2 }, { ...marks, rosters: [{ agency: 'x' }] }, { ...marks, logs: [{ ...head(1), size: -1 }] }]) expect(marksFrom(odd)).toBeNull();
  });

  it('hold the highest version of whatever was taken in, in any order', () => {
    fc.assert(fc.property(fc.array(fc.nat(20).map((n) => n + 1), { minLength: 1 }), (versions) => {
      let marks = noMarks(ROOT);
      for (const version of versions) {
        const next = withRoster(marks, roster('county-police', version));
        expect(next.ok).toBe(version >= (rosterSeen(marks, 'county-police')?.version ?? 0));
        if (next.ok) marks = next.marks;
      }
      expect(rosterSeen(marks, 'county-police')?.version).toBe(Math.max(...versions));
    }));
  });
});
