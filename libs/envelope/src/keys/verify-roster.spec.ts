import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { digestOf, toBase64Url, type MemberRole, type Roster, type RosterMember, type SignedDocument } from '@lateral/contracts';
import { NOTATIONS, fingerprintOf, signDetached, type PrivateKey } from '../openpgp.js';
import { addEpoch, makeAgencyKey, makePersonalKey } from './make-keys.js';
import { encryptionEpoch, publicKeyText } from './public-key.js';
import type { TrustedRoster } from './roster-members.js';
import { following, signDocument, signRoster } from './sign-directory.js';
import { documentBytes, documentNotation } from './signed-document.js';
import { newestTeamKey } from './team-key.js';
import { verifyRoster, verifyRosterChain, type RosterAgency } from './verify-roster.js';

const AT = new Date('2026-11-03T10:20:00.250Z');
const day = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);
const agency = 'county-police';
type Made = { key: PrivateKey; entry: RosterMember };

async function person(member: string, ...roles: MemberRole[]): Promise<Made> {
  const key = await makePersonalKey({ member, agency, at: AT });
  return { key, entry: { member, roles, key: publicKeyText(key), fingerprint: fingerprintOf(key), from: '2026-11-03T10:20:00.000Z', until: null, signIn: null } };
}

describe('a roster', () => {
  let police: PrivateKey;
  let known: RosterAgency;
  let [one, two, three, plain]: Made[] = [];
  beforeAll(async () => {
    police = await makeAgencyKey({ agency, at: AT });
    known = { id: agency, primary: fingerprintOf(police), key: police.toPublic(), rosterFrom: null };
    [one, two, three, plain] = await Promise.all([person('u-000000c1', 'custodian'), person('u-000000c2', 'custodian'), person('u-000000c3', 'custodian'), person('u-0000000a', 'responder')]);
  });
  const roster = (people: readonly Made[], before: Roster | null = null, at = before === null ? AT : day(before.version)): Roster =>
    ({ v: 1, type: 'roster', agency, ...following(before), issued: at.toISOString(), members: people.map(({ entry }) => entry), teamKey: null, delegates: [] });
  const custodians = (...people: (Made | undefined)[]): PrivateKey[] => people.map((each) => each!.key);
  const codeOf = async (signed: SignedDocument<Roster>, before?: TrustedRoster): Promise<string> => {
    const read = await verifyRoster(signed, known, { before });
    return read.ok ? 'obeyed' : read.code;
  };
  const first = async (): Promise<{ signed: SignedDocument<Roster>; trusted: TrustedRoster }> => {
    const signed = await signRoster(roster([one!, two!, plain!]), { agencyKey: police, custodians: custodians(one, two) });
    const read = await verifyRoster(signed, known);
    if (!read.ok) throw new Error(read.code);
    return { signed, trusted: read.roster };
  };

  it('of version 1 is signed by the agency and two custodians whom it names', async () => {
    const document = roster([one!, two!, plain!]);
    expect(await codeOf(await signDocument('roster', document, police, one!.key, two!.key))).toBe('obeyed');
    expect(await codeOf(await signDocument('roster', document, one!.key, two!.key))).toBe('bad-signature');
    expect(await codeOf(await signDocument('roster', document, police, one!.key))).toBe('not-two-custodians');
    expect(await codeOf(await signDocument('roster', document, police, one!.key, plain!.key))).toBe('not-two-custodians');
    expect(await codeOf(await signDocument('roster', roster([one!, plain!]), police, one!.key))).toBe('too-few-custodians');
  });

  it('of a later version is signed by two custodians of the one before', async () => {
    const { trusted } = await first();
    const second = roster([one!, two!, three!, plain!], trusted.document);
    expect(await codeOf(await signDocument('roster', second, police, one!.key, two!.key), trusted)).toBe('obeyed');
    expect(await codeOf(await signDocument('roster', second, police, one!.key, three!.key), trusted)).toBe('not-two-custodians');
    expect(await codeOf(await signDocument('roster', second, police, one!.key, two!.key))).toBe('unchained');
  });

  it('stands in a chain with no version left out, whatever order they come in', async () => {
    const versions: SignedDocument<Roster>[] = [];
    let before: TrustedRoster | undefined;
    for (let i = 0; i < 5; i += 1) {
      const signed = await signRoster(roster([one!, two!], before?.document ?? null), { agencyKey: police, custodians: custodians(one, two), before });
      versions.push(signed);
      const read = await verifyRoster(signed, known, { before });
      if (!read.ok) throw new Error(read.code);
      before = read.roster;
    }
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(versions, { minLength: 1 }), async (some) => {
      const read = await verifyRosterChain(some, known);
      const highest = Math.max(...some.map(({ document }) => document.version));
      expect(read.ok).toBe(highest === some.length);
      if (read.ok) expect(read.newest.document.version).toBe(highest);
    }), { numRuns: 30 });
    expect(await verifyRosterChain([...versions, versions[4]!], known)).toEqual({ ok: false, code: 'unchained' });
    expect(await verifyRosterChain([], known)).toEqual({ ok: false, code: 'unchained' });
  });

  it('may wait a week for its second custodian, and no longer', async () => {
    const { trusted } = await first();
    const document = roster([one!, two!, plain!], trusted.document);
    const half = await signDocument('roster', document, police, one!.key);
    const cosigned = async (at: Date): Promise<SignedDocument<Roster>> => ({ document, signatures: [...half.signatures, toBase64Url(await signDetached(documentBytes('roster', document), two!.key, documentNotation(digestOf('roster', document)), at))] });
    expect(await codeOf(await cosigned(day(3)), trusted)).toBe('obeyed');
    expect(await codeOf(await cosigned(day(8)), trusted)).toBe('obeyed');
    expect(await codeOf(await cosigned(day(9)), trusted)).toBe('not-two-custodians');
    expect(await codeOf(await cosigned(AT), trusted)).toBe('not-two-custodians');
  });

  it('names the team key with the newest epochs, which is what others seal to', async () => {
    const rotated = await addEpoch(police, { at: day(1) });
    const { trusted } = await first();
    const document = { ...roster([one!, two!, plain!], trusted.document), teamKey: publicKeyText(rotated) };
    const read = await verifyRoster(await signRoster(document, { agencyKey: police, custodians: custodians(one, two), before: trusted }), known, { before: trusted });
    if (!read.ok) throw new Error(read.code);
    const [old, newest] = rotated.subkeys.map(fingerprintOf);
    expect(await encryptionEpoch(newestTeamKey(known, trusted), day(2))).toBe(old);
    expect(await encryptionEpoch(newestTeamKey(known, read.roster), day(2))).toBe(newest);
    expect(await encryptionEpoch(newestTeamKey(known, null), day(2))).toBe(old);
  });

  it('keeps everybody whom the one before names, each from the same day on', async () => {
    const { trusted } = await first();
    const whole = roster([one!, two!, plain!], trusted.document);
    const changed = [
      { ...whole, members: whole.members.slice(0, 2) },
      { ...whole, members: whole.members.map((entry, i) => (i === 2 ? { ...entry, from: day(-1).toISOString() } : entry)) },
      { ...whole, members: whole.members.map((entry, i) => (i === 2 ? { ...entry, member: 'u-000000ff' } : entry)) },
    ];
    for (const document of changed) expect(await codeOf(await signDocument('roster', document, police, one!.key, two!.key), trusted)).toBe('history-changed');
  });

  const ending = (members: readonly RosterMember[], until: Date | null): RosterMember[] => members.map((entry) => (entry.member === plain!.entry.member ? { ...entry, until: until?.toISOString() ?? null } : entry));
  it.each<[string, Date | null, Date | null, string]>([
    ['ends somebody in the second in which it is issued', null, new Date('2026-11-13T10:20:00.000Z'), 'obeyed'],
    ['names a last day to come', null, day(40), 'obeyed'],
    ['ends nobody a second before it was issued', null, new Date('2026-11-13T10:19:59.999Z'), 'history-changed'],
    ['ends nobody a year ago', null, day(-300), 'history-changed'],
    ['brings a last day forward to the moment at which it is issued', day(40), day(10), 'obeyed'],
    ['brings a last day forward to another day to come', day(40), day(20), 'obeyed'],
    ['brings no last day forward to a day that is past', day(40), day(9), 'history-changed'],
    ['puts no last day off', day(40), day(41), 'history-changed'],
    ['takes no last day back', day(40), null, 'history-changed'],
    ['leaves an end that is past as it is', day(5), day(5), 'obeyed'],
    ['moves no end that is past', day(5), day(10), 'history-changed'],
    ['moves no end that is past to before it', day(5), day(4), 'history-changed'],
    ['takes nobody back who has left', day(5), null, 'history-changed'],
  ])('%s', async (_what, was, until, code) => {
    const document = roster([one!, two!, plain!]);
    const signed = await signRoster({ ...document, members: ending(document.members, was) }, { agencyKey: police, custodians: custodians(one, two) });
    const before = await verifyRoster(signed, known);
    if (!before.ok) throw new Error(before.code);
    const next = roster([one!, two!, plain!], before.roster.document, day(10));
    expect(await codeOf(await signDocument('roster', { ...next, members: ending(next.members, until) }, police, one!.key, two!.key), before.roster)).toBe(code);
  });

  it('is the beginning of a chain where the root vouches for it, under another key and other custodians', async () => {
    const { signed, trusted } = await first();
    const [renewed, four, five] = [await makeAgencyKey({ agency, at: AT }), await person('u-000000c4', 'custodian'), await person('u-000000c5', 'custodian')];
    const document = roster([four, five], trusted.document);
    const second = await signDocument('roster', document, renewed);
    const under: RosterAgency = { id: agency, primary: fingerprintOf(renewed), key: renewed.toPublic(), rosterFrom: { version: 2, digest: digestOf('roster', document) } };
    expect((await verifyRoster(second, under)).ok).toBe(true);
    expect((await verifyRoster(second, { ...under, rosterFrom: null }, { before: trusted })).ok).toBe(false);
    // History before the mark stands by its digests, though the key that signed it is no longer the agency's.
    const chain = await verifyRosterChain([signed, second], under);
    expect(chain.ok && chain.rosters.map(({ document: { version } }) => version)).toEqual([1, 2]);
    const third = await signDocument('roster', roster([four, five, plain!], document), renewed, four.key, five.key);
    expect((await verifyRosterChain([second, third], under)).ok).toBe(true);
    expect(await verifyRosterChain([signed], under)).toEqual({ ok: false, code: 'rolled-back' });
    const other = await signDocument('roster', roster([four, five], trusted.document, day(2)), renewed, four.key, five.key);
    expect(await verifyRosterChain([signed, other], under)).toEqual({ ok: false, code: 'unchained' });
  });

  it('is refused where it was signed at another time than it says, or under the notation of something else', async () => {
    const document = roster([one!, two!]);
    const half = await signDocument('roster', document, one!.key, two!.key);
    const signedBy = async (notation: Parameters<typeof signDetached>[2], at: Date): Promise<SignedDocument<Roster>> => ({ document, signatures: [...half.signatures, toBase64Url(await signDetached(documentBytes('roster', document), police, notation, at))] });
    const right = documentNotation(digestOf('roster', document));
    expect(await codeOf(await signedBy(right, new Date(AT.getTime() + 299_000)))).toBe('obeyed');
    expect(await codeOf(await signedBy(right, day(30)))).toBe('bad-signature');
    for (const notation of [documentNotation('x'), { name: NOTATIONS.header, value: right.value }]) expect(await codeOf(await signedBy(notation, AT))).toBe('bad-signature');
  });

  it('holds no private key, no unknown role, no name and no hours that are none', async () => {
    const document = roster([one!, two!, plain!]);
    const sign = (changed: Partial<Roster>): Promise<SignedDocument<Roster>> => signRoster({ ...document, ...changed }, { agencyKey: police, custodians: custodians(one, two) });
    const { entry, key } = plain!;
    for (const odd of [{ ...entry, key: toBase64Url(key.write()) }, { ...entry, roles: ['admin' as MemberRole] }, { ...entry, member: 'Bernadette Crowe' }, { ...entry, signIn: 'AAAA' }, { ...entry, until: 'soon' }]) {
      await expect(sign({ members: [one!.entry, two!.entry, odd] })).rejects.toThrow('malformed');
    }
    await expect(sign({ teamKey: toBase64Url(police.write()) })).rejects.toThrow('malformed');
    const delegate = { agency: 'night-desk', hours: [{ day: 1, from: '18:00', to: '24:00' }], from: AT.toISOString(), until: null };
    expect((await sign({ delegates: [delegate] })).signatures).toHaveLength(3);
    for (const hours of [{ day: 8, from: '18:00', to: '20:00' }, { day: 1, from: '24:00', to: '24:00' }, { day: 1, from: '20:00', to: '18:00' }, { day: 1, from: '8:00', to: '18:00' }]) await expect(sign({ delegates: [{ ...delegate, hours: [hours] }] })).rejects.toThrow('malformed');
    await expect(sign({ delegates: [{ ...delegate, agency }] })).rejects.toThrow('malformed');
  });
});
