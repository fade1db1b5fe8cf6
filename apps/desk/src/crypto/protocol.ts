import type { Delegate, HandOverReply, JustificationRecord, KeyFact, LockedKey, MemberRole, MessageType, PartnershipAgency, PartnershipFile, Receipt, RecoveryKit, Roster, RosterProposalBody, SealedEnvelope, SignedDocument, TeamKeyCopy, CustodyCopy, WitnessState } from '@lateral/contracts';
import type { SealedField } from '@lateral/domain/justification';
import type { AttachmentKey, Expected, MessageBody, Narrative, OpenRefused } from '@lateral/envelope';
import type { ChainRefusal, CosignRefusal, CustodyRefusal, EpochFacts, KeyLogRefusal, KitRefusal, KeyNews, MarkRefusal, RosterRefusal, TeamCopyRefusal, UnlockRefusal, UnlockSecret, VersionMarks } from '@lateral/envelope/keys';
import type { RosterChanges } from './roster-changes.js';
import type { RosterWish } from './roster-wish.js';

/** What the page may ask of the worker that holds the keys, and what it is told. No secret key is in any answer: the worker has no way to say one. */
export interface Asks {
  /** Makes a personal key, which stays in the worker, unlocked until it is forgotten. The public half is told. */
  'make-key': { given: Whose; told: { key: string; fingerprint: string } };
  /** Locks the key that was made, with what is given and a new recovery code: the one secret that leaves the worker, to be printed. */
  'lock-key': { given: { secrets: UnlockSecret[] }; told: { ok: true; locked: LockedKey; recoveryCode: string } | Refused<'no-key' | 'weak-secret'> };
  'unlock': { given: { locked: LockedKey; secret: UnlockSecret; expected: Whose }; told: { ok: true; fingerprint: string } | Refused<UnlockRefusal> };
  /** Signs, with the unlocked key, that it is its owner who came in with a one-time code. Whose key it is the worker knows itself. */
  'prove-key': { given: { session: string; nonce: string }; told: { ok: true; signature: string } | Refused<'locked'> };
  /** Whether what locks the key is held, so that the ways to unlock it can be changed: for some minutes after it was unlocked by words. */
  'lock-held': { given: null; told: boolean };
  /** The same held again, by one of the ways in. */
  'hold-lock': { given: { locked: LockedKey; secret: UnlockSecret }; told: { ok: true } | Refused<UnlockRefusal | 'locked'> };
  /** The locked key with ways to unlock it added and taken away (by id), to be stored as its next version. A new recovery code is the one secret that leaves the worker, to be printed. */
  'change-lock': { given: { locked: LockedKey; add: UnlockSecret[]; remove: string[]; newCode: boolean }; told: { ok: true; locked: LockedKey; recoveryCode: string | null } | Refused<'locked' | 'lock-closed' | 'another-member' | 'weak-secret'> };
  'forget': { given: null; told: null };
  /** Somebody moves at the page: the ten minutes begin again. */
  'touch': { given: null; told: { unlocked: boolean } };
  /** Verifies the directory from the pinned root down; what is trusted from then on stays in the worker. `delegates`: agencies that read for one of those shown at this hour. `keyLog`: where it is asked for from the next time, and whether it lacks a roster that was shown. `marks` is what the device holds, unread. */
  'verify-directory': { given: ShownDirectory; told: { ok: true; marks: VersionMarks; agencies: KnownAgency[]; colleagues: KnownMember[]; delegates: string[]; keyLog: { from: number; lacks: boolean } } | (Refused<DirectoryRefusal> & { of: string | null }) };
  /** Opens the member's copies of the team key, by the directory as verified. Says how many opened, and why another did not. */
  'take-copies': { given: { copies: TeamKeyCopy[] }; told: { opened: number; refused: TeamCopyRefusal[] } | Refused<'locked' | 'no-directory'> };
  'take-custody': { given: { copy: CustodyCopy }; told: { ok: true } | Refused<CustodyRefusal | 'locked' | 'no-directory'> };
  /** The own agency's roster in force, as verified. */
  'own-roster': { given: null; told: { ok: true; version: number; issued: string; delegates: Delegate[]; members: RosterEntry[] } | Refused<'no-directory'> };
  /** The words of a key that a joiner brought: of the key itself, whatever fingerprint came with it. */
  'read-joiner': { given: { member: string; key: string }; told: ({ ok: true } & Omit<ProposedJoiner, 'member'>) | Refused<'no-directory' | 'no-public-key'> };
  /** Makes and signs the next roster with the agency's key, which is put away again whatever came of it. */
  'next-roster': { given: { wish: RosterWish }; told: { ok: true; proposal: RosterProposalBody; digest: string } | Refused<'locked' | 'no-directory' | 'no-custody' | 'other-key' | 'not-a-roster'> };
  /** Every epoch of the own team's key, newest first. */
  'own-epochs': { given: null; told: { ok: true; epochs: KnownEpoch[] } | Refused<'no-directory'> };
  /** Makes and signs the next roster without these epochs, and a recovery kit of the key that is left, with what stands on its three papers: to be printed, and kept nowhere else. */
  'delete-epochs': { given: { epochs: string[] }; told: { ok: true; proposal: RosterProposalBody; digest: string; kit: RecoveryKit; papers: string[] } | Refused<'locked' | 'no-directory' | 'no-custody' | 'not-a-roster'> };
  /** Whether two papers open a kit of the own agency, and whether a key with these epochs is in it. */
  'try-papers': { given: { kit: RecoveryKit; papers: [string, string]; epochs: string[] }; told: { ok: true; made: string; holds: boolean } | Refused<KitRefusal | 'no-directory' | 'another-kit'> };
  /** What a proposal changes of the verified roster, the words of whoever it lets in, the epochs that it deletes with theirs, and who is given which keys. */
  'read-proposal': { given: { proposal: RosterProposalBody }; told: { ok: true; digest: string; signers: string[]; changes: RosterChanges; joiners: ProposedJoiner[]; deletes: DeletedEpoch[]; receives: { team: string[]; custody: string[] } } | Refused<RosterRefusal | 'no-directory'> };
  /** Signs a proposal as the second custodian; `digest` is of the one that was shown, `deleting` the epochs that its person was asked about. */
  'cosign': { given: { proposal: RosterProposalBody; digest: string; deleting: string[] }; told: { ok: true; version: number; signature: string } | Refused<CosignRefusal | 'locked' | 'no-directory' | 'another-proposal'> };
  /** Opens a message after all of its checks. `handOvers`: receipts of its check, for one that has outlived its time; left out until it is refused for that. */
  'open-message': { given: { handOver: HandOverReply; handOvers?: HandOvers; /** `message`: the id that was asked for. */ expected: Awaited & { message: string } }; told: OpenedMessage | OpenRefused | Refused<'locked' | 'no-directory' | 'key-log-contradicts'> };
  /** Seals a message for its readers and signs it; `of` is the agency that nobody can read for, or whose rosters are not in the key log as they were shown. */
  'seal-message': { given: { letter: Letter }; told: { ok: true; envelope: SealedEnvelope } | (Refused<'no-reader' | 'too-long' | 'key-log-contradicts' | 'key-log-late-there'> & { of: string | null }) | Refused<'locked' | 'no-directory' | 'key-log-late'> };
  'seal-attachment': { given: { id: string; name: string; mime: string; bytes: Uint8Array }; told: { ok: true; ciphertext: Uint8Array; key: AttachmentKey } | Refused<'too-long'> };
  'open-attachment': { given: { ciphertext: Uint8Array; key: AttachmentKey }; told: { ok: true; bytes: Uint8Array } | Refused<'not-authentic' | 'wrong-ciphertext' | 'wrong-plaintext'> };
  /** Seals what is unfinished (any JSON value) for oneself or for the own team; `kind` and `draft` are bound in. */
  'seal-draft': { given: { draft: string; kind: string; value: unknown; readers: 'self' | 'team' }; told: { ok: true; sealed: string } | Refused<'locked' | 'no-directory' | 'too-long'> };
  /** `own`: only as one's own writing; a colleague's, sealed to the team, is no draft of somebody who never wrote it. */
  'open-draft': { given: { draft: string; kind: string; sealed: string; own?: boolean }; told: { ok: true; value: unknown; by: string } | Refused<'locked' | 'unreadable' | 'other-draft'> };
  /** Many of one kind at once, each told of in its place. */
  'open-drafts': { given: { kind: string; drafts: { draft: string; sealed: string }[]; own?: boolean }; told: Asks['open-draft']['told'][] };
  /** The words that two people read to each other. */
  'words': { given: { agency: string; /** null: a key of the agency itself. */ member: string | null; fingerprint: string }; told: { en: string[]; cy: string[] } };
  /** Holds the key log against the rosters that were verified. `shown` null: the hub could not or would not say. Once it has waited too long, what is not red is sealed no more, for anybody or for the agency it is about. */
  'check-key-log': { given: { shown: { from?: number; facts: KeyFact[]; checkpoint: string } | null; marks: VersionMarks }; told: { ok: true; marks: VersionMarks; state: KeyLogState } | Refused<KeyLogRefusal | MarkRefusal | 'no-directory'> };
}
export type AskKind = keyof Asks;
export type Given<K extends AskKind> = Asks[K]['given'];
export type Told<K extends AskKind> = Asks[K]['told'];

