import type { CheckView, DelegatedRequestView, JustificationRecord, Page, RequestView, SealedEnvelope } from '@lateral/contracts';
import type { Actor, CheckFacts, ChecksFilter, EnvelopeFacts, HeadingRow, PageQuery, Reader, RequestFacts, RequestsFilter } from '@lateral/exchange';
import { keyOf, reaches, type MemoryTables, type RequestLine } from './memory-tables.js';
import { checkViewOf, pageOf, requestViewOf } from './memory-views.js';

/** What can be asked of checks, requests and messages. */
export abstract class MemoryCheckReads {
  constructor(protected readonly tables: MemoryTables) {}

  async earlier(actor: Actor, key: string): Promise<{ digest: string; reply: unknown } | null> {
    return structuredClone(this.tables.keys.get(keyOf(actor, key)) ?? null);
  }

  async requestFacts(request: string, reader: Reader | null = null): Promise<RequestFacts | null> {
    const line = this.tables.requests.get(request);
    return line === undefined || !reaches(this.tables, reader, line.check, line.urgency) ? null : this.factsOf(line);
  }

  async checkFacts(reference: string, reader: Reader | null = null): Promise<CheckFacts | null> {
    const check = this.tables.checks.get(this.tables.references.get(reference) ?? '');
    if (check === undefined || !reaches(this.tables, reader, check.id, check.urgency)) return null;
    const { id, asking, urgency, receivedAt, state, version } = check;
    return { id, reference, asking, urgency, receivedAt, state, version, requests: this.requestsOf(id).map((line) => this.factsOf(line)) };
  }

  async justificationOf(envelope: string): Promise<JustificationRecord | null> {
    return this.tables.recordsErased.has(envelope) ? null : structuredClone(this.tables.envelopes.get(envelope)?.row.sealed.justification ?? null);
  }

  async envelopeFacts(envelope: string, reader: Reader | null = null): Promise<EnvelopeFacts | null> {
    const line = this.tables.envelopes.get(envelope);
    if (line === undefined) return null;
    const { id, type, from, to, request, check, headerDigest, attachment, sealed } = line.row;
    if (!reaches(this.tables, reader, check, (request === null ? this.tables.checks.get(check) : this.tables.requests.get(request))?.urgency)) return null;
    return { id, type, from, to, delegates: (sealed.header.context.delegates ?? []).map(({ agency }) => agency), request, check, headerDigest, attachment, collectedAt: line.collectedAt, shareRecord: line.shareRecord };
  }

  async sealed(envelope: string): Promise<SealedEnvelope | null> {
    return this.tables.recordsErased.has(envelope) ? null : structuredClone(this.tables.envelopes.get(envelope)?.row.sealed ?? null);
  }

  async headings(envelopes: readonly string[], reader: Reader): Promise<HeadingRow[]> {
    const lines = envelopes.flatMap((envelope) => this.tables.envelopes.get(envelope) ?? []).sort((one, other) => (one.row.id < other.row.id ? -1 : 1));
    return lines.flatMap(({ row: { id: envelope, from, check, request, heading }, erasedAt }) => {
      const line = this.tables.requests.get(request ?? '');
      if (line === undefined || heading === undefined || erasedAt !== null || from !== reader.agency || !reaches(this.tables, reader, check, line.urgency)) return [];
      return [{ envelope, check, request: line.id, urgency: line.urgency, sealed: heading }];
    });
  }

  async check(reference: string, reader: Reader): Promise<CheckView | null> {
    return this.viewOf(this.tables.references.get(reference) ?? '', reader);
  }

  async checks(reader: Reader, page: PageQuery & ChecksFilter): Promise<Page<CheckView>> {
    const views = [...this.tables.checks.values()].filter(({ asking, state, heldBy }) => asking === reader.agency && (page.state ?? state) === state && isHeld(page.held, heldBy, reader)).flatMap(({ id }) => this.viewOf(id, reader) ?? []);
    return pageOf(views, page, ({ openedAt }) => openedAt);
  }

  async request(request: string, reader: Reader): Promise<RequestView | null> {
    const line = this.tables.requests.get(request);
    const { agency } = reader;
    return line === undefined || (line.asking !== agency && line.asked !== agency) || !reaches(this.tables, reader, line.check, line.urgency) ? null : requestViewOf(this.tables, line, agency);
  }

  async inbox(reader: Reader, page: PageQuery & RequestsFilter): Promise<Page<RequestView>> {
    const { agency } = reader;
    const lines = [...this.tables.requests.values()].filter(({ asked, state, check, urgency, heldBy }) => asked === agency && (page.state === null || state === page.state) && isHeld(page.held, heldBy, reader) && reaches(this.tables, reader, check, urgency));
    return pageOf(lines.map((line) => requestViewOf(this.tables, line, agency)), page, ({ sentAt }) => sentAt);
  }

  async delegated(reader: Reader, page: PageQuery, since: Date): Promise<Page<DelegatedRequestView>> {
    const lines = [...this.tables.requests.values()].filter(({ state, check, urgency }) => (state === 'open' || state === 'acknowledged') && reaches(this.tables, reader, check, urgency));
    const named = lines.filter(({ currentEnvelope }) => {
      const envelope = this.tables.envelopes.get(currentEnvelope);
      return envelope?.erasedAt === null && envelope.row.createdAt >= since && (envelope.row.sealed.header.context.delegates ?? []).some(({ agency }) => agency === reader.agency);
    });
    return pageOf(named.map(({ id, currentEnvelope: message, check, reference, asking, asked, urgency, state, sentAt, dueAt }) => ({
      id, message, check, reference, asking, asked, urgency, state, sentAt: sentAt.toISOString(), dueAt: dueAt.toISOString(),
    })), page, ({ sentAt }) => sentAt);
  }

  private viewOf(check: string, reader: Reader): CheckView | null {
    const view = reaches(this.tables, reader, check, this.tables.checks.get(check)?.urgency) ? checkViewOf(this.tables, check, reader.agency) : null;
    return view === null || reader.reach !== 'red' ? view : { ...view, requests: view.requests.filter(({ urgency }) => urgency === 'red') };
  }

  private factsOf(line: RequestLine): RequestFacts {
    const { id, check, reference, asking, asked, urgency, state, version, dueAt, currentEnvelope, currentDigest, currentResponse } = line;
    const parent = this.tables.checks.get(check)!;
    const reviewWaits = [...this.tables.overrides.values()].some(({ row, reviewedAt }) => row.request === id && row.agency === asked && reviewedAt === null);
    return { id, check, reference, asking, asked, urgency, state, version, dueAt, checkState: parent.state, checkVersion: parent.version, currentEnvelope, currentDigest, currentResponse, reviewWaits };
  }

  private requestsOf(check: string): RequestLine[] {
    return [...this.tables.requests.values()].filter((line) => line.check === check).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

function isHeld(held: ChecksFilter['held'], by: string | null, { member }: Reader): boolean {
  return held == null || by === (held === 'me' ? member : null);
}
