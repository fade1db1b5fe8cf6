import { beforeAll, describe, expect, it } from 'vitest';
import type { CustodyCopy, MemberRole, Roster } from '@lateral/contracts';
import { fingerprintOf, type PrivateKey } from '../openpgp.js';
import { unwrapCustody, wrapCustody, wrapCustodyForAll, type CustodyRefusal } from './custody-copy.js';
import { addEpoch, makeAgencyKey, makePersonalKey, memberCopy } from './make-keys.js';
import { publicKeyText } from './public-key.js';
import type { TrustedRoster } from './roster-members.js';
import { signRoster } from './sign-directory.js';
import type { TrustedAgency } from './verify-directory.js';
import { verifyRoster } from './verify-roster.js';

const AT = new Date('2026-11-03T10:20:00.000Z');
const day = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);
const id = 'county-police';

describe('the whole agency key, for one custodian', () => {
  let police: PrivateKey;
  let people: PrivateKey[];
  let agency: TrustedAgency;
  let roster: TrustedRoster;
  beforeAll(async () => {
    police = await makeAgencyKey({ agency: id, at: AT });
    people = await Promise.all(['u-000000c1', 'u-000000c2', 'u-000000c3', 'u-0000000a'].map((member) => makePersonalKey({ member, agency: id, at: AT })));
    const entry = (i: number, role: MemberRole, until: Date | null = null): Roster['members'][number] =>
      ({ member: `u-000000c${i + 1}`, roles: [role], key: publicKeyText(people[i]!), fingerprint: fingerprintOf(people[i]!), from: AT.toISOString(), until: until?.toISOString() ?? null, signIn: null });
    const document: Roster = { v: 1, type: 'roster', agency: id, version: 1, previous: null, issued: AT.toISOString(), teamKey: null, delegates: [], members: [entry(0, 'custodian'), entry(1, 'custodian'), entry(2, 'custodian', day(5)), entry(3, 'practitioner')] };
    agency = { id, type: 'POLICE', nation: 'E', name: { en: 'Police', cy: 'Heddlu' }, publicAuthority: true, competentAuthority: true, commissionedProvider: false, witnesses: [], rosterFrom: null, primary: fingerprintOf(police), key: police.toPublic() };
    const read = await verifyRoster(await signRoster(document, { agencyKey: police, custodians: people.slice(0, 2) }), agency);
    if (!read.ok) throw new Error(read.code);
    roster = read.roster;
  });
  const wrap = (change: Partial<Parameters<typeof wrapCustody>[0]> = {}): Promise<CustodyCopy> => wrapCustody({ agency: id, member: 'u-000000c2', agencyKey: police, memberKey: people[1]!.toPublic(), custodianKey: people[0]!, at: day(1), ...change });
  const codeOf = async (copy: CustodyCopy, change: Partial<Parameters<typeof unwrapCustody>[1]> = {}): Promise<CustodyRefusal | 'opened'> => {
    const read = await unwrapCustody(copy, { agency, roster, memberKey: people[1]!, at: day(10), ...change });
    return read.ok ? 'opened' : read.code;
  };

  it('is opened by that custodian and signs and adds epochs', async () => {
    const read = await unwrapCustody(await wrap(), { agency, roster, memberKey: people[1]!, at: day(1) });
    if (!read.ok) throw new Error(read.code);
    expect((await addEpoch(read.agencyKey, { at: day(1) })).subkeys).toHaveLength(2);
    expect((await wrapCustodyForAll(roster, { agencyKey: police, custodianKey: people[0]!, at: day(6) })).map(({ member }) => member)).toEqual(['u-000000c1', 'u-000000c2']);
  });

  it('is opened by nobody else, and is not taken from somebody who was no custodian then', async () => {
    expect(await codeOf(await wrap(), { memberKey: people[0]! })).toBe('not-authentic');
    expect(await codeOf(await wrap({ custodianKey: people[3]! }))).toBe('not-authentic');
    expect(await codeOf(await wrap({ custodianKey: people[2]!, at: day(4) }))).toBe('opened');
    expect(await codeOf(await wrap({ custodianKey: people[2]!, at: day(6) }))).toBe('not-by-a-custodian');
    expect(await codeOf({ ...(await wrap()), agency: 'mid-trust' })).toBe('other-agency');
    expect(await codeOf({ ...(await wrap()), wrapped: 'AAAA' })).toBe('not-authentic');
  });

  it('is never a member\'s copy, another key, or one with an epoch that nobody has published', async () => {
    await expect(wrap({ agencyKey: await memberCopy(police) })).rejects.toThrow('whole key');
    expect(await codeOf(await wrap({ agencyKey: await makeAgencyKey({ agency: id, at: AT }) }))).toBe('not-authentic');
    const rotated = await addEpoch(police, { at: day(1) });
    expect(await codeOf(await wrap({ agencyKey: rotated }))).toBe('not-the-agency-key');
    expect(await codeOf(await wrap({ agencyKey: rotated }), { roster: { ...roster, teamKey: rotated.toPublic() } })).toBe('opened');
  });
});
