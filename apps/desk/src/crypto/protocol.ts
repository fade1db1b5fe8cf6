import type { HandOverReply, JustificationRecord, KeyFact, LockedKey, MemberRole, MessageType, PartnershipAgency, PartnershipFile, Roster, SealedEnvelope, SignedDocument, TeamKeyCopy, CustodyCopy, WitnessState } from '@lateral/contracts';
import type { SealedField } from '@lateral/domain/justification';
import type { AttachmentKey, Expected, MessageBody, Narrative, OpenRefused } from '@lateral/envelope';
import type { CustodyRefusal, KeyLogRefusal, MarkRefusal, PartnershipRefusal, RosterRefusal, TeamCopyRefusal, UnlockRefusal, UnlockSecret, VersionMarks } from '@lateral/envelope/keys';

/** What the page may ask of the worker that holds the keys, and what it is told. No secret key is in any answer: the worker has no way to say one. */
export interface Asks {
  /** What every authenticator is asked to evaluate. */
  'prf-input': { given: null; told: Uint8Array };
  /** Makes a personal key, which stays in the worker, unlocked until it is forgotten. The public half is told. */
  'make-key': { given: Whose; told: { key: string; fingerprint: string } };
  /** Locks the key that was made, with what is given and a new recovery code: the one secret that leaves the worker, to be printed. */
  'lock-key': { given: { secrets: UnlockSecret[] }; told: { ok: true; locked: LockedKey; recoveryCode: string } | Refused<'no-key' | 'weak-secret'> };
  'unlock': { given: { locked: LockedKey; secret: UnlockSecret; expected: Whose }; told: { ok: true; fingerprint: string } | Refused<UnlockRefusal> };
  'forget': { given: null; told: null };
  /** Somebody moves at the page: the ten minutes begin again. */
  'touch': { given: null; told: { unlocked: boolean } };
  /** Verifies the directory from the pinned root down; what is trusted from then on stays in the worker. `delegates`: agencies that read for one of those shown at this hour. `marks` is what the device holds, unread. */
  'verify-directory': { given: ShownDirectory; told: { ok: true; marks: VersionMarks; agencies: KnownAgency[]; colleagues: KnownMember[]; delegates: string[] } | (Refused<DirectoryRefusal> & { of: string | null }) };
  /** Opens the member's copies of the team key, by the directory as verified. Says how many opened, and why another did not. */
  'take-copies': { given: { copies: TeamKeyCopy[] }; told: { opened: number; refused: TeamCopyRefusal[] } | Refused<'locked' | 'no-directory'> };
  'take-custody': { given: { copy: CustodyCopy }; told: { ok: true } | Refused<CustodyRefusal | 'locked' | 'no-directory'> };
  /** Opens a message after all of its checks. */
  'open-message': { given: { handOver: HandOverReply; expected: Awaited }; told: OpenedMessage | OpenRefused | Refused<'locked' | 'no-directory'> };
  /** Seals a message for its readers and signs it; `of` is the agency that nobody can read for. */
  'seal-message': { given: { letter: Letter }; told: { ok: true; envelope: SealedEnvelope } | (Refused<'no-reader' | 'too-long'> & { of: string | null }) | Refused<'locked' | 'no-directory'> };
  'seal-attachment': { given: { id: string; name: string; mime: string; bytes: Uint8Array }; told: { ok: true; ciphertext: Uint8Array; key: AttachmentKey } | Refused<'too-long'> };
  'open-attachment': { given: { ciphertext: Uint8Array; key: AttachmentKey }; told: { ok: true; bytes: Uint8Array } | Refused<'not-authentic' | 'wrong-ciphertext' | 'wrong-plaintext'> };
  /** Seals what is unfinished (any JSON value) for oneself or for the own team; `kind` and `draft` are bound in. */
  'seal-draft': { given: { draft: string; kind: string; value: unknown; readers: 'self' | 'team' }; told: { ok: true; sealed: string } | Refused<'locked' | 'no-directory' | 'too-long'> };
  'open-draft': { given: { draft: string; kind: string; sealed: string }; told: { ok: true; value: unknown; by: string } | Refused<'locked' | 'unreadable' | 'other-draft'> };
  /** The words that two people read to each other. */
  'words': { given: Whose & { fingerprint: string }; told: { en: string[]; cy: string[] } };
  'check-key-log': { given: { facts: KeyFact[]; checkpoint: string; marks: VersionMarks }; told: { ok: true; marks: VersionMarks; waiting: boolean } | Refused<KeyLogRefusal | MarkRefusal | 'no-directory'> };
}
export type AskKind = keyof Asks;
export type Given<K extends AskKind> = Asks[K]['given'];
export type Told<K extends AskKind> = Asks[K]['told'];

export interface Whose { agency: string; member: string }
export interface Refused<Code extends string> { ok: false; code: Code }
/** An agency as the root vouches for it, with what the rules of justification ask of either side. */
export type KnownAgency = Pick<PartnershipAgency, 'id' | 'name' | 'type' | 'nation' | 'publicAuthority' | 'competentAuthority' | 'commissionedProvider'>;
export interface KnownMember { member: string; roles: MemberRole[]; fingerprint: string }
export type DirectoryRefusal = PartnershipRefusal | RosterRefusal | MarkRefusal | 'marks-spoilt' | 'another-root';

/** What the hub shows of the directory. `rosters`: of each agency of interest, every version, oldest first; `pin` comes with the code. */
export interface ShownDirectory { own: string; partnership: SignedDocument<PartnershipFile>; rosters: SignedDocument<Roster>[][]; pin: string; marks: unknown }

/** The message that is waited for; the own agency and the partnership are known to the worker. */
export type Awaited = Pick<Expected, 'type' | 'from' | 'check' | 'request' | 'inReplyTo'>;

/** A coded record before its message exists: the worker adds ids, salt, and what it attests of the words. */
export type CodedDraft = Omit<JustificationRecord, 'v' | 'type' | 'check' | 'request' | 'message' | 'salt' | 'words'>;

/** What is to be sealed. `message` is a new uuid v7; `to` null for what stays with the own team; `inReplyTo` the digest of the request's content that is answered. */
export interface Letter {
  type: MessageType;
  message: string;
  check: string;
  request: string | null;
  to: string | null;
  inReplyTo: string | null;
  corrects: string | null;
  body: MessageBody;
  narrative: Narrative;
  record: CodedDraft;
  attachment?: AttachmentKey;
}

export interface OpenedMessage {
  ok: true;
  message: string;
  body: MessageBody;
  narrative: Narrative;
  attachments: AttachmentKey[];
  signer: Whose;
  created: string;
  expires: string;
  witness: WitnessState;
  /** Digest of the content: what an answer names in `inReplyTo`. */
  digest: string;
  /** The record in clear that came with it, whose digest both signatures cover. */
  record: JustificationRecord;
  /** Fields whose words are not what the record in clear says of them. */
  mismatched: SealedField[];
}

/** On the wire between page and worker. */
export type ToWorker = { [K in AskKind]: { id: number; kind: K; given: Given<K> } }[AskKind];
export type FromWorker = { id: number; told: unknown } | { id: number; fault: true } | { event: 'locked' };
