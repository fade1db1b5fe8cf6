import type { Buffer } from 'node:buffer';
import type { CheckStanding, CheckView, DelegatedRequestView, JustificationRecord, Page, RequestStanding, RequestView, SealedEnvelope } from '@lateral/contracts';
import type { Act, Actor, AskFurtherWrite, CheckFacts, ChecksFilter, CheckStore, CheckWrite, EnvelopeFacts, HandOverWrite, HeadingRow, KeepRecordWrite, OpenCheckWrite, PageQuery, Reader, RequestFacts, RequestsFilter, RequestWrite, WriteResult } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { floorId } from './partitions.js';
import { shownOf } from './rows/notice-rows.js';
import { sealedOf, type SealedColumns } from './rows/envelope-rows.js';
import { ASK_FURTHER, askFurtherValues } from './statements/ask-further.statement.js';
import { CHANGE_CHECK, CHANGE_CHECK_WITH_ATTACHMENT, changeCheckValues } from './statements/change-check.statement.js';
import { changeRequestStatement, changeRequestValues } from './statements/change-request.statement.js';
import { ENVELOPE_FACTS, envelopeFactsOf, HEADINGS, JUSTIFICATION, SEALED_ENVELOPE, type EnvelopeFactsRow } from './statements/envelope-reads.statement.js';
import { handOverStatement, handOverValues } from './statements/hand-over.statement.js';
import { KEEP_RECORD, KEEP_RECORD_OF_REVIEW, keepRecordValues } from './statements/keep-record.statement.js';
import { openCheckStatement, openCheckValues } from './statements/open-check.statement.js';
import { readerValues } from './statements/readers.js';
import { recordStatement, recordValues } from './statements/record-act.statement.js';
import { CHECK_FACTS, checkFactsOf, REQUEST_FACTS, requestFactsOf, type CheckFactsRow, type RequestFactsRow } from './statements/request-facts.statement.js';
import { CHECK_VIEW, checkPage, DELEGATED_PAGE, inboxPage, REQUEST_VIEW } from './statements/views.statement.js';
import { checkViewOf, delegatedViewOf, pageOf, pageValues, requestViewOf, type CheckJson, type RequestJson } from './views.js';
import type { SqlValue } from './statement.js';
import type { Wake } from './wake.js';
import { carryOut, earlierAttempt } from './write-result.js';

