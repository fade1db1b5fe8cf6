import type { JWK } from 'jose';
import { handedOutDigest, toBase64Url, type CustodyCopy, type MemberRole, type PartnershipAgency, type Roster, type RosterMember, type SignedDocument, type TeamKeyCopy } from '@lateral/contracts';
import type { AgencyType, Nation } from '@lateral/domain';
import { ROLES_THAT_READ } from '@lateral/domain/access';
import { certifyAgency, fingerprintOf, following, makeAgencyKey, makePersonalKey, memberCopy, publicKeyText, signRoster, wrapCustody, wrapTeamCopies, type PrivateKey, type PublicKey } from '@lateral/envelope/keys';
import type { Randomness } from '@lateral/platform';
import { SIGNATURE_TYPES, ed25519Signer, formatVerifierKey } from '@lateral/tlog';
import { isAgencyId, isPseudonym, witnessName } from './client-files.js';

/** One agency to be made. `member` is a pseudonym (`u-` and hex) and is drawn where it is left out; there is no room for a name. */
export interface AgencyPlan {
  id: string;
  type: AgencyType;
  nation: Nation;
  name: { en: string; cy: string };
  publicAuthority: boolean;
  /** False where left out. */
  competentAuthority?: boolean;
  commissionedProvider?: boolean;
  mailbox: string;
  language: 'en' | 'cy' | 'both';
  members?: readonly { member?: string; roles: readonly MemberRole[] }[];
}

export interface Reading { member: string; roles: readonly MemberRole[]; key: PublicKey }

export interface MadeMember { member: string; roles: MemberRole[]; personal: PrivateKey; signIn: JWK }

/** An agency's secrets and what it publishes. Nothing of the first kind leaves the client side. */
export interface MadeAgency {
  primary: PrivateKey;
  members: MadeMember[];
  witnessSeed: Uint8Array;
  entry: PartnershipAgency;
  roster: SignedDocument<Roster>;
  copies: TeamKeyCopy[];
  /** The whole key, one for each custodian. */
  custody: CustodyCopy[];
}

/**
 * Roles that every agency of a partnership has somebody for; a manager who keeps the keys also signs for the agency and reviews what others
 * did in an emergency. There are two custodians, because it takes two to change the list of people.
 */
const NEEDED: readonly (readonly [MemberRole, ...MemberRole[]])[] = [['practitioner', 'senior_practitioner'], ['responder'], ['custodian', 'signatory', 'team_manager'], ['custodian'], ['data_protection_officer']];

/** Makes an agency's keys, has the root certify it, signs its first roster and wraps the team key for everyone who reads. */
export async function makeAgency(plan: AgencyPlan, { rootKey, at, epochDays, random }: { rootKey: PrivateKey; at: Date; epochDays: number; random: Randomness }): Promise<MadeAgency> {
  if (!isAgencyId(plan.id)) throw new RangeError('an agency id is lower-case letters, digits and hyphens');
  const primary = await makeAgencyKey({ agency: plan.id, at, epochDays });
  const certified = await certifyAgency(primary.toPublic(), rootKey, { agency: plan.id, at });
  const members = await Promise.all(everyone(plan).map((member) => makeMember(plan.id, member, at, random)));
  const witnessSeed = random.bytes(32);
  const { id, type, nation, name, publicAuthority, competentAuthority = false, commissionedProvider = false } = plan;
  const witness = formatVerifierKey(ed25519Signer(witnessName(id), witnessSeed, SIGNATURE_TYPES.cosignature).key);
  const entry: PartnershipAgency = { id, type, nation, name, publicAuthority, competentAuthority, commissionedProvider, primary: fingerprintOf(primary), key: publicKeyText(certified), witnesses: [witness], rosterFrom: null };
  const custodians = members.filter(({ roles }) => roles.includes('custodian'));
  const custodianKey = custodians[0]!.personal;
  const copies = await wrapForReaders(id, { primary, custodianKey, at }, members.map(({ member, roles, personal }) => ({ member, roles, key: personal.toPublic() })));
  const custody = await Promise.all(custodians.map(({ member, personal }) => wrapCustody({ agency: id, member, agencyKey: primary, memberKey: personal.toPublic(), custodianKey, at })));
  const document: Roster = { v: 1, type: 'roster', agency: id, ...following(null), issued: at.toISOString(), members: members.map((member) => listed(member, at)), teamKey: null, delegates: [], handedOut: handedOutDigest({ copies, custody })! };
  const roster = await signRoster(document, { agencyKey: primary, custodians: custodians.slice(0, 2).map(({ personal }) => personal) });
  return { primary, members, witnessSeed, entry, roster, copies, custody };
}

function everyone({ members = [] }: AgencyPlan): { member?: string; roles: readonly MemberRole[] }[] {
  const found = new Map<MemberRole, number>();
  for (const role of members.flatMap(({ roles }) => roles)) found.set(role, (found.get(role) ?? 0) + 1);
  const missing = NEEDED.filter(([role]) => {
    const left = found.get(role) ?? 0;
    found.set(role, left - 1);
    return left <= 0;
  });
  return [...members, ...missing.map((roles) => ({ roles }))];
}

async function makeMember(agency: string, plan: { member?: string; roles: readonly MemberRole[] }, at: Date, random: Randomness): Promise<MadeMember> {
  const member = plan.member ?? `u-${Buffer.from(random.bytes(8)).toString('hex')}`;
  if (!isPseudonym(member)) throw new RangeError('a member is known by a pseudonym: u- and at least eight hex digits');
  return { member, roles: [...plan.roles], personal: await makePersonalKey({ member, agency, at }), signIn: signInKey(`${member}@${agency}`, random) };
}

// Built from a seed rather than exported: JWK export of generated keys in a loop has been seen to hang Node 20.
function signInKey(kid: string, random: Randomness): JWK {
  const seed = random.bytes(32);
  return { kty: 'OKP', crv: 'Ed25519', kid, alg: 'EdDSA', use: 'sig', x: toBase64Url(ed25519Signer('sign-in', seed).key.publicKey), d: toBase64Url(seed) };
}

/** A key says its time in whole seconds, so what begins with a key begins with that second. */
export function wholeSecond(at: Date): string {
  return new Date(Math.floor(at.getTime() / 1000) * 1000).toISOString();
}

function listed({ member, roles, personal, signIn }: MadeMember, at: Date): RosterMember {
  return { member, roles, key: publicKeyText(personal), fingerprint: fingerprintOf(personal), from: wholeSecond(at), until: null, signIn: signIn.x ?? null };
}

/** The agency's team key, stripped and wrapped for each of these members who reads content. */
export async function wrapForReaders(agency: string, { primary, custodianKey, at }: { primary: PrivateKey; custodianKey: PrivateKey; at: Date }, members: readonly Reading[]): Promise<TeamKeyCopy[]> {
  const copy = await memberCopy(primary);
  const readers = members.filter(({ roles }) => roles.some((role) => ROLES_THAT_READ.includes(role)));
  return wrapTeamCopies({ agency, copy, readers, custodianKey, at });
}
