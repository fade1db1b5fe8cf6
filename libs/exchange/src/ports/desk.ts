import type { ContactView, DraftKind, DraftReaders, DraftState, DraftView, HeldFilter, MemberNameView, OwnContactView, ReminderLevel, ReminderReply } from '@lateral/contracts';
import type { CheckState, RequestState } from '@lateral/domain';
import type { Actor, Reader } from './actor.js';
import type { Act, AuditRow, OutboxRow, WriteResult } from './writes.js';

/** What a list of checks, or of requests, is narrowed to; null or absent for all. */
export interface ChecksFilter { state?: CheckState | null; held?: HeldFilter | null }
export interface RequestsFilter { state: RequestState | null; held?: HeldFilter | null }

/** A draft as stored. `member` is its writer; `checkId` the check it belongs to, where there is one yet. */
export interface Draft {
  id: string;
  agency: string;
  member: string;
  kind: DraftKind;
  reference: string | null;
  checkId: string | null;
  request: string | null;
  readers: DraftReaders;
  state: DraftState;
  version: number;
  updatedAt: Date;
  /** Ciphertext of the writer's client, base64url. */
  sealed: string;
}
/** `draft.version` is the one it becomes; `records` only where it is put to somebody else. */
export interface DraftWrite { actor: Actor; draft: Draft; records: readonly AuditRow[]; at: Date }

/** What people are writing. Every read is for a member: of a check that they have left, and of what their session does not reach, there is nothing. */
export interface DraftStore {
  /** `full` where the writer has `most` already; `taken` where the id is anybody's. */
  begin(write: DraftWrite, most: number): Promise<'kept' | 'taken' | 'full'>;
  /** False where it is not at the version before any more, or its writer or state is not what the act was decided on. */
  replace(write: DraftWrite, from: { version: number; state: DraftState }): Promise<boolean>;
  /** One of the reader's agency. Who of them may see it is the act's to say. */
  find(draft: string, reader: Reader): Promise<Draft | null>;
  /** The reader's own, and where `approves` those that wait for somebody to release them; newest first, without what is sealed. */
  list(reader: Reader, approves: boolean): Promise<DraftView[]>;
  /** From exactly this version; false where it is at another. */
  remove(draft: string, version: number): Promise<boolean>;
}

/** One piece of work changes hands. Nothing is written where `from` has it no longer, nor where `to` has left the check. */
export interface HolderWrite { actor: Actor; of: string; from: string | null; to: string | null; at: Date; records: readonly AuditRow[] }
export interface RemindWrite extends Omit<Act, 'replyAlso' | 'outbox'> {
  request: string;
  level: ReminderLevel;
  /** The last one of this level was before this, or there was none. */
  since: Date;
  outbox: OutboxRow;
}
/** Who has what, and what is asked for again. None of it makes a new version of a check or request: nobody has to read again. */
export interface WorkStore {
  giveRequest(write: HolderWrite): Promise<boolean>;
  giveCheck(write: HolderWrite): Promise<boolean>;
  /** `changed` where one of this level went out since, or the request has ended. */
  remind(write: RemindWrite): Promise<WriteResult<ReminderReply>>;
}

/** How agencies can be spoken to. */
export interface ContactStore {
  /** Every agency of the registered partnership, by id. */
  all(): Promise<ContactView[]>;
  of(agency: string): Promise<OwnContactView | null>;
  /** False where it is not at the version before any more. */
  keep(contact: OwnContactView & { verifiedAt: string }, record: AuditRow): Promise<boolean>;
}

/** How members are called, sealed to their own team. */
export interface MemberNameStore {
  keep(name: { agency: string; member: string; sealed: string }, at: Date): Promise<void>;
  of(agency: string): Promise<MemberNameView[]>;
}
