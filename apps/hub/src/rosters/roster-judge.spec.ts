import { beforeAll, describe, expect, it } from 'vitest';
import type { MemberRole, PartnershipFile, Roster, RosterMember, SignedDocument } from '@lateral/contracts';
import { certifyAgency, cosignRoster, fingerprintOf, following, makeAgencyKey, makePersonalKey, makeRootKey, publicKeyText, signDocument, signPartnership, signRoster, verifyRoster, type PrivateKey } from '@lateral/envelope/keys';
import type { RosterJudgement } from '@lateral/exchange';
import { ChainedRosterJudge } from './roster-judge.js';

const AT = new Date('2026-11-03T10:20:00.000Z');
const days = (count: number): Date => new Date(AT.getTime() + count * 86_400_000);
const AGENCY = 'county-police';
const LOG = 'lateral.example/ledger+841feabf+AWkn87nb4AI+D7xIBKQ5yob0GvTnXO6w7R1oqmSc8lZH';
const ROLES: MemberRole[] = ['custodian', 'custodian', 'responder'];

describe('the hub’s judge of rosters', () => {
  let police: PrivateKey;
  let people: PrivateKey[];
  let rootFingerprint: string;
  let partnership: SignedDocument<PartnershipFile>;
  let first: SignedDocument<Roster>;
  beforeAll(async () => {
    const root = await makeRootKey({ name: 'Lateral test partnership root', at: AT });
    police = await makeAgencyKey({ agency: AGENCY, at: AT });
    people = await Promise.all(ROLES.map((_, i) => makePersonalKey({ member: `u-0000000${i}`, agency: AGENCY, at: AT })));
    rootFingerprint = fingerprintOf(root);
    const key = publicKeyText(await certifyAgency(police.toPublic(), root, { agency: AGENCY, at: AT }));
    partnership = await signPartnership({
      v: 1, type: 'partnership', partnership: 'test', ...following(null), issued: AT.toISOString(), expires: days(365).toISOString(), root: rootFingerprint, nextRoot: null, rootKey: publicKeyText(root), log: LOG, keyLog: LOG, mode: 'test',
      agencies: [{ id: AGENCY, type: 'POLICE', nation: 'E', name: { en: AGENCY, cy: AGENCY }, primary: fingerprintOf(police), key, publicAuthority: true, competentAuthority: false, commissionedProvider: false, witnesses: [], rosterFrom: null }],
    }, root);
    const members: RosterMember[] = people.map((each, i) => ({ member: `u-0000000${i}`, roles: [ROLES[i]!], key: publicKeyText(each), fingerprint: fingerprintOf(each), from: AT.toISOString(), until: null, signIn: null }));
    first = await signRoster({ v: 1, type: 'roster', agency: AGENCY, ...following(null), issued: AT.toISOString(), members, teamKey: null, delegates: [] }, { agencyKey: police, custodians: people.slice(0, 2) });
  });

  const judge = (signed: SignedDocument<Roster>, now: Date): Promise<RosterJudgement> =>
    new ChainedRosterJudge({ directory: { partnership: () => Promise.resolve(partnership), rosters: () => Promise.resolve([first]) }, clock: { now: () => Promise.resolve(now) }, rootFingerprint }).judge(signed);
  const next = (change: Partial<Roster> = {}): Roster => ({ ...first.document, ...following(first.document), issued: days(1).toISOString(), ...change });
  const by = (document: Roster, ...custodians: number[]): Promise<SignedDocument<Roster>> => signDocument('roster', document, police, ...custodians.map((i) => people[i]!));

  it('lets one wait with one signature, and publishes it with two', async () => {
    expect(await judge(await by(next(), 0), days(1))).toMatchObject({ ok: true, signers: ['u-00000000'], whole: false });
    expect(await judge(await by(next(), 0, 1), days(1))).toMatchObject({ ok: true, signers: ['u-00000000', 'u-00000001'], whole: true });
  });

  it('publishes with a second signature of now alone, however long the first has waited', async () => {
    const half = await by(next(), 0);
    const agency = { id: AGENCY, primary: fingerprintOf(police), key: police.toPublic(), rosterFrom: null };
    const before = await verifyRoster(first, agency);
    const cosigned = async (at: Date): Promise<SignedDocument<Roster>> => {
      const done = before.ok ? await cosignRoster({ roster: half, copies: [], custody: [] }, { agency, before: before.roster, custodianKey: people[1]!, at }) : before;
      if (!done.ok) throw new Error(done.code);
      return done.signed;
    };
    const minutes = (count: number): Date => new Date(days(6).getTime() + count * 60_000);
    for (const [at, ok] of [[minutes(0), true], [minutes(-5), true], [minutes(5), true], [minutes(-6), false], [minutes(6), false], [days(1), false], [days(8), false]] as const) expect([at, (await judge(await cosigned(at), minutes(0))).ok]).toEqual([at, ok]);
    expect(await judge(await by(next(), 0, 1), minutes(0))).toEqual({ ok: false, code: 'signed-at-another-time' });
    expect(await judge(half, minutes(0))).toMatchObject({ ok: true, whole: false });
  });

  it('neither lets wait nor publishes what readers would refuse, since the agency would be left without a roster', async () => {
    for (const signers of [[0], [0, 1]]) expect(await judge(await by(next({ members: first.document.members.slice(0, 2) }), ...signers), days(1))).toEqual({ ok: false, code: 'history-changed' });
  });
});
