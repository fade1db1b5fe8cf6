import { beforeAll, describe, expect, it } from 'vitest';
import { handedOutDigest, type MemberRole, type Roster, type RosterMember, type RosterProposalBody, type TeamKeyCopy } from '@lateral/contracts';
import { fingerprintOf, type PrivateKey } from '../openpgp.js';
import { cosignRoster, proposeRoster, type CosignRefusal } from './cosign-roster.js';
import { addEpoch, makeAgencyKey, makePersonalKey, memberCopy } from './make-keys.js';
import { nextRoster } from './next-roster.js';
import { publicKeyText } from './public-key.js';
import type { TrustedRoster } from './roster-members.js';
import { following, signRoster } from './sign-directory.js';
import { wrapTeamCopies } from './team-copy.js';
import { verifyRoster, type RosterAgency } from './verify-roster.js';

const AT = new Date('2026-11-03T10:20:00.000Z');
const NEXT = new Date('2026-11-04T10:20:00.000Z');
const agency = 'county-police';

describe('keys that a proposed roster hands out', () => {
  let police: PrivateKey;
  let known: RosterAgency;
  let before: TrustedRoster;
  let keys: PrivateKey[];
  const NAMES = ['u-000000c1', 'u-000000c2', 'u-0000000a', 'u-0000000b'];
  const ROLES: MemberRole[] = ['custodian', 'custodian', 'responder', 'data_protection_officer'];
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

  const rotate = async (): Promise<RosterProposalBody> => (await nextRoster(before, { newEpochDays: 35 }, { agencyKey: police, custodianKey: keys[0]!, at: NEXT })).proposal;
  const cosign = async (body: RosterProposalBody): Promise<CosignRefusal | 'signed'> => {
    const read = await cosignRoster(body, { agency: known, before, custodianKey: keys[1]!, at: NEXT });
    return read.ok ? 'signed' : read.code;
  };
  /** A dishonest proposer: the roster says what the copies are, and is signed for it. */
  const proposing = async (body: RosterProposalBody, change: Partial<Pick<RosterProposalBody, 'copies' | 'custody'>>): Promise<RosterProposalBody> => {
    const given = { copies: body.copies, custody: body.custody, ...change };
    const { handedOut: _, ...document } = body.roster.document;
    const digest = handedOutDigest(given);
    const agencyKey = await addEpoch(police, { at: NEXT });
    return { ...given, roster: await proposeRoster({ ...document, ...(digest === undefined ? {} : { handedOut: digest }) }, { agencyKey, custodianKey: keys[0]!, before }) };
  };

  it('are signed for by the second custodian as they were composed', async () => {
    const body = await rotate();
    expect(body.copies.map(({ member }) => member)).toEqual(NAMES.slice(0, 3));
    expect(body.roster.document.handedOut).toBe(handedOutDigest(body));
    expect(await cosign(body)).toBe('signed');
  });

  it('are those of the signed roster: none is exchanged, added or left out', async () => {
    const body = await rotate();
    const [first, ...rest] = body.copies as [TeamKeyCopy, ...TeamKeyCopy[]];
    for (const copies of [rest, [], [...body.copies, first], [{ ...first, wrapped: rest[0]!.wrapped }, ...rest], [...rest, first]]) expect(await cosign({ ...body, copies })).toBe('copies-changed');
    for (const custody of [[], body.custody.slice(1), [...body.custody].reverse()]) expect(await cosign({ ...body, custody })).toBe('copies-changed');
  });

  it('are not signed for when the proposer bound copies for others, for too few, or such as do not open', async () => {
    const body = await rotate();
    const [one, two, three] = body.copies as [TeamKeyCopy, TeamKeyCopy, TeamKeyCopy];
    expect(await cosign(await proposing(body, {}))).toBe('signed');
    for (const copies of [[one, two, { ...three, wrapped: two.wrapped }], [one, two, { ...three, member: NAMES[3]! }], [one, two, three, three], [one, two, { ...three, wrapped: '!' }]]) expect(await cosign(await proposing(body, { copies }))).toBe('copies-for-others');
    expect(await cosign(await proposing(body, { copies: [one, two] }))).toBe('copies-missing');
    expect(await cosign(await proposing(body, { custody: body.custody.slice(1) }))).toBe('copies-missing');
    const other = await wrapTeamCopies({ agency, copy: await memberCopy(await makeAgencyKey({ agency, at: AT })), readers: [0, 1, 2].map((i) => ({ member: NAMES[i]!, key: keys[i]!.toPublic() })), custodianKey: keys[0]!, at: NEXT });
    expect(await cosign(await proposing(body, { copies: other }))).toBe('copies-do-not-open');
    const wider = await wrapTeamCopies({ agency, copy: await memberCopy(await addEpoch(police, { at: NEXT })), readers: [0, 1, 2, 3].map((i) => ({ member: NAMES[i]!, key: keys[i]!.toPublic() })), custodianKey: keys[0]!, at: NEXT });
    expect(await cosign(await proposing(body, { copies: wider.slice(0, 3) }))).toBe('copies-do-not-open');
  });
});
