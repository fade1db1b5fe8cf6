import { beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, digestOf, toBase64Url, utf8, type TeamKeyCopy } from '@lateral/contracts';
import { NOTATIONS, encryptTo, fingerprintOf, type PrivateKey } from '../openpgp.js';
import { addEpoch, makeAgencyKey, makePersonalKey, memberCopy } from './make-keys.js';
import { encryptionEpoch, publicKeyText } from './public-key.js';
import { signRoster } from './sign-directory.js';
import { unwrapTeamCopy, wrapTeamCopy } from './team-copy.js';
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
  let roster: TrustedRoster;
  let wrapped: TeamKeyCopy;
  beforeAll(async () => {
    [primary, custodian, member, second] = await Promise.all([makeAgencyKey({ agency: agencyId, at: AT }), makePersonalKey({ member: 'u-0000000a', agency: agencyId, at: AT }), makePersonalKey({ member: 'u-0000000b', agency: agencyId, at: AT }), makePersonalKey({ member: 'u-0000000c', agency: agencyId, at: AT })]);
    const entry = (key: PrivateKey, pseudonym: string, role: 'custodian' | 'responder') => ({ member: pseudonym, roles: [role], key: publicKeyText(key), fingerprint: fingerprintOf(key), from: '2026-11-03T10:20:00.000Z', until: null, signIn: null });
    const read = await verifyRoster(await signRoster({ v: 1, type: 'roster', agency: agencyId, version: 1, previous: null, issued: AT.toISOString(), members: [entry(custodian, 'u-0000000a', 'custodian'), entry(member, 'u-0000000b', 'responder'), entry(second, 'u-0000000c', 'custodian')], teamKey: null, delegates: [] }, { agencyKey: primary, custodians: [custodian, second] }), agency(primary));
    if (!read.ok) throw new Error(read.code);
    roster = read.roster;
    wrapped = await wrap(primary);
  });
  const agency = (key: PrivateKey): TrustedAgency => ({ id: agencyId, type: 'POLICE', nation: 'E', name: { en: 'Police', cy: 'Heddlu' }, publicAuthority: true, competentAuthority: false, commissionedProvider: false, witnesses: [], rosterFrom: null, primary: fingerprintOf(key), key: key.toPublic() });
  const wrap = async (key: PrivateKey): Promise<TeamKeyCopy> => wrapTeamCopy({ agency: agencyId, member: 'u-0000000b', copy: await memberCopy(key), memberKey: member.toPublic(), custodianKey: custodian, at: AT });
  const unwrap = (copy: TeamKeyCopy, change: Partial<Parameters<typeof unwrapTeamCopy>[1]> = {}): ReturnType<typeof unwrapTeamCopy> => unwrapTeamCopy(copy, { agency: agency(primary), roster, memberKey: member, at: LATER, ...change });

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
    const context = { v: 1, type: 'team-copy', agency: agencyId, primary: fingerprintOf(primary), epoch: wrapped.epoch, member: fingerprintOf(member) };
    const reader = { key: member.toPublic(), epoch: (await encryptionEpoch(member.toPublic(), AT))! };
    const enclose = async (secret: PrivateKey): Promise<TeamKeyCopy> => ({ ...wrapped, wrapped: toBase64Url(await encryptTo(utf8(canonicalJson({ ...context, secret: toBase64Url(secret.write()) })), [reader], custodian, { name: NOTATIONS.document, value: digestOf('team-copy', context) }, AT)) });
    expect((await unwrap(await enclose(await memberCopy(primary)))).ok).toBe(true);
    expect(await unwrap(await enclose(other))).toEqual({ ok: false, code: 'not-the-team-key' });
    expect(await unwrap(await enclose(primary))).toEqual({ ok: false, code: 'not-the-team-key' });
  });
});
