import type { AgencyType } from '@lateral/domain';
import type { MemberRole, PartnershipAgency, PartnershipFile, Roster, RosterMember, SignedDocument } from '@lateral/contracts';
import {
  certifyAgency, fingerprintOf, following, makeAgencyKey, makePersonalKey, makeRootKey, publicKeyText, signPartnership, signRoster, verifyPartnership, verifyRoster,
  type PrivateKey, type TrustedAgency, type TrustedRoster,
} from '@lateral/envelope/keys';

export const AT = new Date('2026-11-03T10:00:00.000Z');
export const days = (count: number): Date => new Date(AT.getTime() + count * 86_400_000);
const LOG = 'lateral.example/ledger+841feabf+AWkn87nb4AI+D7xIBKQ5yob0GvTnXO6w7R1oqmSc8lZH';

/** A member's personal key and how a roster lists them. */
export interface Person { personal: PrivateKey; entry: RosterMember }

export interface Directory {
  rootKey: PrivateKey;
  rootFingerprint: string;
  police: PrivateKey;
  trust: PrivateKey;
  /** Two people who are custodians of whichever agency a roster is made for. */
  custodians: Person[];
  signed: SignedDocument<PartnershipFile>;
}

/** Two agencies certified by one root, on one signed list. The attacks below start from it. */
export async function makeDirectory(rootName = 'Lateral test partnership root'): Promise<Directory> {
  const [rootKey, police, trust] = await Promise.all([makeRootKey({ name: rootName, at: AT }), makeAgencyKey({ agency: 'county-police', at: AT }), makeAgencyKey({ agency: 'mid-trust', at: AT })]);
  const agencies = [await listedAgency('county-police', 'POLICE', police, rootKey), await listedAgency('mid-trust', 'NHST', trust, rootKey)];
  const custodians = await Promise.all(['u-000000c1', 'u-000000c2'].map((member) => makeMember(member, ['custodian'])));
  return { rootKey, rootFingerprint: fingerprintOf(rootKey), police, trust, custodians, signed: await signPartnership(partnershipFile(rootKey, agencies), rootKey) };
}

export async function listedAgency(id: string, type: AgencyType, key: PrivateKey, rootKey: PrivateKey, at = AT): Promise<PartnershipAgency> {
  const certified = await certifyAgency(key.toPublic(), rootKey, { agency: id, at });
  return { id, type, nation: 'E', name: { en: id, cy: id }, primary: fingerprintOf(key), key: publicKeyText(certified), publicAuthority: true, competentAuthority: false, commissionedProvider: false, witnesses: [], rosterFrom: null };
}

export function partnershipFile(rootKey: PrivateKey, agencies: PartnershipAgency[], before: PartnershipFile | null = null, at = AT): PartnershipFile {
  return {
    v: 1, type: 'partnership', partnership: 'test', ...following(before), issued: at.toISOString(), expires: new Date(at.getTime() + 365 * 86_400_000).toISOString(),
    root: fingerprintOf(rootKey), nextRoot: null, rootKey: publicKeyText(rootKey), agencies, log: LOG, keyLog: LOG, mode: 'test',
  };
}

/** An agency as a client trusts it, by way of the signed list. */
export async function trustedAgency({ signed, rootFingerprint }: Directory, id: string): Promise<TrustedAgency> {
  const read = await verifyPartnership(signed, { rootFingerprint, now: days(1) });
  const agency = read.ok ? read.partnership.agencies.get(id) : undefined;
  if (agency === undefined) throw new Error('the fixture itself is refused');
  return agency;
}

export async function makeMember(member: string, roles: MemberRole[], { agency = 'county-police', from = AT, until = null }: { agency?: string; from?: Date; until?: Date | null } = {}): Promise<Person> {
  const personal = await makePersonalKey({ member, agency, at: AT });
  return { personal, entry: { member, roles, key: publicKeyText(personal), fingerprint: fingerprintOf(personal), from: from.toISOString(), until: until?.toISOString() ?? null, signIn: null } };
}

/** A roster of these members and the directory's two custodians. */
export function roster({ custodians }: Directory, members: RosterMember[], { agency = 'county-police', before = null, at = AT }: { agency?: string; before?: Roster | null; at?: Date } = {}): Roster {
  return { v: 1, type: 'roster', agency, ...following(before), issued: at.toISOString(), members: [...members, ...custodians.map(({ entry }) => entry)], teamKey: null, delegates: [] };
}

/** Signed by both custodians and with the police's key, or another. Throws where a reader would refuse it. */
export function signed({ custodians, police }: Directory, document: Roster, { agencyKey = police, before }: { agencyKey?: PrivateKey; before?: TrustedRoster | undefined } = {}): Promise<SignedDocument<Roster>> {
  return signRoster(document, { agencyKey, custodians: custodians.map(({ personal }) => personal), before });
}

/** A roster as a client comes to trust it. */
export async function trustedRoster(directory: Directory, document: SignedDocument<Roster>, before?: TrustedRoster): Promise<TrustedRoster> {
  const read = await verifyRoster(document, await trustedAgency(directory, document.document.agency), { before });
  if (!read.ok) throw new Error(`the fixture itself is refused: ${read.code}`);
  return read.roster;
}

/** `count` versions of a roster, each following the one before, a day apart. */
export async function rosterVersions(count: number, directory: Directory, members: RosterMember[]): Promise<{ signed: SignedDocument<Roster>; trusted: TrustedRoster }[]> {
  const versions: { signed: SignedDocument<Roster>; trusted: TrustedRoster }[] = [];
  for (let i = 0; i < count; i += 1) {
    const before = versions.at(-1)?.trusted;
    const next = await signed(directory, roster(directory, members, { before: before?.document ?? null, at: days(i) }), { before });
    versions.push({ signed: next, trusted: await trustedRoster(directory, next, before) });
  }
  return versions;
}
