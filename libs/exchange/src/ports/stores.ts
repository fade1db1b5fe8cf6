import type { CheckView, DelegatedRequestView, EnvelopeView, MessageType, NoticeView, Page, RequestView, SealedEnvelope, WitnessState, CheckStanding, RequestStanding, EventName } from '@lateral/contracts';
import type { CheckState, RequestState, Urgency } from '@lateral/domain';
import type { ShareJudgement, JustificationRecord, OverrideView } from '@lateral/contracts';
import type { Reader } from './actor.js';
import type { ChecksFilter, RequestsFilter } from './desk.js';
import type { AskFurtherWrite, CheckWrite, HandOverWrite, KeepRecordWrite, OpenCheckWrite, RequestSeen, RequestWrite, WriteResult, AuditRow } from './writes.js';

/** A request as an act needs to see it before it decides. */
export interface RequestFacts {
  id: string;
  check: string;
  reference: string;
  asking: string;
  asked: string;
  urgency: Urgency;
  state: RequestState;
  version: number;
  dueAt: Date;
  checkState: CheckState;
  checkVersion: number;
  /** The request envelope in force, and the digest of its content, which an answer must name. */
  currentEnvelope: string;
  currentDigest: string;
  /** The answer in force (the last response that no other corrects), if there is one. */
  currentResponse: string | null;
  /** Whether an answer of the asked agency left as an emergency and waits for its review. */
  reviewWaits: boolean;
}

export interface CheckFacts {
  id: string;
  reference: string;
  asking: string;
  urgency: Urgency;
  receivedAt: Date;
  state: CheckState;
  version: number;
  requests: readonly RequestFacts[];
}

export interface EnvelopeFacts {
  id: string;
  type: MessageType;
  from: string;
  to: string | null;
  /** Agencies that read for the addressed one: the message is sealed to them too. */
  delegates: readonly string[];
  request: string | null;
  check: string;
  headerDigest: string;
  collectedAt: Date | null;
  attachment: string | null;
  /** Audit record of the act that brought it. */
  shareRecord: string;
}

/** What says whom a question is about, as its sender sealed it for the own team. */
export interface HeadingRow { envelope: string; check: string; request: string; urgency: Urgency; sealed: string }

/** Checks, requests and messages. Every write is one statement: all of it happens, or none. */
export interface CheckStore {
  open(write: OpenCheckWrite): Promise<WriteResult<CheckStanding>>;
  askFurther(write: AskFurtherWrite): Promise<WriteResult<CheckStanding>>;
  keepRecord(write: KeepRecordWrite): Promise<WriteResult<null>>;
  changeRequest(write: RequestWrite): Promise<WriteResult<RequestStanding>>;
  changeCheck(write: CheckWrite): Promise<WriteResult<CheckStanding>>;
  /** Returns the sealed bytes only when the record of the hand-over is committed. A replay hands over again and records nothing new. */
  handOver(write: HandOverWrite): Promise<WriteResult<SealedEnvelope>>;
  /** Records without any other change: openings, fetched evidence. `seen`, which goes with an attempt only, is what must still be so for it. */
  record(write: { actor: HandOverWrite['actor']; attempt: HandOverWrite['attempt'] | null; at: Date; records: readonly AuditRow[]; seen?: RequestSeen | null }): Promise<WriteResult<null>>;

  /** What the same member's earlier attempt under this key came to, or null. Looked up only when an act is about to be refused. */
  earlier(actor: HandOverWrite['actor'], key: string): Promise<{ digest: string; reply: unknown } | null>;

  /** Facts as a member's act may know them; `null` for a reader: as they are, for what no member asked for. */
  requestFacts(request: string, reader: Reader | null): Promise<RequestFacts | null>;
  checkFacts(reference: string, reader: Reader | null): Promise<CheckFacts | null>;
  /** The coded record that came with an envelope, as it was signed; null where there is no such envelope, and where its time was over. */
  justificationOf(envelope: string): Promise<JustificationRecord | null>;
  envelopeFacts(envelope: string, reader: Reader | null): Promise<EnvelopeFacts | null>;
  /** Sealed bytes of an envelope for a replayed hand-over; null where they or their coded record are gone. */
  sealed(envelope: string): Promise<SealedEnvelope | null>;
  /** Of these, the headings of questions that the reader's own agency sent and that can still be read. */
  headings(envelopes: readonly string[], reader: Reader): Promise<HeadingRow[]>;

  check(reference: string, reader: Reader): Promise<CheckView | null>;
  checks(reader: Reader, page: PageQuery & ChecksFilter): Promise<Page<CheckView>>;
  request(request: string, reader: Reader): Promise<RequestView | null>;
  /** Requests put to an agency, newest first. */
  inbox(reader: Reader, page: PageQuery & RequestsFilter): Promise<Page<RequestView>>;
  /** Questions in force, sealed at `since` or after, that name the reader's agency as delegate and wait for their answer, newest first. */
  delegated(reader: Reader, page: PageQuery, since: Date): Promise<Page<DelegatedRequestView>>;
}

/** Keyset pages: `after` is the opaque cursor of the page before; `limit` at most 100. */
export interface PageQuery {
  after: string | null;
  limit: number;
}

