import { beforeAll, describe, expect, it } from 'vitest';
import type { Roster, RosterMember, SignedDocument } from '@lateral/contracts';
import { fingerprintOf } from '../openpgp.js';
import type { PrivateKey } from '../openpgp.js';
import { makeAgencyKey, makePersonalKey } from './make-keys.js';
import { keyNews, type KeyNews } from './key-news.js';
import { publicKeyText } from './public-key.js';
import { following, signRoster } from './sign-directory.js';
import type { VerifiedRoster } from './verified-roster.js';
import { verifyRoster, type RosterAgency } from './verify-roster.js';

const AGENCY = 'police-north';
const AT = new Date('2026-11-01T09:00:00.000Z');
const days = (count: number): Date => new Date(AT.getTime() + count * 86_400_000);
const ANNA = 'u-0000000a';

let [agencyKey, next]: PrivateKey[] = [];
let agency: RosterAgency;
let custodians: PrivateKey[];
let [before, after, another]: PrivateKey[] = [];
beforeAll(async () => {
  [agencyKey, next] = await Promise.all([makeAgencyKey({ agency: AGENCY, at: AT }), makeAgencyKey({ agency: AGENCY, at: AT })]);
  agency = { id: AGENCY, primary: fingerprintOf(agencyKey!), key: agencyKey!.toPublic(), rosterFrom: null };
  custodians = await Promise.all(['u-000000c1', 'u-000000c2'].map((member) => makePersonalKey({ agency: AGENCY, member, at: AT })));
  [before, after, another] = await Promise.all([1, 2, 3].map(() => makePersonalKey({ agency: AGENCY, member: ANNA, at: AT })));
});

const entry = (member: string, key: PrivateKey, from: Date, until: Date | null = null, roles: RosterMember['roles'] = ['responder']): RosterMember => ({ member, roles, key: publicKeyText(key), fingerprint: fingerprintOf(key), from: from.toISOString(), until: until?.toISOString() ?? null, signIn: null });
const keepers = (): RosterMember[] => custodians.map((key, at) => entry(`u-000000c${at + 1}`, key, AT, null, ['custodian']));

/** Rosters of these members, each following the one before. `by`: the agency's key, which is another from some version on. */
async function chain(...each: { at: Date; anna: RosterMember[]; by?: PrivateKey }[]): Promise<VerifiedRoster[]> {
  const versions: VerifiedRoster[] = [];
  for (const { at, anna, by = agencyKey! } of each) {
    const last = versions.at(-1);
    const document: Roster = { v: 1, type: 'roster', agency: AGENCY, ...following(last?.signed.document ?? null), issued: at.toISOString(), members: [...anna, ...keepers()], teamKey: null, delegates: [] };
    const signed: SignedDocument<Roster> = await signRoster(document, { agencyKey: by, custodians, before: last?.roster });
    const read = await verifyRoster(signed, { id: AGENCY, primary: fingerprintOf(by), key: by.toPublic(), rosterFrom: null }, { before: last?.roster });
    if (!read.ok) throw new Error(read.code);
    versions.push({ version: document.version, digest: read.roster.digest, roster: read.roster, signed });
  }
  return versions;
}
const told = (versions: readonly VerifiedRoster[], now: Date, { signed = before!, team = agency.primary, of = agency }: { signed?: PrivateKey; team?: string; of?: RosterAgency } = {}): Promise<KeyNews[]> =>
  keyNews({ signer: { member: ANNA, fingerprint: fingerprintOf(signed) }, team }, { agency: of, versions }, now);
const markAt = (version: VerifiedRoster, key: PrivateKey): RosterAgency => ({ id: AGENCY, primary: fingerprintOf(key), key: key.toPublic(), rosterFrom: { version: version.version, digest: version.digest } });

