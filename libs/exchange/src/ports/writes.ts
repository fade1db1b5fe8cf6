import type { AgreementDocument } from '@lateral/domain/agreements';
import type { OverrideReason, ReviewFinding } from '@lateral/domain/justification';
import type { EntryKind, EventName, RequestStanding, SealedEnvelope, ShareJudgement } from '@lateral/contracts';
import type { CheckState, RequestState, Urgency } from '@lateral/domain';
import type { Actor, Attempt } from './actor.js';

/** One audit record as it is written with the act. `record` is canonical JSON; `salt` 32 bytes; `parties` may fetch its receipt. */
export interface AuditRow {
  id: string;
  event: EventName;
  entry: EntryKind;
  at: Date;
  record: string;
  salt: Uint8Array;
  check: string | null;
  request: string | null;
  message: string | null;
  parties: readonly string[];
}

/** Something that must reach an agency. Deleted when it has been delivered, never when it was published. */
export interface OutboxRow {
  id: string;
  event: EventName;
  /** The agency to be told. */
  agency: string;
  check: string;
  request: string;
  at: Date;
  /** Set where it goes to the mailbox for what is overdue. */
  escalates?: true;
  /** Set where what waits is not due when the answer is. */
  dueAt?: Date;
}

/** An envelope as stored: bytes apart from what lists touch. */
export interface EnvelopeRow {
  id: string;
  type: SealedEnvelope['header']['context']['type'];
  check: string;
  request: string | null;
  from: string;
  /** null for a decision and a record, which only their own team reads. */
  to: string | null;
  corrects: string | null;
  attachment: string | null;
  createdAt: Date;
  /** base64url SHA-256 of the content ciphertext: what an answer names in `inReplyTo`. */
  contentDigest: string;
  headerDigest: string;
  /** What the hub made of it; null for a decision. */
  judgement: ShareJudgement | null;
  sealed: SealedEnvelope;
  /** Only of a question, and not of every one: whom it is about in a line, sealed to the sender's own team. base64url. */
  heading?: string;
  /** Content and narrative of `sealed`, and the heading, as bytes, from whoever has them at hand: the store need not decode them again. */
  bytes?: Record<'content' | 'narrative', Uint8Array> & { heading?: Uint8Array };
}

/** What every write carries beside its own rows. */
export interface Act {
  /** What the act is answered with beside the standing that the store makes; kept with it, so that a replay is answered alike. */
  replyAlso?: Record<string, unknown>;
  actor: Actor;
  attempt: Attempt;
  at: Date;
  records: readonly AuditRow[];
  outbox: readonly OutboxRow[];
}

export interface NewRequest {
  id: string;
  asked: string;
  urgency: Urgency;
  dueAt: Date;
  /** Which rule of the deadline policy gave the due time. */
  dueRule: string;
  envelope: EnvelopeRow;
}

/** An emergency override that a share left under. */
export interface OverrideRow {
  /** The envelope that left. */
  message: string;
  check: string;
  request: string;
  agency: string;
  member: string;
  reason: OverrideReason;
  findings: readonly string[];
  usedAt: Date;
  reviewDue: Date;
}
export interface OpenCheckWrite extends Act {
  check: { id: string; reference: string; asking: string; urgency: Urgency; receivedAt: Date };
  requests: readonly NewRequest[];
  overrides: readonly OverrideRow[];
}
/** Further requests of an open check, from exactly the version it was read at. The check's version goes up by one. */
export interface AskFurtherWrite extends Act {
  check: { id: string; reference: string; asking: string };
  from: { version: number; state: CheckState };
  requests: readonly NewRequest[];
  overrides: readonly OverrideRow[];
}

/** A change of one request, from exactly the version and state that the act was decided on. */
export interface RequestChange {
  request: string;
  check: string;
  from: { version: number; state: RequestState };
  to: RequestState;
  /** Set where the act also moves the check (a late or corrected response, a withdrawal). */
  checkChange: { from: CheckState; to: CheckState } | null;
  /** Set where the act was decided on a check in this state and does not move it: where the check has moved since, nothing is written. */
  whileCheck?: CheckState;
  /** Set where the act moves the due time. */
  due?: { at: Date; rule: string };
}
export interface RequestWrite extends Act {
  change: RequestChange;
  /** The message that came with the act, if one did. */
  envelope: EnvelopeRow | null;
  override: OverrideRow | null;
}

/** A change of a check and of the requests that it ends. */
export interface CheckWrite extends Act {
  check: string;
  from: { version: number; state: CheckState };
  to: CheckState;
  /** Set where the act changes the rating; requests already sent keep theirs. */
  urgency?: Urgency;
  /** Requests that leave their state with it (closing expires, withdrawing withdraws), each from exactly this version. */
  requests: readonly { request: string; from: { version: number; state: RequestState }; to: RequestState }[];
  envelope: EnvelopeRow | null;
}

/** Where a request and its check stood when it was decided that something of it may leave: where either has moved since, nothing leaves and nothing is written. */
export interface RequestSeen {
  request: string;
  check: string;
  version: number;
  state: RequestState;
  checkState: CheckState;
}

export interface HandOverWrite extends Act {
  envelope: string;
  /** null where the envelope belongs to no request, or where collecting changes nothing (the sender's own copy, a second collection). */
  change: RequestChange | null;
  /** null where `change` says it, and where it may leave however the request stands (the sender's own copy). */
  seen: RequestSeen | null;
  firstCollection: boolean;
}

/** A message that is kept and sent to nobody. */
export interface KeepRecordWrite extends Act {
  envelope: EnvelopeRow;
  /** Set where it completes the review of an override, which must still be open. */
  review: { message: string; finding: ReviewFinding } | null;
}

export interface ProposeAgreementWrite {
  document: AgreementDocument;
  digest: string;
  /** Agencies that may read it: its own parties, and those of the version that it is to follow. */
  readers: readonly string[];
  by: Actor;
  at: Date;
  records: readonly AuditRow[];
}
/** One more approval; `publishes` where it is the one that puts the version into use. */
export interface ApproveAgreementWrite {
  reference: string;
  version: number;
  digest: string;
  by: Actor;
  publishes: boolean;
  at: Date;
  records: readonly AuditRow[];
}

/** What a replayed hand-over finds as its reply: which envelope left under this key and under which records, and where its request stood if it moved. */
export interface HandedOver {
  envelope: string;
  records: string[];
  request: RequestStanding | null;
}

/** What a write came to. `replayed`: the same attempt had been carried out before; `reply` is what it came to then. */
export type WriteResult<Reply> =
  | { outcome: 'done'; reply: Reply }
  | { outcome: 'replayed'; digest: string; reply: unknown }
  | { outcome: 'changed' }
  | { outcome: 'id-taken' }
  /** The sealed bytes asked for cannot be read by anyone any more: their key has been destroyed. */
  | { outcome: 'erased' };
