import { beforeAll, describe, expect, it } from 'vitest';
import type { MemberRole, Roster, RosterMember, RosterProposalBody } from '@lateral/contracts';
import { fingerprintOf, type PrivateKey } from '../openpgp.js';
import { cosignRoster } from './cosign-roster.js';
import { judgeProposal } from './judge-proposal.js';
import { makeAgencyKey, makePersonalKey } from './make-keys.js';
import { nextRoster, type RosterChange } from './next-roster.js';
import { publicKeyText } from './public-key.js';
import type { TrustedRoster } from './roster-members.js';
import { following, signRoster } from './sign-directory.js';
import { verifyRoster, type RosterAgency } from './verify-roster.js';

const AT = new Date('2026-11-03T10:20:00.000Z');
const day = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);
const agency = 'county-police';
const [FIRST, SECOND, THIRD, STAYS, THIEF, LAPSED] = ['u-000000c1', 'u-000000c2', 'u-000000c3', 'u-0000000a', 'u-0000000b', 'u-0000000d'];
const ROLES: Record<string, MemberRole[]> = { [FIRST]: ['custodian', 'team_manager'], [SECOND]: ['custodian', 'team_manager'], [THIRD]: ['custodian'], [STAYS]: ['responder'], [THIEF]: ['responder'], [LAPSED]: ['responder'] };
/** Days for which a key is good; the others for longer than anything here. */
const SHORT: Record<string, number> = { [THIRD]: 30, [LAPSED]: 30 };

describe('a roster at a time at which somebody’s own key has run out', () => {
  let police: PrivateKey;
  let known: RosterAgency;
  let keys: Map<string, PrivateKey>;
  beforeAll(async () => {
    police = await makeAgencyKey({ agency, at: AT, epochDays: 100 });
    known = { id: agency, primary: fingerprintOf(police), key: police.toPublic(), rosterFrom: null };
    keys = new Map(await Promise.all(Object.keys(ROLES).map(async (member) => [member, await makePersonalKey({ member, agency, at: AT, days: SHORT[member] ?? 395 })] as const)));
  });
  const rosterOf = async (...members: string[]): Promise<TrustedRoster> => {
    const entries: RosterMember[] = members.map((member) => ({ member, roles: ROLES[member]!, key: publicKeyText(keys.get(member)!), fingerprint: fingerprintOf(keys.get(member)!), from: AT.toISOString(), until: null, signIn: null }));
    const document: Roster = { v: 1, type: 'roster', agency, ...following(null), issued: AT.toISOString(), members: entries, teamKey: null, delegates: [] };
    const read = await verifyRoster(await signRoster(document, { agencyKey: police, custodians: members.slice(0, 2).map((member) => keys.get(member)!) }), known);
    if (!read.ok) throw new Error(read.code);
    return read.roster;
  };
  const propose = async (before: TrustedRoster, change: RosterChange): Promise<RosterProposalBody> => (await nextRoster(before, change, { agencyKey: police, custodianKey: keys.get(FIRST)!, at: day(40) })).proposal;
  const receiving = ({ copies, custody }: RosterProposalBody): string[][] => [copies, custody].map((list) => list.map(({ member }) => member));
  const isPublished = async (proposal: RosterProposalBody, before: TrustedRoster): Promise<unknown[]> => {
    const judged = await judgeProposal(proposal.roster, known, before);
    const signed = await cosignRoster(proposal, { agency: known, before, custodianKey: keys.get(SECOND)!, at: day(40) });
    return [judged.ok, signed.ok];
  };

  it.each<[string, RosterChange, string[]]>([
    ['the monthly epoch', { newEpochDays: 35 }, [FIRST, SECOND, STAYS, THIEF]],
    ['one that shuts a thief out', { leave: [THIEF], newEpochDays: 35 }, [FIRST, SECOND, STAYS]],
    ['other roles for them', { roles: [{ member: LAPSED, roles: ['responder', 'approver'] }] }, []],
  ])('is made as ever, and they get no copy: %s', async (_what, change, readers) => {
    const before = await rosterOf(FIRST, SECOND, THIRD, STAYS, THIEF, LAPSED);
    const proposal = await propose(before, change);
    expect(receiving(proposal)).toEqual([readers, change.newEpochDays === undefined ? [] : [FIRST, SECOND]]);
    expect(await isPublished(proposal, before)).toEqual([true, true]);
  });

  it('gives them copies again with the key that they bring in its place', async () => {
    const before = await rosterOf(FIRST, SECOND, STAYS, LAPSED);
    const fresh = await makePersonalKey({ member: LAPSED, agency, at: day(40) });
    const proposal = await propose(before, { join: [{ member: LAPSED, roles: ['responder'], key: fresh.toPublic(), signIn: null }], newEpochDays: 35 });
    expect(receiving(proposal)).toEqual([[LAPSED, FIRST, SECOND, STAYS], [FIRST, SECOND]]);
    expect(await isPublished(proposal, before)).toEqual([true, true]);
  });

  it('is not made where fewer than two custodians would get the new key, or a newcomer could not have it', async () => {
    const before = await rosterOf(FIRST, THIRD, STAYS);
    await expect(propose(before, { newEpochDays: 35 })).rejects.toThrow('two custodians');
    const renewed = await makePersonalKey({ member: THIRD, agency, at: day(40) });
    expect(receiving(await propose(before, { join: [{ member: THIRD, roles: ['custodian'], key: renewed.toPublic(), signIn: null }], newEpochDays: 35 }))[1]).toEqual([THIRD, FIRST]);
    await expect(propose(before, { join: [{ member: LAPSED, roles: ['responder'], key: keys.get(LAPSED)!.toPublic(), signIn: null }] })).rejects.toThrow('no encryption subkey');
  });
});
