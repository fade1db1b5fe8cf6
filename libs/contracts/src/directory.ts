import type { AgencyType, Nation } from '@lateral/domain';
import { ROLES, type Role } from '@lateral/domain/access';
import { digestOf } from './digest.js';

export { ROLES as MEMBER_ROLES };
export type MemberRole = Role;

/** A document and the detached OpenPGP signatures over `lateral/v1/<kind>\0` + its canonical JSON. Bytes are base64url. */
export interface SignedDocument<T> {
  document: T;
  signatures: string[];
}

/** How many versions are given at once. Fewer than asked for are the last there are. A partnership file has every agency in it. */
export const MOST_ROSTERS_AT_ONCE = 100;
export const MOST_FILES_AT_ONCE = 20;

/** One version of a roster; `digest` is `digestOf('roster', document)`. */
export interface RosterMark { version: number; digest: string }

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
  /**
   * The roster that the root itself vouches for: where the agency's chain begins when its key was replaced or its custodians were
   * lost, and a short cut for whoever reads the chain for the first time. Null: it begins with version 1.
   */
  rosterFrom: RosterMark | null;
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
  /** Fingerprint of the root that will follow this one, published beforehand; null while none is planned. */
  nextRoot: string | null;
  /** The root's public key, base64url; worth nothing unless its fingerprint is the pinned one. */
  rootKey: string;
  agencies: PartnershipAgency[];
  /** C2SP verifier keys of the two logs (type 0x01): acts, and key facts. */
  log: string;
  keyLog: string;
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
  keyLog: string;
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

/** Who reads an agency's messages while its office is closed: another agency of the partnership, in these hours. */
export interface Delegate {
  agency: string;
  /** Local hours of the agency's week: ISO weekday 1 to 7, `HH:MM` from (inclusive) and to (exclusive, `24:00` for the day's end). */
  hours: { day: number; from: string; to: string }[];
  from: string;
  until: string | null;
}

/**
 * An agency's own list of its people, signed with its primary key and by two custodians of the list before; versions only go up and
 * each names the one before.
 */
export interface Roster {
  v: 1;
  type: 'roster';
  agency: string;
  version: number;
  issued: string;
  previous: string | null;
  members: RosterMember[];
  /** The agency's public key with its newest epochs; null until the agency has added one to those of the partnership file. */
  teamKey: string | null;
  delegates: Delegate[];
  /** `handedOutDigest` of the wrapped keys that were proposed with this version, so that the custodians sign those too; left out where it came with none. */
  handedOut?: string;
  /**
   * Fingerprints of epochs whose secret the agency has deleted: of every roster so far, in order; left out where there is none. Their public
   * halves stay in the team key, because old messages name them. Nothing takes one back.
   */
  deletedEpochs?: string[];
}

/** The agency's whole private key, locked for one custodian: OpenPGP ciphertext, base64url. */
export interface CustodyCopy { agency: string; member: string; primary: string; wrapped: string }
/** A wrapped copy of the team key for one member: OpenPGP ciphertext that only that member can open. base64url. */
export interface TeamKeyCopy {
  agency: string;
  member: string;
  epoch: string;
  wrapped: string;
}

/** What stands in a roster for the wrapped keys that come with it, in their order; undefined where there are none. */
export function handedOutDigest({ copies, custody }: { copies: readonly TeamKeyCopy[]; custody: readonly CustodyCopy[] }): string | undefined {
  return copies.length + custody.length === 0 ? undefined : digestOf('handed-out', { copies, custody });
}

/** Epochs that a roster deletes and the one before it did not. */
export function newlyDeleted({ deletedEpochs = [] }: Pick<Roster, 'deletedEpochs'>, before: Pick<Roster, 'deletedEpochs'> | null): string[] {
  const already = new Set(before?.deletedEpochs);
  return deletedEpochs.filter((epoch) => !already.has(epoch));
}

/** What an operator registers: public parts and wrapped copies, nothing that opens anything. */
export interface PartnershipRegistration {
  partnership: SignedDocument<PartnershipFile>;
  /** One per agency of the partnership file, in its order. */
  statements: SignedDocument<AgencyStatement>[];
  rosters: SignedDocument<Roster>[];
  copies: TeamKeyCopy[];
  /** The agency key for its first custodians, each copy locked for one of them. */
  custody: CustodyCopy[];
  /** Whose sign-in at a provider is which member's. Only the first people of an agency come this way; the others are invited. */
  people: { agency: string; member: string; issuer: string; subject: string }[];
  mailboxes: { agency: string; mailbox: string; language: 'en' | 'cy' | 'both' }[];
}
