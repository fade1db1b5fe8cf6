import { Buffer } from 'node:buffer';
import type { ContactView, DraftView, MemberNameView, OfficeHours, OwnContactView, ReminderReply } from '@lateral/contracts';
import type { AuditRow, ContactStore, Draft, DraftStore, DraftWrite, HolderWrite, MemberNameStore, Reader, RemindWrite, WorkStore, WriteResult } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { attemptValues } from './rows/attempt-row.js';
import { auditValues } from './rows/audit-rows.js';
import { noticeValues, shownOf } from './rows/notice-rows.js';
import { BEGIN_DRAFT, CONTACTS, DRAFT, DRAFTS, DRAFTS_OF, KEEP_CONTACT, KEEP_NAME, NAMES, OWN_CONTACT, REMOVE_DRAFT, REPLACE_DRAFT } from './statements/desk.statement.js';
import { readerValues } from './statements/readers.js';
import { GIVE_CHECK, GIVE_REQUEST, HOLD_CHECK, HOLD_REQUEST, REMIND } from './statements/work.statement.js';
import { run, type SqlValue, type Statement } from './statement.js';
import type { Wake } from './wake.js';
import { carryOut } from './write-result.js';

/** Who has which piece of work, and what was asked for again. */
export class PostgresWorkStore implements WorkStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async giveRequest({ of: request, ...write }: HolderWrite): Promise<boolean> {
    return told(this.wake, write, await this.give(HOLD_REQUEST, GIVE_REQUEST, { request, ...givenValues(write) }));
  }

  async giveCheck({ of: check, ...write }: HolderWrite): Promise<boolean> {
    return told(this.wake, write, await this.give(HOLD_CHECK, GIVE_CHECK, { check, ...givenValues(write) }));
  }

  // Who has left the check meanwhile is seen only by a statement that begins once the row is held.
  private give(hold: Statement, give: Statement, values: Record<string, SqlValue>): Promise<unknown> {
    return this.connections.transaction(async (client) => {
      await run(client, hold, values);
      return (await run(client, give, values))[0] ?? null;
    });
  }

  async remind({ request, level, since, outbox, ...act }: RemindWrite): Promise<WriteResult<ReminderReply>> {
    const values = { ...attemptValues(act), ...auditValues(act.records), request, level, since, escalates: level === 'escalation', said: act.at.toISOString(), owed: outbox.id, asked: outbox.agency };
    const result = await carryOut<{ reply: ReminderReply }, ReminderReply>(this.connections, act, { statement: REMIND, values, reply: ({ reply }) => reply });
    if (result.outcome === 'done') {
      this.wake.soon('outbox');
      this.wake.soon('audit');
    }
    return result;
  }
}

function givenValues({ actor, from, to, at, records }: Omit<HolderWrite, 'of'>): Record<string, SqlValue> {
  return { actorAgency: actor.agency, from, to, at, ...auditValues(records), ...noticeValues({ actor, records }) };
}

// Whoever is woken must find the rows: only after the commit.
function told(wake: Wake, act: Pick<HolderWrite, 'actor' | 'records'>, row: unknown): boolean {
  if (row === null) return false;
  if (act.records.length > 0) wake.soon('audit');
  for (const { id } of shownOf(act)) wake.soon('notice', id);
  return true;
}

type DraftRow = Omit<DraftView, 'by' | 'check' | 'request' | 'updatedAt'> & { member: string; reference: string | null; request_id: string | null; updated_at: Date };