export interface Whose { agency: string; member: string }
export interface Refused<Code extends string> { ok: false; code: Code }
/** An agency as the root vouches for it, with what the rules of justification ask of either side. */
export type KnownAgency = Pick<PartnershipAgency, 'id' | 'name' | 'type' | 'nation' | 'publicAuthority' | 'competentAuthority' | 'commissionedProvider'>;
/**
 * What could be told of the key log: that it holds the own agency's rosters and no others; that the newest are on their way; that they are
 * not in it though they should be (`overdue`); that it could not be asked, and that it could not for too long (`silent`).
 */
export type KeyLogState = 'exact' | 'waiting' | 'overdue' | 'away' | 'silent';
export interface KnownMember { member: string; roles: MemberRole[]; fingerprint: string }
export interface RosterEntry extends KnownMember { from: string; until: string | null }
/** An epoch of the own team's key. Messages were sealed to it between these times; `until` null where nothing ends it. */
export interface KnownEpoch { epoch: string; from: string; until: string | null; standing: EpochFacts['standing'] }
export interface DeletedEpoch extends Omit<KnownEpoch, 'standing'> { words: { en: string[]; cy: string[] } }
export interface ProposedJoiner { member: string; fingerprint: string; words: { en: string[]; cy: string[] } }
/** `versions-needed`: it was shown without the files of before, and cannot be judged so. `another-root`: neither pin nor marks lead to this root. */
export type DirectoryRefusal = ChainRefusal | RosterRefusal | MarkRefusal | 'marks-spoilt' | 'another-root' | 'versions-needed';

