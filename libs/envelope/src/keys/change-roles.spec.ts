import { beforeAll, describe, expect, it } from 'vitest';
import type { MemberRole, Roster, RosterMember, RosterProposalBody } from '@lateral/contracts';
import { fingerprintOf, type PrivateKey } from '../openpgp.js';
import { cosignRoster, proposeRoster, type CosignRefusal } from './cosign-roster.js';
import { unwrapCustody } from './custody-copy.js';
import { makeAgencyKey, makePersonalKey } from './make-keys.js';
import { nextRoster, type RosterChange } from './next-roster.js';
import { publicKeyText } from './public-key.js';
import type { TrustedRoster } from './roster-members.js';
import { following, signRoster } from './sign-directory.js';
import { unwrapTeamCopy } from './team-copy.js';
import { verifyRoster, type RosterAgency } from './verify-roster.js';

const AT = new Date('2026-11-03T10:20:00.000Z');
const NEXT = new Date('2026-11-04T10:20:00.000Z');
const agency = 'county-police';
const NAMES = ['u-000000c1', 'u-000000c2', 'u-0000000a', 'u-0000000b'];
const ROLES: MemberRole[] = ['custodian', 'custodian', 'responder', 'data_protection_officer'];

describe('other roles for somebody who stays', () => {
  let police: PrivateKey;
  let known: RosterAgency;
  let before: TrustedRoster;
  let keys: PrivateKey[];
  beforeAll(async () => {
    police = await makeAgencyKey({ agency, at: AT });
    known = { id: agency, primary: fingerprintOf(police), key: police.toPublic(), rosterFrom: null };
    keys = await Promise.all(NAMES.map((member) => makePersonalKey({ member, agency, at: AT })));
    const members: RosterMember[] = keys.map((key, i) => ({ member: NAMES[i]!, roles: [ROLES[i]!], key: publicKeyText(key), fingerprint: fingerprintOf(key), from: AT.toISOString(), until: null, signIn: null }));
    const document: Roster = { v: 1, type: 'roster', agency, ...following(null), issued: AT.toISOString(), members, teamKey: null, delegates: [] };
    const read = await verifyRoster(await signRoster(document, { agencyKey: police, custodians: keys.slice(0, 2) }), known);
    if (!read.ok) throw new Error(read.code);
    before = read.roster;
  });

  const propose = async (change: RosterChange): Promise<RosterProposalBody> => (await nextRoster(before, change, { agencyKey: police, custodianKey: keys[0]!, at: NEXT })).proposal;
  const cosigned = async (body: RosterProposalBody): Promise<TrustedRoster | CosignRefusal> => {
    const signed = await cosignRoster(body, { agency: known, before, custodianKey: keys[1]!, at: NEXT });
    if (!signed.ok) return signed.code;
    const read = await verifyRoster(signed.signed, known, { before });
    return read.ok ? read.roster : read.code;
  };

  it('stand under the same key, from the same day, and bring the keys that go with them', async () => {
    const body = await propose({ roles: [{ member: NAMES[3]!, roles: ['custodian', 'responder'] }] });
    expect([body.copies, body.custody].map((list) => list.map(({ member }) => member))).toEqual([[NAMES[3]], [NAMES[3]]]);
    const roster = (await cosigned(body)) as TrustedRoster;
    expect(roster.document.members.map(({ member, roles, from, until }) => [member, roles, from, until])).toEqual(NAMES.map((member, i) => [member, i === 3 ? ['custodian', 'responder'] : [ROLES[i]], AT.toISOString(), null]));
    const by = { agency: known, roster, memberKey: keys[3]!, at: NEXT };
    expect([await unwrapCustody(body.custody[0]!, by), await unwrapTeamCopy(body.copies[0]!, by)]).toEqual([expect.objectContaining({ ok: true }), expect.objectContaining({ ok: true })]);
  });

  it('are signed by nobody where the keys that go with them are kept back', async () => {
    const honest = await propose({ roles: [{ member: NAMES[3]!, roles: ['custodian'] }] });
    const { handedOut: _, ...document } = honest.roster.document;
    const roster = await proposeRoster(document, { agencyKey: police, custodianKey: keys[0]!, before });
    expect(await cosigned({ roster, copies: [], custody: [] })).toBe('copies-missing');
  });

  it('leave an epoch behind where one comes with them, and two custodians in any case', async () => {
    const body = await propose({ roles: [{ member: NAMES[2]!, roles: ['data_protection_officer'] }], newEpochDays: 35 });
    expect([body.copies, body.custody].map((list) => list.map(({ member }) => member))).toEqual([NAMES.slice(0, 2), NAMES.slice(0, 2)]);
    expect(await cosigned(body)).toMatchObject({ document: { version: 2 } });
    await expect(propose({ roles: [{ member: NAMES[1]!, roles: ['responder'] }], newEpochDays: 35 })).rejects.toThrow('too-few-custodians');
  });
});
