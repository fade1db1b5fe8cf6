import type { JWK } from 'jose';
import { fromBase64Url, type MemberRole, type PartnershipFile, type TeamKeyCopy } from '@lateral/contracts';
import { fingerprintOf, readPrivateKey, unwrapTeamCopy, type PrivateKey, type TeamCopyRefusal, type TrustedAgency, type TrustedRoster } from '@lateral/envelope/keys';
import { listMembers, readClient } from './client-files.js';

/** One member's keys as the player's client uses them. */
export interface Client {
  mode: PartnershipFile['mode'];
  partnership: string;
  /** The pin: only a partnership file whose root has this fingerprint is obeyed. */
  rootFingerprint: string;
  agency: string;
  member: string;
  roles: MemberRole[];
  /** Signs messages, opens the wrapped team copy and, for a data protection officer, narratives. */
  personal: PrivateKey;
  fingerprint: string;
  /** Ed25519 private JWK for sign-in assertions; `kid` is the pseudonym at the agency. */
  signIn: JWK;
  /** The agency's primary key, with a custodian only. */
  primary: PrivateKey | null;
  /** Opens the wrapped copy of the team key that the hub keeps for this member. */
  openTeamCopy(wrapped: TeamKeyCopy, trust: { agency: TrustedAgency; roster: TrustedRoster; at: Date }): Promise<{ ok: true; copy: PrivateKey } | { ok: false; code: TeamCopyRefusal }>;
}

/** Reads one member's keys from a provisioned folder. Throws where there are none. */
export async function loadClient(folder: string, agency: string, member: string): Promise<Client> {
  const { mode, partnership, rootFingerprint, roles, personal: text, signIn, primary } = await readClient(folder, agency, member);
  const personal = await readPrivateKey(fromBase64Url(text));
  return {
    mode, partnership, rootFingerprint, agency, member, roles, personal, signIn,
    fingerprint: fingerprintOf(personal),
    primary: primary === null ? null : await readPrivateKey(fromBase64Url(primary)),
    openTeamCopy: (wrapped, trust) => unwrapTeamCopy(wrapped, { ...trust, memberKey: personal }),
  };
}

/** The first member of an agency with a role. Throws where there is none. */
export async function loadClientByRole(folder: string, agency: string, role: MemberRole): Promise<Client> {
  for (const member of await listMembers(folder, agency)) {
    const { roles } = await readClient(folder, agency, member);
    if (roles.includes(role)) return loadClient(folder, agency, member);
  }
  throw new Error(`no client of ${agency} has the role ${role}`);
}

/** The agency's data protection officer: opens narratives, holds no team key. */
export function loadOfficer(folder: string, agency: string): Promise<Client> {
  return loadClientByRole(folder, agency, 'data_protection_officer');
}