/**
 * What the hub shows of the directory. `versions`: partnership files of before, in any order, null where they were not asked for.
 * `rosters`: of each agency of interest, every version, oldest first; `pin` comes with the pages (`/desk/pin.json`).
 */
export interface ShownDirectory { own: string; partnership: SignedDocument<PartnershipFile>; versions: SignedDocument<PartnershipFile>[] | null; rosters: SignedDocument<Roster>[][]; pin: string; marks: unknown }

/** What the hub shows of earlier hand-overs; `not-shown` where it would not say. */
export type HandOvers = readonly Receipt[] | 'not-shown';
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
  /** It has outlived its time, and only the hub says that it was collected before. */
  onHubsWord: boolean;
  /** Agencies that read it beside the one it went to, whose office was closed: as the signed header names them. */
  readBy: string[];
  /** Digest of the content: what an answer names in `inReplyTo`. */
  digest: string;
  /** The record in clear that came with it, whose digest both signatures cover. */
  record: JustificationRecord;
  /** Fields whose words are not what the record in clear says of them. */
  mismatched: SealedField[];
  /** Keys of its sender that were replaced, so that no key changes in silence. */
  keyNews: KeyNews[];
}

/** On the wire between page and worker. */
export type ToWorker = { [K in AskKind]: { id: number; kind: K; given: Given<K> } }[AskKind];
export type FromWorker = { id: number; told: unknown } | { id: number; fault: true } | { event: 'locked' };
