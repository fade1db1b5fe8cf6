import type { AgencyType, Nation } from '@lateral/domain';

/** Roles a member may hold. Guards read them; the words are the field's (design section 2). */
export const MEMBER_ROLES = ['practitioner', 'senior_practitioner', 'responder', 'approver', 'team_manager', 'agency_administrator', 'custodian', 'data_protection_officer', 'signatory'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** A document and the detached OpenPGP signatures over `lateral/v1/<kind>\0` + its canonical JSON. Bytes are base64url. */
export interface SignedDocument<T> {
  document: T;
  signatures: string[];
}

/** One agency as the offline root vouches for it. */
export interface PartnershipAgency {
  id: string;
  type: AgencyType;
  nation: Nation;
  name: { en: string; cy: string };
  /** Fingerprint of the agency's primary key, upper-case hex. */
  primary: string;
  /** The primary public key with its epoch subkeys and the root's certification; binary OpenPGP, base64url. */
  key: string;
  publicAuthority: boolean;
  /** DPA 2018 s30 and Schedule 7. */
  competentAuthority: boolean;
  /** Provides services under arrangements with a listed body (CA 2004 s16LA(4)(c)). */
  commissionedProvider: boolean;
  /** C2SP verifier keys of the agency's witnesses (type 0x04). */
  witnesses: string[];
}

/** `partnership.json`: the only list of agencies a client obeys. Signed by the offline root; versions only go up. */
export interface PartnershipFile {
  v: 1;
  type: 'partnership';
  partnership: string;
  version: number;
  issued: string;
  expires: string;
  /** `digestOf('partnership', previous document)`; null for version 1. */
  previous: string | null;
  root: string;
  /** The root's public key, base64url; worth nothing unless its fingerprint is the pinned one. */
  rootKey: string;
  agencies: PartnershipAgency[];
  /** C2SP verifier key of the ledger (type 0x01). */
  log: string;
  mode: 'demo' | 'test' | 'production';
}

/**
 * The root's word about one agency alone, of the same version as the partnership file and with the same trust. It stands in
 * evidence packs instead of the whole file, so that a responder's pack names no agency that it has nothing to do with.
 */
export interface AgencyStatement {
  v: 1;
  type: 'agency';
  partnership: string;
  version: number;
  issued: string;
  expires: string;
  root: string;
  rootKey: string;
  log: string;
  mode: PartnershipFile['mode'];
  agency: PartnershipAgency;
}

/** One person, by pseudonym: the hub never learns a name. */
export interface RosterMember {
  member: string;
  roles: MemberRole[];
  /** Personal OpenPGP public key (signs; its subkey receives the team bundle), binary base64url, and its fingerprint. */
  key: string;
  fingerprint: string;
  from: string;
  until: string | null;
  /** Ed25519 public key (raw 32 bytes, base64url) with which this member's client signs its sign-in assertion; null for none. */
  signIn: string | null;
}

/** An agency's own list of its people, signed with its primary key; versions only go up and each names the one before. */
export interface Roster {
  v: 1;
  type: 'roster';
  agency: string;
  version: number;
  issued: string;
  previous: string | null;
  members: RosterMember[];
}

/** A wrapped copy of the team key for one member: OpenPGP ciphertext that only that member can open. base64url. */
export interface TeamKeyCopy {
  agency: string;
  member: string;
  epoch: string;
  wrapped: string;
}

/** What an operator registers: public parts and wrapped copies, nothing that opens anything. */
export interface PartnershipRegistration {
  partnership: SignedDocument<PartnershipFile>;
  /** One per agency of the partnership file, in its order. */
  statements: SignedDocument<AgencyStatement>[];
  rosters: SignedDocument<Roster>[];
  copies: TeamKeyCopy[];
  mailboxes: { agency: string; mailbox: string; language: 'en' | 'cy' | 'both' }[];
}
