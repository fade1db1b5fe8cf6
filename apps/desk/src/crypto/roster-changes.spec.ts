import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { MemberRole, Roster, RosterMember } from '@lateral/contracts';
import { rosterChanges, type RosterChanges } from './roster-changes.js';
import { bringsEpoch } from './roster-wish.js';

const entry = (member: string, roles: MemberRole[], more: Partial<RosterMember> = {}): RosterMember => ({ member, roles, key: `key-${member}`, fingerprint: `F-${member}`, from: '2026-01-01T00:00:00.000Z', until: null, signIn: null, ...more });
const NOW = '2026-11-22T10:00:00.000Z';
const before: Roster = { v: 1, type: 'roster', agency: 'council', version: 4, issued: '2026-10-01T00:00:00.000Z', previous: 'd', members: [entry('u-1', ['custodian']), entry('u-2', ['custodian', 'responder']), entry('u-3', ['responder'])], teamKey: null, delegates: [] };
const after = (change: Partial<Roster> = {}): Roster => ({ ...before, version: 5, issued: NOW, ...change });
const withMember = (member: string, change: Partial<RosterMember>): Roster => after({ members: before.members.map((each) => (each.member === member ? { ...each, ...change } : each)) });
const NOTHING: RosterChanges = { version: 5, joins: [], leaves: [], ends: [], roles: [], otherwise: [], newEpoch: false, delegates: null };

describe('what a roster changes', () => {
  const delegate = { agency: 'edt', hours: [{ day: 1, from: '17:00', to: '24:00' }], from: NOW, until: null };
  it.each<[string, Roster, Partial<RosterChanges>]>([
    ['nothing', after(), {}],
    ['somebody joins', after({ members: [...before.members, entry('u-4', ['practitioner'], { from: NOW })] }), { joins: [{ member: 'u-4', roles: ['practitioner'], fingerprint: 'F-u-4', comesBack: false, from: NOW, until: null }] }],
    ['somebody leaves', withMember('u-3', { until: NOW }), { leaves: ['u-3'] }],
    ['somebody is to leave', withMember('u-3', { until: '2026-12-24T00:00:00.000Z' }), { ends: [{ member: 'u-3', until: '2026-12-24T00:00:00.000Z' }] }],
    ['somebody comes back with another key', after({ members: [...withMember('u-3', { until: NOW }).members, entry('u-3', ['responder'], { fingerprint: 'F-new', from: NOW })] }), { joins: [{ member: 'u-3', roles: ['responder'], fingerprint: 'F-new', comesBack: true, from: NOW, until: null }] }],
    ['other roles', withMember('u-3', { roles: ['responder', 'custodian'] }), { roles: [{ member: 'u-3', before: ['responder'], after: ['responder', 'custodian'] }] }],
    ['a machine that may sign in', withMember('u-3', { signIn: 'machine' }), { otherwise: ['u-3'] }],
    ['another key under the same fingerprint', withMember('u-3', { key: 'other' }), { otherwise: ['u-3'] }],
    ['a new epoch', after({ teamKey: 'next' }), { newEpoch: true }],
    ['delegates', after({ delegates: [delegate] }), { delegates: { before: [], after: [delegate] } }],
  ])('%s', (_what, roster, expected) => {
    expect(rosterChanges(before, roster)).toEqual({ ...NOTHING, ...expected });
  });

  it.each([
    ['somebody is taken out', after({ members: before.members.slice(1) })], ['from another day', withMember('u-3', { from: NOW })], ['another pseudonym', withMember('u-3', { member: 'u-9' })],
  ])('is nothing that anybody obeys: %s', (_what, roster) => {
    expect(rosterChanges(before, roster)).toBeNull();
  });

  it.each<[string, string | null, string | null, Partial<RosterChanges> | null]>([
    ['is brought forward to now', '2026-12-24T00:00:00.000Z', NOW, { leaves: ['u-3'] }],
    ['is brought forward to another day', '2026-12-24T00:00:00.000Z', '2026-12-01T00:00:00.000Z', { ends: [{ member: 'u-3', until: '2026-12-01T00:00:00.000Z' }] }],
    ['is put off', '2026-12-24T00:00:00.000Z', '2026-12-25T00:00:00.000Z', null],
    ['is taken back', '2026-12-24T00:00:00.000Z', null, null],
    ['is past and moved', '2026-11-01T00:00:00.000Z', NOW, null],
    ['is named when it is past', null, '2026-11-01T00:00:00.000Z', null],
  ])('a last day that %s', (_what, was, until, expected) => {
    const changed = rosterChanges({ ...before, members: withMember('u-3', { until: was }).members }, withMember('u-3', { until }));
    expect(changed).toEqual(expected && { ...NOTHING, ...expected });
  });

  it('is never silent about an entry that differs', () => {
    const part = fc.record({ roles: fc.constantFrom<MemberRole[][]>(['responder'], ['custodian'], []), key: fc.constantFrom('key-u-3', 'other'), signIn: fc.constantFrom(null, 'machine'), until: fc.constantFrom(null, NOW, '2027-01-01T00:00:00.000Z') });
    fc.assert(fc.property(part, (change) => {
      const roster = withMember('u-3', change);
      const isSame = JSON.stringify(roster.members) === JSON.stringify(before.members);
      const { version: _, ...said } = rosterChanges(before, roster)!;
      expect(Object.values(said).some((value) => (Array.isArray(value) ? value.length > 0 : value !== false && value !== null))).toBe(!isSame);
    }));
  });
});

describe('a new epoch', () => {
  const people = before.members;
  it.each<[string, Partial<Parameters<typeof bringsEpoch>[0]>, boolean]>([
    ['does not come by itself', {}, false], ['is wished for', { newEpoch: true }, true], ['comes when somebody leaves', { leave: ['u-3'] }, true],
    ['comes when somebody reads no longer', { roles: [{ member: 'u-3', roles: ['data_protection_officer'] }] }, true], ['comes when a custodian ceases to be one', { roles: [{ member: 'u-2', roles: ['responder'] }] }, true],
    ['does not come with more to do', { roles: [{ member: 'u-3', roles: ['responder', 'approver'] }] }, false],
  ])('%s', (_what, wish, brings) => {
    expect(bringsEpoch({ leave: [], roles: [], newEpoch: false, ...wish }, people)).toBe(brings);
  });
});
