import type { AgencyType, CheckState, NoticeState, RequestState, Urgency } from '@lateral/domain';
import type { AgreementView, NoticeView, OwnContactView } from '@lateral/contracts';
import type { CatalogueDocument } from '@lateral/domain/catalogue';
import type { ReviewFinding } from '@lateral/domain/justification';
import type { Actor, AuditRow, Draft, EnvelopeRow, IncidentKind, OutboxRow, OverrideRow, Reader } from '@lateral/exchange';

export interface CheckLine { id: string; reference: string; asking: string; urgency: Urgency; receivedAt: Date; state: CheckState; version: number; openedAt: Date; decidedAt: Date | null; closedAt: Date | null; openedBy: string | null; heldBy: string | null }
export interface RequestLine {
  id: string; check: string; reference: string; asking: string; asked: string; askedType: AgencyType; urgency: Urgency; state: RequestState; version: number; notice: NoticeState;
  sentAt: Date; dueAt: Date; dueRule: string; acknowledgedAt: Date | null; endedAt: Date | null; currentEnvelope: string; currentDigest: string; currentResponse: string | null;
  heldBy: string | null; remindedAt: Date | null; escalatedAt: Date | null;
}
export interface EnvelopeLine { row: EnvelopeRow; collectedAt: Date | null; erasedAt: Date | null; shareRecord: string }
export interface AuditLine { row: AuditRow; order: { xid: string; seq: string } }
export interface OutboxLine { row: OutboxRow; publishedAt: Date | null; attempts: number }
export interface AttachmentLine { agency: string; member: string; bytes: Uint8Array; digest: string; envelope: string | null }
export interface OverrideLine { row: OverrideRow; reviewedAt: Date | null; finding: ReviewFinding | null }
export interface IncidentLine { id: string; kind: IncidentKind; raisedAt: Date; endedAt: Date | null }

/** How a write is made to fail: with nothing of it kept, or with all of it kept and its answer lost. */
export type Fault = 'not-persisted' | 'persisted';

/** A store that cannot be reached, as a driver would say it. */
export class StoreFault extends Error {}

/** What the hub's database holds, as plain collections. Every store of one test shares one of these. */
export class MemoryTables {
  readonly keys = new Map<string, { digest: string; reply: unknown }>();
  readonly checks = new Map<string, CheckLine>();
  readonly references = new Map<string, string>();
  readonly requests = new Map<string, RequestLine>();
  readonly envelopes = new Map<string, EnvelopeLine>();
  readonly audit: AuditLine[] = [];
  readonly positions = new Map<string, number>();
  readonly outbox = new Map<string, OutboxLine>();
  readonly notices = new Map<string, NoticeView>();
  readonly drafts = new Map<string, Draft>();
  /** What agencies said of themselves, by agency. */
  readonly contacts = new Map<string, OwnContactView>();
  readonly incidents: IncidentLine[] = [];
  readonly attachments = new Map<string, AttachmentLine>();
  /** Ids of objects whose keys are gone. */
  readonly erased = new Set<string>();
  /** Messages whose coded records are gone. */
  readonly recordsErased = new Set<string>();
  /** Emergency overrides by the message that left under them. */
  readonly overrides = new Map<string, OverrideLine>();
  /** Who has left which check, as `recusalOf` writes it. */
  readonly recusals = new Set<string>();
  readonly catalogues = new Map<string, { document: CatalogueDocument; digest: string }>();
  /** Versions of agreements by reference and version, oldest first. */
  readonly agreements: AgreementView[] = [];
  /** Who may read a version besides its parties, by its digest. */
  readonly agreementReaders = new Map<string, readonly string[]>();
  /** Whose sign-in at a provider is which member's. */
  readonly people: { agency: string; member: string; issuer: string; subject: string }[] = [];
  /** Agencies of the registered partnership, with their kind. */
  readonly partners = new Map<string, AgencyType>();
  cursor = 0;
  private nextFault: Fault | null = null;
  private meanwhile: (() => Promise<void>) | null = null;
  private transactions = 0;

  /** The next write fails, in one way or the other. */
  failNext(fault: Fault): void {
    this.nextFault = fault;
  }

  /** Somebody else's act that is committed after the next act has read and before it writes. */
  beforeNextWrite(act: () => Promise<void>): void {
    this.meanwhile = act;
  }

  /** One transaction: `work` either throws before it changes anything, or changes everything. */
  async write<T>(work: () => T): Promise<T> {
    const act = this.meanwhile;
    this.meanwhile = null;
    await act?.();
    const fault = this.nextFault;
    this.nextFault = null;
    if (fault === 'not-persisted') throw new StoreFault('the connection was lost before the commit');
    this.transactions += 1;
    const result = work();
    if (fault === 'persisted') throw new StoreFault('the connection was lost after the commit');
    return result;
  }

  record(rows: readonly AuditRow[]): void {
    for (const row of rows) this.audit.push({ row, order: { xid: String(this.transactions), seq: String(this.audit.length + 1) } });
  }

  owe(rows: readonly OutboxRow[]): void {
    for (const row of rows) this.outbox.set(row.id, { row, publishedAt: null, attempts: 0 });
  }

  /** How many rows every table has: what a refused act must leave as it was. */
  counts(): Record<string, number> {
    const { keys, checks, requests, envelopes, audit, outbox, notices, incidents, attachments, overrides, recusals, catalogues, agreements, drafts, contacts } = this;
    return {
      keys: keys.size, checks: checks.size, requests: requests.size, envelopes: envelopes.size, audit: audit.length, outbox: outbox.size, notices: notices.size, incidents: incidents.length, drafts: drafts.size, contacts: contacts.size,
      attachments: attachments.size, overrides: overrides.size, recusals: recusals.size, catalogues: catalogues.size, agreements: agreements.length, approvals: agreements.reduce((sum, { approvals }) => sum + approvals.length, 0),
    };
  }
}

/** Whether a reader still has a part in a check, and reaches what is rated so. */
export function reaches(tables: MemoryTables, reader: Reader | null, check: string, urgency: Urgency | undefined): boolean {
  return reader === null || (!tables.recusals.has(recusalOf(check, reader)) && (reader.reach !== 'red' || urgency === 'red'));
}

export function recusalOf(check: string, { agency, member }: Pick<Actor, 'agency' | 'member'>): string {
  return JSON.stringify([check, agency, member]);
}

export function keyOf({ agency, member }: Pick<Actor, 'agency' | 'member'>, key: string): string {
  return JSON.stringify([agency, member, key]);
}
