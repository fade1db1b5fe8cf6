import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, digestOf, fromBase64Url, toBase64Url, utf8, type MemberRole, type TeamKeyCopy } from '@lateral/contracts';
import { listReaders } from '../inspect/readers.js';
import { readPackets } from '../packets.js';
import { NOTATIONS, encryptTo, fingerprintOf, type PrivateKey } from '../openpgp.js';
import { addEpoch, makeAgencyKey, makePersonalKey, memberCopy } from './make-keys.js';
import { encryptionEpoch, publicKeyText } from './public-key.js';
import { signRoster } from './sign-directory.js';
import { unwrapTeamCopy, wrapTeamCopies } from './team-copy.js';
import type { TrustedRoster } from './roster-members.js';
import type { TrustedAgency } from './verify-directory.js';
import { verifyRoster } from './verify-roster.js';

const AT = new Date('2026-11-03T10:20:00.250Z');
const LATER = new Date('2026-11-10T10:20:00.000Z');
const agencyId = 'county-police';

describe('a wrapped copy of the team key', () => {
  let primary: PrivateKey;
  let custodian: PrivateKey;
  let member: PrivateKey;
  let second: PrivateKey;
  let officer: PrivateKey;
  let roster: TrustedRoster;
  let wrapped: TeamKeyCopy;
  beforeAll(async () => {
    [primary, custodian, member, second, officer] = await Promise.all([makeAgencyKey({ agency: agencyId, at: AT }), makePersonalKey({ member: 'u-0000000a', agency: agencyId, at: AT }), makePersonalKey({ member: 'u-0000000b', agency: agencyId, at: AT }), makePersonalKey({ member: 'u-0000000c', agency: agencyId, at: AT }), makePersonalKey({ member: 'u-0000000e', agency: agencyId, at: AT })]);
    const entry = (key: PrivateKey, pseudonym: string, role: MemberRole) => ({ member: pseudonym, roles: [role], key: publicKeyText(key), fingerprint: fingerprintOf(key), from: '2026-11-03T10:20:00.000Z', until: null, signIn: null });
    const read = await verifyRoster(await signRoster({ v: 1, type: 'roster', agency: agencyId, version: 1, previous: null, issued: AT.toISOString(), members: [entry(custodian, 'u-0000000a', 'custodian'), entry(member, 'u-0000000b', 'responder'), entry(second, 'u-0000000c', 'custodian'), entry(officer, 'u-0000000e', 'data_protection_officer')], teamKey: null, delegates: [] }, { agencyKey: primary, custodians: [custodian, second] }), agency(primary));
    if (!read.ok) throw new Error(read.code);
    roster = read.roster;
    wrapped = await wrap(primary);
  });
  const agency = (key: PrivateKey): TrustedAgency => ({ id: agencyId, type: 'POLICE', nation: 'E', name: { en: 'Police', cy: 'Heddlu' }, publicAuthority: true, competentAuthority: false, commissionedProvider: false, witnesses: [], rosterFrom: null, primary: fingerprintOf(key), key: key.toPublic() });
  const wrap = async (key: PrivateKey): Promise<TeamKeyCopy> => (await wrapAll(key, { 'u-0000000b': member }))[0]!;
  const wrapAll = async (key: PrivateKey, readers: Record<string, PrivateKey>): Promise<TeamKeyCopy[]> =>
    wrapTeamCopies({ agency: agencyId, copy: await memberCopy(key), readers: Object.entries(readers).map(([name, reader]) => ({ member: name, key: reader.toPublic() })), custodianKey: custodian, at: AT });
  const unwrap = (copy: TeamKeyCopy, change: Partial<Parameters<typeof unwrapTeamCopy>[1]> = {}): ReturnType<typeof unwrapTeamCopy> => unwrapTeamCopy(copy, { agency: agency(primary), roster, memberKey: member, at: LATER, ...change });

  const containerOf = ({ wrapped: text }: TeamKeyCopy) => readPackets(fromBase64Url(text))!.at(-1);

  it('opens to a key that decrypts for the team and has no primary', async () => {
    const opened = await unwrap(wrapped);
    if (!opened.ok) throw new Error(opened.code);
    expect(fingerprintOf(opened.copy)).toBe(fingerprintOf(primary));
    expect(wrapped.epoch).toBe(await encryptionEpoch(primary.toPublic(), AT));
    await expect(addEpoch(opened.copy, { at: LATER })).rejects.toThrow('gnu-dummy');
  });

  it('opens for nobody else, and not when a bit is changed', async () => {
    expect(await unwrap(wrapped, { memberKey: custodian })).toEqual({ ok: false, code: 'not-authentic' });
    const broken = `${wrapped.wrapped.slice(0, 400)}${wrapped.wrapped[400] === 'A' ? 'B' : 'A'}${wrapped.wrapped.slice(401)}`;
    for (const text of [broken, '', '!', 'AAAA']) expect(await unwrap({ ...wrapped, wrapped: text })).toEqual({ ok: false, code: 'not-authentic' });
  });

  it('is refused when what is inside is another key, or holds an epoch that the certified key has not', async () => {
    const other = await makeAgencyKey({ agency: agencyId, at: AT });
    expect(await unwrap(await wrap(other))).toEqual({ ok: false, code: 'not-authentic' });
    expect(await unwrap(await wrap(await addEpoch(primary, { at: AT })))).toEqual({ ok: false, code: 'not-the-team-key' });
  });

  it('holds an epoch that the roster has published, and the partnership file not yet', async () => {
    const rotated = await addEpoch(primary, { at: AT });
    const opened = await unwrap(await wrap(rotated), { roster: { ...roster, teamKey: rotated.toPublic() } });
    expect(opened.ok && opened.copy.subkeys).toHaveLength(2);
  });

  it('is refused when a custodian signs for one key and encloses another', async () => {
    const other = await memberCopy(await makeAgencyKey({ agency: agencyId, at: AT }));
    const context = { v: 1, type: 'team-copy', agency: agencyId, primary: fingerprintOf(primary), epoch: wrapped.epoch };
    const reader = { key: member.toPublic(), epoch: (await encryptionEpoch(member.toPublic(), AT))! };
    const enclose = async (secret: PrivateKey): Promise<TeamKeyCopy> => ({ ...wrapped, wrapped: toBase64Url(await encryptTo(utf8(canonicalJson({ ...context, readers: [fingerprintOf(member)], secret: toBase64Url(secret.write()) })), [reader], custodian, { name: NOTATIONS.document, value: digestOf('team-copy', context) }, AT)) });
    expect((await unwrap(await enclose(await memberCopy(primary)))).ok).toBe(true);
    expect(await unwrap(await enclose(other))).toEqual({ ok: false, code: 'not-the-team-key' });
    expect(await unwrap(await enclose(primary))).toEqual({ ok: false, code: 'not-the-team-key' });
  });

  it('is one of many out of one message, each for its own reader alone', async () => {
    const both = await wrapAll(primary, { 'u-0000000b': member, 'u-0000000c': second });
    const readers = both.map(({ wrapped: text }) => listReaders(fromBase64Url(text)));
    expect(readers).toEqual([member, second].map((key) => ({ ok: true, container: 2, readers: [fingerprintOf(key.subkeys[0]!)] })));
    expect(containerOf(both[0]!)).toEqual(containerOf(both[1]!));
    const said = { ok: true, readers: [member, second].map(fingerprintOf).sort() };
    expect(await unwrap(both[0]!)).toMatchObject(said);
    expect(await unwrap(both[1]!, { memberKey: second })).toMatchObject(said);
    expect(await unwrap(both[1]!)).toEqual({ ok: false, code: 'not-authentic' });
  });

  it('of a whole service is as many as its members, in their order', async () => {
    const people = await Promise.all(Array.from({ length: 70 }, (_, n) => makePersonalKey({ member: `u-${n}`, agency: agencyId, at: AT })));
    const copies = await wrapAll(primary, Object.fromEntries(people.map((key, n) => [`u-${n}`, key])));
    expect(copies.map((copy) => copy.member)).toEqual(people.map((_, n) => `u-${n}`));
    const named = copies.map(({ wrapped: text }) => listReaders(fromBase64Url(text)));
    expect(named.flatMap((list) => (list.ok ? list.readers : []))).toEqual(people.map((key) => fingerprintOf(key.subkeys[0]!)));
  });

  it('is refused with a second reader in the open, one in the list whom the roster does not name, and without oneself', async () => {
    const context = { v: 1, type: 'team-copy', agency: agencyId, primary: fingerprintOf(primary), epoch: wrapped.epoch };
    const readerOf = async (key: PrivateKey) => ({ key: key.toPublic(), epoch: (await encryptionEpoch(key.toPublic(), AT))! });
    const stranger = await makePersonalKey({ member: 'u-0000000d', agency: agencyId, at: AT });
    const secret = toBase64Url((await memberCopy(primary)).write());
    const enclose = async (named: PrivateKey[], open: PrivateKey[]): Promise<TeamKeyCopy> => {
      const readers = named.map(fingerprintOf);
      return { ...wrapped, wrapped: toBase64Url(await encryptTo(utf8(canonicalJson({ ...context, readers, secret })), await Promise.all(open.map(readerOf)), custodian, { name: NOTATIONS.document, value: digestOf('team-copy', context) }, AT)) };
    };
    expect((await unwrap(await enclose([member, second], [member]))).ok).toBe(true);
    for (const [named, open] of [[[member], [member, stranger]], [[member, second], [member, second]], [[member, stranger], [member]], [[second], [member]], [[member, member], [member]], [[], [member]]] as const) {
      expect(await unwrap(await enclose([...named], [...open]))).toEqual({ ok: false, code: 'other-readers' });
    }
    // An officer audits, and reads no content.
    expect(await unwrap(await enclose([officer], [officer]), { memberKey: officer })).toEqual({ ok: false, code: 'other-readers' });
  });
});