/** One ciphertext that is too large for a JSON body; stored in chunks, complete or not there. */
export interface AttachmentStore {
  /** Streams chunks in. Stored under the uploader; `id-taken` where another upload has the id. */
  put(attachment: { id: string; agency: string; member: string; at: Date }, chunks: AsyncIterable<Uint8Array>, limit: number): Promise<{ outcome: 'stored'; length: number; digest: string } | { outcome: 'id-taken' } | { outcome: 'too-large' }>;
  facts(id: string): Promise<{ agency: string; length: number; digest: string; envelope: string | null } | null>;
  /** Whether its key is gone, and with it every way to read it. */
  isErased(id: string): Promise<boolean>;
  read(id: string): AsyncIterable<Uint8Array>;
}

/** A stored audit record with how far it has come. */
export interface StoredRecord {
  id: string;
  event: EventName;
  record: string;
  salt: Uint8Array;
  index: number | null;
}

/** What erasing needs to know and to say. */
export interface ErasureStore {
  /** Ids of every message of a check, and of every attachment of those. */
  objectsOf(check: string): Promise<string[]>;
  record(record: AuditRow): Promise<void>;
  /** Says of those of them that are messages that they can no longer be read, since `at`; of one that says so already nothing is changed. */
  note(objects: readonly string[], at: Date): Promise<void>;
}

export interface RecordStore {
  record(id: string): Promise<StoredRecord | null>;
  /** Every record of a check that the agency is party to, in order of position, then of commit. */
  recordsOf(check: string, agency: string): Promise<StoredRecord[]>;
  /** Records committed and behind the snapshot horizon that have no position yet, in commit order. */
  unplaced(limit: number): Promise<(StoredRecord & { order: { xid: string; seq: string } })[]>;
  /** Gives records their position in the ledger; repeating it changes nothing. */
  place(placed: readonly { id: string; index: number; order: { xid: string; seq: string } }[], at: Date): Promise<void>;
  /** Commit time of the oldest record without a position. */
  oldestUnplaced(): Promise<Date | null>;
}

export interface IncidentStore {
  /** The open incident of a kind, if any. */
  open(kind: IncidentKind): Promise<{ id: string; raisedAt: Date } | null>;
  raise(incident: { id: string; kind: IncidentKind; at: Date }, record: AuditRow): Promise<void>;
  end(kind: IncidentKind, at: Date, record: AuditRow): Promise<void>;
}
export type IncidentKind = 'ledger-away' | 'merge-delay' | 'ledger-untrue' | 'roster-refused';

/** What must still reach somebody. */
export interface OutboxStore {
  /**
   * Claims rows that are unpublished or were published longer than `republishAfterMs` ago, skipping those another relay holds, and
   * announces them: what is claimed can be shown to connected clients by then. It is announced once, however often it is claimed.
   */
  claim(limit: number, at: Date, republishAfterMs: number): Promise<ClaimedRow[]>;
  /** What is owed of an event, and to which mailbox (an agency that has left the partnership has none); null where nothing is owed any more. */
  event(id: string): Promise<PendingNotice | null>;
  /** Writes the notice that connected clients are shown, where no claim has; a second time is the first. */
  announce(notice: NoticeView): Promise<void>;
  /** All or nothing: the record is written, the outbox row is gone and, where `marksRequest`, the request's notice column says so. `false` where that had happened before. */
  settle(settled: { id: string; result: 'delivered' | 'undelivered'; marksRequest: boolean; at: Date }, record: AuditRow): Promise<boolean>;
  oldest(): Promise<Date | null>;
}
/** `hasLeft`: the newest partnership file names the agency no more, and nobody works off its jobs. */
export interface ClaimedRow { id: string; agency: string; hasLeft: boolean }
export interface PendingNotice {
  id: string;
  event: EventName;
  /** The agency to be told; `asking` and `asked` are the parties of its record. */
  agency: string;
  asking: string;
  asked: string;
  check: string;
  request: string;
  reference: string;
  urgency: Urgency;
  /** When the answer is due, or what the event itself says. */
  dueAt: Date;
  at: Date;
  /** Where the agency wants to be told; null where it named no mailbox. */
  mailbox: { mailbox: string; language: 'en' | 'cy' | 'both' } | null;
  /** Whether connected clients can be shown it already. */
  announced: boolean;
}

export interface EvidenceStore {
  /**
   * What the agency sent or was sent of a check, oldest first. Ciphertext is read only where `withCiphertext` says so, and then
   * of what the agency sealed itself or was handed: hand-over is the one way out, and evidence is no second.
   */
  envelopes(check: string, agency: string, withCiphertext?: boolean): Promise<KeptEnvelope[]>;
  /** Bytes of the ciphertext that `envelopes` would give; reads none of it. */
  ciphertextBytes(check: string, agency: string): Promise<number>;
  /** Whether any coded record of what the agency sent or was sent has been deleted, its time being over. `envelopes` leaves those messages out. */
  recordsErased(check: string, agency: string): Promise<boolean>;
  /** How many records an agency has kept of a check that went to nobody; counted no further than `most`. */
  recordsKept(check: string, agency: string, most: number): Promise<number>;
}
export interface KeptEnvelope {
  sealed: Omit<SealedEnvelope, 'content' | 'narrative'> & { content: string | null; narrative: string | null };
  judgement: ShareJudgement | null;
}

/** Emergency overrides, open until a second person has reviewed them. Only the agency that used one sees it. */
export interface OverrideStore {
  list(reader: Reader, page: PageQuery & { open: boolean }): Promise<Page<OverrideView>>;
  find(message: string, reader: Reader): Promise<OverrideView | null>;
}

export type { EnvelopeView, WitnessState };