/** What people are writing, as their clients sealed it. */
export class PostgresDraftStore implements DraftStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async begin(write: DraftWrite, most: number): Promise<'kept' | 'taken' | 'full'> {
    const { agency, member } = write.draft;
    const found = await this.connections.first<{ drafts: number }>(DRAFTS_OF, { agency, member });
    if ((found?.drafts ?? 0) >= most) return 'full';
    return told(this.wake, write, await this.connections.first(BEGIN_DRAFT, draftValues(write))) ? 'kept' : 'taken';
  }

  async replace(write: DraftWrite, from: { version: number; state: Draft['state'] }): Promise<boolean> {
    return told(this.wake, write, await this.connections.first(REPLACE_DRAFT, { ...draftValues(write), fromVersion: from.version, fromState: from.state }));
  }

  async find(draft: string, reader: Reader): Promise<Draft | null> {
    const row = await this.connections.first<Omit<DraftRow, 'bytes'> & { agency: string; check_id: string | null; sealed: Buffer }>(DRAFT, { draft, ...readerValues(reader) });
    if (row === null) return null;
    const { check_id: checkId, request_id: request, updated_at: updatedAt, sealed, ...rest } = row;
    return { ...rest, checkId, request, updatedAt, sealed: sealed.toString('base64url') };
  }

  async list(reader: Reader, approves: boolean): Promise<DraftView[]> {
    const rows = await this.connections.rows<DraftRow>(DRAFTS, { ...readerValues(reader), approves });
    return rows.map(({ member: by, reference: check, request_id: request, updated_at: updatedAt, ...rest }) => ({ ...rest, check, request, by, updatedAt: updatedAt.toISOString() }));
  }

  async remove(draft: string, version: number): Promise<boolean> {
    return (await this.connections.first(REMOVE_DRAFT, { draft, version })) !== null;
  }
}

function draftValues({ actor, draft: { id, agency, member, kind, reference, checkId, request, readers, state, sealed }, at, records }: DraftWrite): Record<string, SqlValue> {
  return { draft: id, agency, member, kind, reference, check: checkId, request, readers, state, at, sealed: Buffer.from(sealed, 'base64url'), ...auditValues(records), ...noticeValues({ actor, records }) };
}

interface ContactRow { agency: string; phone: string | null; out_of_hours_phone: string | null; hours: string | null; verified_at: Date | null; version: number }

export class PostgresContactStore implements ContactStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async all(): Promise<ContactView[]> {
    return (await this.connections.rows<ContactRow>(CONTACTS, {})).map(contactOf);
  }

  async of(agency: string): Promise<OwnContactView | null> {
    const row = await this.connections.first<ContactRow & { mailbox: string | null; escalation_mailbox: string | null; language: OwnContactView['language']; policy_document: string | null; approved: OwnContactView['approved'] }>(OWN_CONTACT, { agency });
    return row === null ? null : { ...contactOf(row), mailbox: row.mailbox, escalationMailbox: row.escalation_mailbox, language: row.language, policyDocument: row.policy_document === null ? null : (JSON.parse(row.policy_document) as OwnContactView['policyDocument']), approved: row.approved };
  }

  async keep({ agency, phone, outOfHoursPhone, hours, mailbox, escalationMailbox, language, policyDocument, approved, verifiedAt, version }: Parameters<ContactStore['keep']>[0], record: AuditRow): Promise<boolean> {
    const values = { agency, phone, outOfHoursPhone, hours: JSON.stringify(hours), mailbox, escalationMailbox, language, policyDocument: policyDocument === null ? null : JSON.stringify(policyDocument), approved, at: verifiedAt, version };
    const kept = await this.connections.first(KEEP_CONTACT, { ...values, ...auditValues([record]) });
    if (kept !== null) this.wake.soon('audit');
    return kept !== null;
  }
}

function contactOf({ agency, phone, out_of_hours_phone: outOfHoursPhone, hours, verified_at: verifiedAt, version }: ContactRow): ContactView {
  return { agency, phone, outOfHoursPhone, hours: hours === null ? [] : (JSON.parse(hours) as OfficeHours[]), verifiedAt: verifiedAt?.toISOString() ?? null, version };
}

export class PostgresMemberNameStore implements MemberNameStore {
  constructor(private readonly connections: Connections) {}

  async keep({ agency, member, sealed }: { agency: string; member: string; sealed: string }, at: Date): Promise<void> {
    await this.connections.rows(KEEP_NAME, { agency, member, sealed: Buffer.from(sealed, 'base64url'), at });
  }

  async of(agency: string): Promise<MemberNameView[]> {
    const rows = await this.connections.rows<{ member: string; sealed: Buffer; updated_at: Date }>(NAMES, { agency });
    return rows.map(({ member, sealed, updated_at: updatedAt }) => ({ member, sealed: sealed.toString('base64url'), updatedAt: updatedAt.toISOString() }));
  }
}
