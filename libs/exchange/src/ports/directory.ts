import type { AgencyType, Nation } from '@lateral/domain';
import type { AgencyStatement, PartnershipRegistration, Roster, PartnershipFile, RosterMember, SignedDocument, TeamKeyCopy } from '@lateral/contracts';

/** An agency as the registered partnership file vouches for it. */
export interface KnownAgency {
  id: string;
  type: AgencyType;
  nation: Nation;
  publicAuthority: boolean;
  competentAuthority: boolean;
  commissionedProvider: boolean;
  /** Primary key fingerprint and the fingerprints of its epoch subkeys, upper-case hex. */
  team: string;
  epochs: readonly string[];
}

/** A person who may sign for an agency at a time. `key` is the personal public key, binary OpenPGP. */
export interface KnownSigner {
  member: string;
  fingerprint: string;
  key: Uint8Array;
}

/** The hub's cache of the directory. Clients never trust it: they check everything against the pinned root. */
export interface DirectoryView {
  partnership: string;
  agency(id: string): KnownAgency | null;
  /** The member whose key has this fingerprint and is in the agency's roster at `at`. */
  signer(agency: string, fingerprint: string, at: Date): KnownSigner | null;
  /** Agencies that read for this one at `at`, by its newest roster. */
  delegates(agency: string, at: Date): readonly string[];
  /** A person of an agency as its newest roster says, or null. */
  member(agency: string, member: string): RosterMember | null;
  /** The agency's data protection officers at `at` whose key is in force then: primary fingerprint, and that of the encryption subkey to seal to. */
  officers(agency: string, at: Date): Promise<readonly { officer: string; epoch: string }[]>;
}

export interface Directory {
  view(): Promise<DirectoryView>;
  /** Reads it anew: what was just published holds from the next view on. */
  readAnew(): Promise<void>;
}

/** What the store keeps of it: documents as they were signed, every version. */
export interface DirectoryStore {
  partnership(): Promise<SignedDocument<PartnershipFile> | null>;
  /** Registered files from a version on, oldest first: whoever pins an older root follows it through the file that announced the next. */
  partnershipVersions(from: number, limit: number): Promise<SignedDocument<PartnershipFile>[]>;
  roster(agency: string): Promise<SignedDocument<Roster> | null>;
  rosters(agencies: readonly string[]): Promise<SignedDocument<Roster>[]>;
  /**
   * The root's statements about each of these agencies, by agency and version; evidence packs carry them instead of the whole file. Those that were the
   * newest here at one of these times, those that followed them, and the newest of all; the first counts for what was before it.
   */
  statements(agencies: readonly string[], times: readonly Date[]): Promise<SignedDocument<AgencyStatement>[]>;
  teamKeyCopies(agency: string, member: string): Promise<TeamKeyCopy[]>;
  register(registration: PartnershipRegistration, records: readonly AuditRow[]): Promise<'registered' | 'already-registered' | 'older-version'>;
}

/** Checks what an operator brings against the pinned root before any of it is stored. */
export interface DirectoryVerifier {
  verify(registration: PartnershipRegistration, rootFingerprint: string, at: Date): Promise<{ ok: true } | { ok: false; code: string }>;
}

import type { AuditRow } from './writes.js';
