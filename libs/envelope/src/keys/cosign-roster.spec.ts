import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf, type MemberRole, type Roster, type RosterMember, type RosterProposalBody, type SignedDocument } from '@lateral/contracts';
import { fingerprintOf, type PrivateKey } from '../openpgp.js';
import { cosignRoster, proposeRoster, type CosignRefusal } from './cosign-roster.js';
import { judgeProposal } from './judge-proposal.js';
import { signedByBothAt } from './key-log-delay.js';
import { makeAgencyKey, makePersonalKey } from './make-keys.js';
import { publicKeyText } from './public-key.js';
import type { TrustedRoster } from './roster-members.js';
import { following, signDocument } from './sign-directory.js';
import { verifyRoster, type RosterAgency } from './verify-roster.js';

const AT = new Date('2026-11-03T10:20:00.250Z');
const day = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);
const agency = 'county-police';

describe('two custodians, one after the other', () => {
  let police: PrivateKey;
  let known: RosterAgency;
  let before: TrustedRoster;
  let people: { key: PrivateKey; entry: RosterMember }[];
  const person = async (member: string, role: MemberRole): Promise<{ key: PrivateKey; entry: RosterMember }> => {
    const key = await makePersonalKey({ member, agency, at: AT });
    return { key, entry: { member, roles: [role], key: publicKeyText(key), fingerprint: fingerprintOf(key), from: '2026-11-03T10:20:00.000Z', until: null, signIn: null } };
  };
  const roster = (previous: Roster | null, at: Date, members = people): Roster => ({ v: 1, type: 'roster', agency, ...following(previous), issued: at.toISOString(), members: members.map(({ entry }) => entry), teamKey: null, delegates: [] });
  const bare = (signed: SignedDocument<Roster>): RosterProposalBody => ({ roster: signed, copies: [], custody: [] });
  beforeAll(async () => {
    police = await makeAgencyKey({ agency, at: AT });
    known = { id: agency, primary: fingerprintOf(police), key: police.toPublic(), rosterFrom: null };
    people = await Promise.all([person('u-000000c1', 'custodian'), person('u-000000c2', 'custodian'), person('u-0000000a', 'responder')]);
    const [one, two] = people.map(({ key }) => key);
    const first = await cosignRoster(bare(await proposeRoster(roster(null, AT), { agencyKey: police, custodianKey: one!, before: null })), { agency: known, before: null, custodianKey: two!, at: AT });
    const read = first.ok ? await verifyRoster(first.signed, known) : first;
    if (!read.ok) throw new Error(read.code);
    before = read.roster;
  });
  const key = (i: number): PrivateKey => people[i]!.key;
  const propose = (by: number, at = day(1)): ReturnType<typeof proposeRoster> => proposeRoster(roster(before.document, at), { agencyKey: police, custodianKey: key(by), before });

  it('make a roster that every reader obeys, the second one two days later', async () => {
    const done = await cosignRoster(bare(await propose(0)), { agency: known, before, custodianKey: key(1), at: day(3) });
    if (!done.ok) throw new Error(done.code);
    expect((await verifyRoster(done.signed, known, { before })).ok).toBe(true);
    expect(done.signed.signatures.at(-1)).toBe(done.signature);
    const digest = digestOf('roster', done.signed.document);
    // The day by which it has to be in the log begins with the second signature, not with the day that the first one dated it.
    expect(await signedByBothAt({ signed: done.signed, digest }, { before, vouched: day(5) })).toEqual(new Date(Math.floor(day(3).getTime() / 1000) * 1000));
    expect(await signedByBothAt({ signed: done.signed, digest }, { before: null, vouched: day(5) })).toEqual(day(5));
    expect(await signedByBothAt({ signed: done.signed, digest }, { before: null, vouched: day(0) })).toEqual(day(1));
  });

  it('are two: nobody cosigns their own proposal, is no custodian, comes too late or follows another roster', async () => {
    const codeOf = async (by: number, change: Partial<Parameters<typeof cosignRoster>[1]> = {}, proposal?: Awaited<ReturnType<typeof propose>>): Promise<CosignRefusal | 'signed'> => {
      const read = await cosignRoster(bare(proposal ?? (await propose(0))), { agency: known, before, custodianKey: key(by), at: day(1), ...change });
      return read.ok ? 'signed' : read.code;
    };
    expect(await codeOf(1)).toBe('signed');
    expect(await codeOf(0)).toBe('signed-already');
    expect(await codeOf(2)).toBe('not-a-custodian');
    expect(await codeOf(1, { at: day(9) })).toBe('not-two-custodians');
    expect(await codeOf(1, { before: null })).toBe('unchained');
    expect(await codeOf(1, {}, await signDocument('roster', roster(before.document, day(1)), police))).toBe('not-two-custodians');
    expect(await codeOf(1, {}, await signDocument('roster', roster(before.document, day(1)), police, key(0), key(2)))).toBe('not-two-custodians');
    expect(await codeOf(1, {}, await signDocument('roster', roster(before.document, day(1)), key(0)))).toBe('bad-signature');
  });

  it('do not propose what could never be published', async () => {
    const without = roster(before.document, day(1), people.slice(1));
    await expect(proposeRoster(without, { agencyKey: police, custodianKey: key(0), before })).rejects.toThrow('too-few-custodians');
    await expect(proposeRoster(roster(before.document, day(1)), { agencyKey: police, custodianKey: key(2), before })).rejects.toThrow('not-two-custodians');
    await expect(proposeRoster(roster(null, day(1)), { agencyKey: police, custodianKey: key(0), before })).rejects.toThrow('unchained');
  });

  it('publish nothing that readers would refuse, though both of them signed it', async () => {
    const whole = roster(before.document, day(1));
    const changed: Roster[] = [
      { ...whole, members: whole.members.slice(0, 2) },
      { ...whole, members: whole.members.map((entry, i) => (i === 2 ? { ...entry, from: day(-1).toISOString() } : entry)) },
      { ...whole, members: whole.members.map((entry, i) => (i === 2 ? { ...entry, until: day(0).toISOString() } : entry)) },
    ];
    const judged = async (document: Roster, ...by: number[]): Promise<unknown> => {
      const read = await judgeProposal(await signDocument('roster', document, police, ...by.map(key)), known, before);
      return read.ok ? [read.completed, read.signers] : read.code;
    };
    expect(await judged(whole, 0, 1)).toEqual([new Date(Math.floor(day(1).getTime() / 1000) * 1000), ['u-000000c1', 'u-000000c2']]);
    expect(await judged(whole, 0)).toEqual([null, ['u-000000c1']]);
    for (const [i, document] of changed.entries()) for (const by of [[0], [0, 1]]) expect([i, await judged(document, ...by)]).toEqual([i, 'history-changed']);
  });
});
