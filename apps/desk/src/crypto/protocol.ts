import type { HandOverReply, KeyFact, LockedKey, PartnershipFile, Roster, SignedDocument, TeamKeyCopy, CustodyCopy, WitnessState } from '@lateral/contracts';
import type { SealedField } from '@lateral/domain/justification';
import type { MessageBody, Narrative, OpenRefused } from '@lateral/envelope';
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
  /** Verifies the directory from the pinned root down; what is trusted from then on stays in the worker. `marks` is what the device holds, unread. */
  'verify-directory': { given: ShownDirectory; told: { ok: true; marks: VersionMarks; agencies: AgencyName[] } | (Refused<DirectoryRefusal> & { of: string | null }) };
  /** Opens the member's copies of the team key, by the directory as verified. Says how many opened, and why another did not. */
  'take-copies': { given: { copies: TeamKeyCopy[] }; told: { opened: number; refused: TeamCopyRefusal[] } | Refused<'locked' | 'no-directory'> };
  'take-custody': { given: { copy: CustodyCopy }; told: { ok: true } | Refused<CustodyRefusal | 'locked' | 'no-directory'> };
  /** Opens a request after all of its checks; the words are for showing and for nothing else. */
  'open-request': { given: { handOver: HandOverReply; asking: string; check: string; request: string }; told: OpenedRequest | OpenRefused | Refused<'locked' | 'no-directory'> };
  /** The words that two people read to each other. */
  'words': { given: Whose & { fingerprint: string }; told: { en: string[]; cy: string[] } };
  'check-key-log': { given: { facts: KeyFact[]; checkpoint: string; marks: VersionMarks }; told: { ok: true; marks: VersionMarks; waiting: boolean } | Refused<KeyLogRefusal | MarkRefusal | 'no-directory'> };
}
export type AskKind = keyof Asks;
export type Given<K extends AskKind> = Asks[K]['given'];
export type Told<K extends AskKind> = Asks[K]['told'];

export interface Whose { agency: string; member: string }
export interface Refused<Code extends string> { ok: false; code: Code }
export interface AgencyName { id: string; name: { en: string; cy: string } }
export type DirectoryRefusal = PartnershipRefusal | RosterRefusal | MarkRefusal | 'marks-spoilt' | 'another-root';

/** What the hub shows of the directory. `rosters`: of each agency of interest, every version, oldest first; `pin` comes with the code. */
export interface ShownDirectory { own: string; partnership: SignedDocument<PartnershipFile>; rosters: SignedDocument<Roster>[][]; pin: string; marks: unknown }

export interface OpenedRequest {
  ok: true;
  body: MessageBody;
  narrative: Narrative;
  signer: Whose;
  created: string;
  expires: string;
  witness: WitnessState;
  /** Fields whose words are not what the record in clear says of them. */
  mismatched: SealedField[];
}

/** On the wire between page and worker. */
export type ToWorker = { [K in AskKind]: { id: number; kind: K; given: Given<K> } }[AskKind];
export type FromWorker = { id: number; told: unknown } | { id: number; fault: true } | { event: 'locked' };