/** Checks, requests and messages in Postgres. Every write is one statement and so one transaction. */
export class PostgresCheckStore implements CheckStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async open(write: OpenCheckWrite): Promise<WriteResult<CheckStanding>> {
    return this.write<{ reply: CheckStanding }, CheckStanding>(write, { statement: openCheckStatement(write), values: openCheckValues(write), reply: (row) => row.reply });
  }

  async askFurther(write: AskFurtherWrite): Promise<WriteResult<CheckStanding>> {
    return this.write<{ reply: CheckStanding }, CheckStanding>(write, { statement: ASK_FURTHER, values: askFurtherValues(write), reply: (row) => row.reply });
  }

  async keepRecord(write: KeepRecordWrite): Promise<WriteResult<null>> {
    const statement = write.review === null ? KEEP_RECORD : KEEP_RECORD_OF_REVIEW;
    return this.write<{ reply: null }, null>(write, { statement, values: keepRecordValues(write), reply: (row) => row.reply });
  }

  async changeRequest(write: RequestWrite): Promise<WriteResult<RequestStanding>> {
    return this.write<{ reply: RequestStanding }, RequestStanding>(write, { statement: changeRequestStatement(write), values: changeRequestValues(write), reply: (row) => row.reply });
  }

  async changeCheck(write: CheckWrite): Promise<WriteResult<CheckStanding>> {
    const statement = write.envelope === null || write.envelope.attachment === null ? CHANGE_CHECK : CHANGE_CHECK_WITH_ATTACHMENT;
    return this.write<{ reply: CheckStanding }, CheckStanding>(write, { statement, values: changeCheckValues(write), reply: (row) => row.reply });
  }

  async handOver(write: HandOverWrite): Promise<WriteResult<SealedEnvelope>> {
    return this.write<SealedColumns, SealedEnvelope>(write, { statement: handOverStatement(write), values: handOverValues(write), reply: sealedOf }, write.change !== null);
  }

  async record(write: Parameters<CheckStore['record']>[0]): Promise<WriteResult<null>> {
    const result = await carryOut(this.connections, write, { statement: recordStatement(write), values: recordValues(write), reply: () => null });
    if (result.outcome === 'done') this.wake.soon('audit');
    return result;
  }

  earlier(actor: Actor, key: string): Promise<{ digest: string; reply: unknown } | null> {
    return earlierAttempt(this.connections, actor, key);
  }

  async requestFacts(request: string, reader: Reader | null = null): Promise<RequestFacts | null> {
    const row = await this.connections.first<RequestFactsRow>(REQUEST_FACTS, { request, ...readerValues(reader) });
    return row === null ? null : requestFactsOf(row);
  }

  async checkFacts(reference: string, reader: Reader | null = null): Promise<CheckFacts | null> {
    return checkFactsOf(await this.connections.rows<CheckFactsRow>(CHECK_FACTS, { reference, ...readerValues(reader) }));
  }

  async justificationOf(envelope: string): Promise<JustificationRecord | null> {
    const record = (await this.connections.first<{ record: string | null }>(JUSTIFICATION, { envelope }))?.record ?? null;
    return record === null ? null : (JSON.parse(record) as JustificationRecord);
  }

  async envelopeFacts(envelope: string, reader: Reader | null = null): Promise<EnvelopeFacts | null> {
    const row = await this.connections.first<EnvelopeFactsRow>(ENVELOPE_FACTS, { envelope, ...readerValues(reader) });
    return row === null ? null : envelopeFactsOf(row);
  }

  async sealed(envelope: string): Promise<SealedEnvelope | null> {
    const row = await this.connections.first<SealedColumns>(SEALED_ENVELOPE, { envelope });
    return row === null ? null : sealedOf(row);
  }

  async headings(envelopes: readonly string[], reader: Reader): Promise<HeadingRow[]> {
    const rows = await this.connections.rows<Omit<HeadingRow, 'sealed'> & { sealed: Buffer }>(HEADINGS, { envelopes, ...readerValues(reader) });
    return rows.map(({ sealed, ...row }) => ({ ...row, sealed: sealed.toString('base64url') }));
  }

  async check(reference: string, reader: Reader): Promise<CheckView | null> {
    const row = await this.connections.first<{ view: CheckJson }>(CHECK_VIEW, { reference, ...viewValues(reader) });
    return row === null ? null : checkViewOf(row.view, reader.agency);
  }

  async checks(reader: Reader, page: PageQuery & ChecksFilter): Promise<Page<CheckView>> {
    const values = pageValues(page);
    const rows = await this.connections.rows<{ view: CheckJson }>(checkPage(page), { ...viewValues(reader), ...values, state: page.state ?? null });
    return pageOf(rows.flatMap(({ view }) => checkViewOf(view, reader.agency) ?? []), values.rows, (last) => ({ at: last.openedAt, id: last.id }));
  }

  async request(request: string, reader: Reader): Promise<RequestView | null> {
    const row = await this.connections.first<{ view: RequestJson }>(REQUEST_VIEW, { request, ...viewValues(reader) });
    return row === null ? null : requestViewOf(row.view);
  }

  async inbox(reader: Reader, page: PageQuery & RequestsFilter): Promise<Page<RequestView>> {
    const values = pageValues(page);
    const rows = await this.connections.rows<{ view: RequestJson }>(inboxPage(page), { ...viewValues(reader), ...values, state: page.state });
    return pageOf(rows.map(({ view }) => requestViewOf(view)), values.rows, (last) => ({ at: last.sentAt, id: last.id }));
  }

  async delegated(reader: Reader, page: PageQuery, since: Date): Promise<Page<DelegatedRequestView>> {
    const values = pageValues(page);
    const rows = await this.connections.rows<{ view: DelegatedRequestView }>(DELEGATED_PAGE, { ...viewValues(reader), ...values, since, floor: floorId(since) });
    return pageOf(rows.map(({ view }) => delegatedViewOf(view)), values.rows, (last) => ({ at: last.sentAt, id: last.id }));
  }

  // Wake-ups go out only after the commit: whoever is woken must find the rows.
  private async write<Row, Reply>(write: Act, act: Parameters<typeof carryOut<Row, Reply>>[2], shows = true): Promise<WriteResult<Reply>> {
    const result = await carryOut(this.connections, write, act);
    if (result.outcome === 'done') {
      if (write.outbox.length > 0) this.wake.soon('outbox');
      this.wake.soon('audit');
      if (shows) for (const { id } of shownOf(write)) this.wake.soon('notice', id);
    }
    return result;
  }
}

function viewValues(reader: Reader): Record<string, SqlValue> {
  return { agency: reader.agency, ...readerValues(reader) };
}