describe('a person’s key', () => {
  const replaced = (): Promise<VerifiedRoster[]> => chain({ at: AT, anna: [entry(ANNA, before!, AT)] }, { at: days(20), anna: [entry(ANNA, before!, AT, days(20)), entry(ANNA, after!, days(20))] });
  const NEWS = { whose: 'person', agency: AGENCY, since: days(20).toISOString(), by: 'custodians' };

  it('that somebody came with is no news, however new', async () => {
    const versions = await chain({ at: AT, anna: [] }, { at: days(20), anna: [entry(ANNA, before!, days(20))] });
    expect(await told(versions, days(21))).toEqual([]);
    expect(await told([], days(21))).toEqual([]);
  });

  it('that replaced the one that signed is told for as long as that is read; the new one for a month', async () => {
    const versions = await replaced();
    expect(await told(versions, days(21))).toEqual([NEWS]);
    expect(await told(versions, days(2_000))).toEqual([NEWS]);
    expect(await told(versions, days(50), { signed: after! })).toEqual([NEWS]);
    expect(await told(versions, days(50.01), { signed: after! })).toEqual([]);
  });

  it('is as new as the roster that had it first, whatever its entry says of itself; what came later changes nothing', async () => {
    const dated = await chain({ at: AT, anna: [entry(ANNA, before!, AT)] }, { at: days(1), anna: [entry(ANNA, before!, AT, days(1))] }, { at: days(20), anna: [entry(ANNA, before!, AT, days(1)), entry(ANNA, after!, days(1))] }, { at: days(40), anna: [entry(ANNA, before!, AT, days(1)), entry(ANNA, after!, days(1))] });
    expect(await told(dated, days(45), { signed: after! })).toEqual([NEWS]);
    const twice = await chain({ at: AT, anna: [entry(ANNA, before!, AT)] }, { at: days(20), anna: [entry(ANNA, before!, AT, days(20)), entry(ANNA, after!, days(20))] }, { at: days(40), anna: [entry(ANNA, before!, AT, days(20)), entry(ANNA, after!, days(20), days(40)), entry(ANNA, another!, days(40))] });
    for (const signed of [before!, after!, another!]) expect(await told(twice, days(41), { signed })).toEqual([{ ...NEWS, since: days(40).toISOString() }]);
  });

  it('of somebody who left is told no more; that of a colleague never', async () => {
    const left = await chain({ at: AT, anna: [entry(ANNA, before!, AT)] }, { at: days(20), anna: [entry(ANNA, before!, AT, days(20)), entry(ANNA, after!, days(20))] }, { at: days(22), anna: [entry(ANNA, before!, AT, days(20)), entry(ANNA, after!, days(20), days(22))] });
    expect(await told(left, days(23))).toEqual([]);
    expect(await keyNews({ signer: { member: 'u-000000c1', fingerprint: fingerprintOf(custodians[0]!) }, team: agency.primary }, { agency, versions: await replaced() }, days(21))).toEqual([]);
  });

  it('in a roster that the root vouches for was confirmed by the root', async () => {
    const versions = await replaced();
    expect(await told(versions, days(21), { of: markAt(versions[1]!, agencyKey!) })).toEqual([{ ...NEWS, by: 'root' }]);
  });
});

describe('an agency’s key', () => {
  const anna = (): RosterMember[] => [entry(ANNA, before!, AT)];
  const NEWS = { whose: 'agency', agency: AGENCY, since: days(20).toISOString(), by: 'root' };

  it('that the root certified in place of another is told for a month, and always of what was sent under the one before', async () => {
    const versions = await chain({ at: AT, anna: anna() }, { at: days(20), anna: anna(), by: next! }, { at: days(30), anna: anna(), by: next! });
    const of = markAt(versions[1]!, next!);
    expect(await told(versions, days(49), { of, team: of.primary })).toEqual([NEWS]);
    expect(await told(versions, days(51), { of, team: of.primary })).toEqual([]);
    expect(await told(versions, days(2_000), { of, team: agency.primary })).toEqual([NEWS]);
  });

  it('is the same where the root vouches for a roster only because its custodians were lost', async () => {
    const versions = await chain({ at: AT, anna: anna() }, { at: days(20), anna: anna() });
    expect(await told(versions, days(21), { of: markAt(versions[1]!, agencyKey!) })).toEqual([]);
    expect(await told(versions.slice(0, 1), days(1), { of: markAt(versions[0]!, agencyKey!) })).toEqual([]);
  });
});
