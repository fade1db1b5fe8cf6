import { referenceOf } from '@lateral/domain';
import type { EnvelopeContext, Roster } from '@lateral/contracts';
import { fingerprintOf, makeAgencyKey, makePersonalKey, memberCopy, signRoster, type PrivateKey, type PublicKey } from '@lateral/envelope/keys';
import { publicKeyText, verifyRoster, type TrustedRoster } from '@lateral/envelope/inspect';

/** When the round of these fixtures is played, and when its keys were made. */
export const ROUND_AT = new Date('2026-11-20T10:00:00.000Z');
export const KEYS_AT = new Date('2026-11-01T09:00:00.000Z');

/** One agency with every key it has, so that a test can be sender, receiver or thief. */
export interface SealingParty {
  agency: string;
  primary: PrivateKey;
  /** What its members hold. */
  copy: PrivateKey;
  team: PublicKey;
  epoch: string;
  /** One member who signs. */
  member: PrivateKey;
  /** Its data protection officer. */
  officer: PrivateKey;
  /** The two who sign its rosters. */
  custodians: PrivateKey[];
  roster: TrustedRoster;
}

export async function makeSealingParty(agency: string, member: { from: Date; until: Date | null } = { from: KEYS_AT, until: null }): Promise<SealingParty> {
  const primary = await makeAgencyKey({ agency, at: KEYS_AT });
  const memberKey = await makePersonalKey({ member: 'm-1', agency, at: KEYS_AT });
  const officer = await makePersonalKey({ member: 'd-1', agency, at: KEYS_AT });
  const custodians = await Promise.all(['k-1', 'k-2'].map((custodian) => makePersonalKey({ member: custodian, agency, at: KEYS_AT })));
  const document: Roster = {
    v: 1, type: 'roster', agency, version: 1, issued: KEYS_AT.toISOString(), previous: null, teamKey: null, delegates: [],
    members: [
      { member: 'm-1', roles: ['practitioner', 'responder'], key: publicKeyText(memberKey), fingerprint: fingerprintOf(memberKey), from: member.from.toISOString(), until: member.until?.toISOString() ?? null, signIn: null },
      { member: 'd-1', roles: ['data_protection_officer'], key: publicKeyText(officer), fingerprint: fingerprintOf(officer), from: KEYS_AT.toISOString(), until: null, signIn: null },
      ...custodians.map((key, i) => ({ member: `k-${i + 1}`, roles: ['custodian' as const], key: publicKeyText(key), fingerprint: fingerprintOf(key), from: KEYS_AT.toISOString(), until: null, signIn: null })),
    ],
  };
  const verified = await verifyRoster(await signRoster(document, { agencyKey: primary, custodians }), { id: agency, primary: fingerprintOf(primary), key: primary.toPublic(), rosterFrom: null });
  if (!verified.ok) throw new Error(`the fixture's own roster is refused: ${verified.code}`);
  const team = primary.toPublic();
  return { agency, primary, copy: await memberCopy(primary), team, epoch: subkeyOf(team), member: memberKey, officer, custodians, roster: verified.roster };
}

/** Fingerprint of a key's only subkey. */
export function subkeyOf(key: PublicKey): string {
  const [only] = key.subkeys;
  if (only === undefined) throw new Error('this key has no subkey');
  return fingerprintOf(only);
}

export interface SealingParties { asking: SealingParty; asked: SealingParty; other: SealingParty }
let made: Promise<SealingParties> | undefined;

/** Three agencies: one asks, one is asked, one has nothing to do with it. Made once for each test file. */
export function sealingParties(): Promise<SealingParties> {
  made ??= Promise.all(['csc-north', 'police-north', 'housing-north'].map((agency) => makeSealingParty(agency)))
    .then(([asking, asked, other]) => ({ asking: asking!, asked: asked!, other: other! }));
  return made;
}

/** A uuid v7 of that time; `n` tells several apart. */
export function uuid7(at: Date, n: number): string {
  const ms = at.getTime().toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** What a context says of one message between two of the parties. */
export function draftBetween(from: SealingParty, to: SealingParty, ids: { message: string; inReplyTo: string | null }): Omit<EnvelopeContext, 'v' | 'suite' | 'justification' | 'created' | 'type'> {
  const officerOf = (party: SealingParty) => ({ agency: party.agency, officer: fingerprintOf(party.officer), epoch: subkeyOf(party.officer.toPublic()) });
  const readerOf = (party: SealingParty) => ({ agency: party.agency, team: fingerprintOf(party.team), epoch: party.epoch });
  return {
    partnership: 'north', check: uuid7(ROUND_AT, 1), request: uuid7(ROUND_AT, 2), message: ids.message,
    from: { agency: from.agency, signer: fingerprintOf(from.member) }, to: [readerOf(to)], self: readerOf(from), officers: [officerOf(from), officerOf(to)],
    inReplyTo: ids.inReplyTo, corrects: null, expires: new Date(ROUND_AT.getTime() + 30 * 86_400_000).toISOString(),
  };
}

export const ROUND_REFERENCE = referenceOf(uuid7(ROUND_AT, 1));
