import type { AgencyType } from '@lateral/domain';
import type { MemberRole, PartnershipAgency, PartnershipFile, Roster, RosterMember, SignedDocument } from '@lateral/contracts';
import {
  certifyAgency, fingerprintOf, following, makeAgencyKey, makePersonalKey, makeRootKey, publicKeyText, signPartnership, signRoster, verifyPartnership,
  type PrivateKey, type TrustedAgency,
} from '@lateral/envelope/keys';

export const AT = new Date('2026-11-03T10:00:00.000Z');
export const days = (count: number): Date => new Date(AT.getTime() + count * 86_400_000);
const LOG = 'lateral.example/ledger+841feabf+AWkn87nb4AI+D7xIBKQ5yob0GvTnXO6w7R1oqmSc8lZH';

export interface Directory {
  rootKey: PrivateKey;
  rootFingerprint: string;
  police: PrivateKey;
  trust: PrivateKey;
  signed: SignedDocument<PartnershipFile>;
}

/** Two agencies certified by one root, on one signed list. The attacks below start from it. */
export async function makeDirectory(rootName = 'Lateral test partnership root'): Promise<Directory> {
  const [rootKey, police, trust] = await Promise.all([makeRootKey({ name: rootName, at: AT }), makeAgencyKey({ agency: 'county-police', at: AT }), makeAgencyKey({ agency: 'mid-trust', at: AT })]);
  const agencies = [await listedAgency('county-police', 'POLICE', police, rootKey), await listedAgency('mid-trust', 'NHST', trust, rootKey)];
  return { rootKey, rootFingerprint: fingerprintOf(rootKey), police, trust, signed: await signPartnership(partnershipFile(rootKey, agencies), rootKey) };
}

export async function listedAgency(id: string, type: AgencyType, key: PrivateKey, rootKey: PrivateKey, at = AT): Promise<PartnershipAgency> {
  const certified = await certifyAgency(key.toPublic(), rootKey, { agency: id, at });
  return { id, type, nation: 'E', name: { en: id, cy: id }, primary: fingerprintOf(key), key: publicKeyText(certified), publicAuthority: true, competentAuthority: false, commissionedProvider: false, witnesses: [] };
}

export function partnershipFile(rootKey: PrivateKey, agencies: PartnershipAgency[], before: PartnershipFile | null = null, at = AT): PartnershipFile {
  return {
    v: 1, type: 'partnership', partnership: 'test', ...following(before), issued: at.toISOString(), expires: new Date(at.getTime() + 365 * 86_400_000).toISOString(),
    root: fingerprintOf(rootKey), rootKey: publicKeyText(rootKey), agencies, log: LOG, mode: 'test',
  };
}

/** An agency as a client trusts it, by way of the signed list. */
export async function trustedAgency({ signed, rootFingerprint }: Directory, id: string): Promise<TrustedAgency> {
  const read = await verifyPartnership(signed, { rootFingerprint, now: days(1) });
  const agency = read.ok ? read.partnership.agencies.get(id) : undefined;
  if (agency === undefined) throw new Error('the fixture itself is refused');
  return agency;
}

export async function makeMember(member: string, roles: MemberRole[], { agency = 'county-police', from = AT, until = null }: { agency?: string; from?: Date; until?: Date | null } = {}): Promise<{ personal: PrivateKey; entry: RosterMember }> {
  const personal = await makePersonalKey({ member, agency, at: AT });
  return { personal, entry: { member, roles, key: publicKeyText(personal), fingerprint: fingerprintOf(personal), from: from.toISOString(), until: until?.toISOString() ?? null, signIn: null } };
}

export function roster(agency: string, members: RosterMember[], before: Roster | null = null, at = AT): Roster {
  return { v: 1, type: 'roster', agency, ...following(before), issued: at.toISOString(), members };
}

/** `count` versions of a roster, each naming the one before, a day apart. */
export async function rosterVersions(count: number, agency: string, agencyKey: PrivateKey, members: RosterMember[]): Promise<SignedDocument<Roster>[]> {
  const versions: SignedDocument<Roster>[] = [];
  for (let i = 0; i < count; i += 1) versions.push(await signRoster(roster(agency, members, versions.at(-1)?.document ?? null, days(i)), agencyKey));
  return versions;
}
