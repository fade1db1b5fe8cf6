import type { CheckView, JustificationRecord, Page, RequestView, SealedEnvelope } from '@lateral/contracts';
import type { RequestState } from '@lateral/domain';
import type { Actor, CheckFacts, EnvelopeFacts, PageQuery, RequestFacts } from '@lateral/exchange';
import { keyOf, type MemoryTables, type RequestLine } from './memory-tables.js';
import { checkViewOf, pageOf, requestViewOf } from './memory-views.js';

/** What can be asked of checks, requests and messages. */
export abstract class MemoryCheckReads {
  constructor(protected readonly tables: MemoryTables) {}

  async earlier(actor: Actor, key: string): Promise<{ digest: string; reply: unknown } | null> {
    return structuredClone(this.tables.keys.get(keyOf(actor, key)) ?? null);
  }

  async requestFacts(request: string): Promise<RequestFacts | null> {
    const line = this.tables.requests.get(request);
    return line === undefined ? null : this.factsOf(line);
  }

  async checkFacts(reference: string): Promise<CheckFacts | null> {
    const check = this.tables.checks.get(this.tables.references.get(reference) ?? '');
    if (check === undefined) return null;
    const { id, asking, urgency, receivedAt, state, version } = check;
    return { id, reference, asking, urgency, receivedAt, state, version, requests: this.requestsOf(id).map((line) => this.factsOf(line)) };
  }

  async justificationOf(envelope: string): Promise<JustificationRecord | null> {
    return structuredClone(this.tables.envelopes.get(envelope)?.row.sealed.justification ?? null);
  }

  async envelopeFacts(envelope: string): Promise<EnvelopeFacts | null> {
    const line = this.tables.envelopes.get(envelope);
    if (line === undefined) return null;
    const { id, type, from, to, request, check, headerDigest, attachment } = line.row;
    return { id, type, from, to, request, check, headerDigest, attachment, collectedAt: line.collectedAt, shareRecord: line.shareRecord };
  }

  async sealed(envelope: string): Promise<SealedEnvelope | null> {
    return structuredClone(this.tables.envelopes.get(envelope)?.row.sealed ?? null);
  }

  async check(reference: string, agency: string): Promise<CheckView | null> {
    return checkViewOf(this.tables, this.tables.references.get(reference) ?? '', agency);
  }

  async checks(agency: string, page: PageQuery): Promise<Page<CheckView>> {
    const views = [...this.tables.checks.values()].filter(({ asking }) => asking === agency).flatMap(({ id }) => checkViewOf(this.tables, id, agency) ?? []);
    return pageOf(views, page, ({ openedAt }) => openedAt);
  }

  async request(request: string, agency: string): Promise<RequestView | null> {
    const line = this.tables.requests.get(request);
    return line === undefined || (line.asking !== agency && line.asked !== agency) ? null : requestViewOf(this.tables, line, agency);
  }

  async inbox(agency: string, page: PageQuery & { state: RequestState | null }): Promise<Page<RequestView>> {
    const lines = [...this.tables.requests.values()].filter(({ asked, state }) => asked === agency && (page.state === null || state === page.state));
    return pageOf(lines.map((line) => requestViewOf(this.tables, line, agency)), page, ({ sentAt }) => sentAt);
  }

  private factsOf(line: RequestLine): RequestFacts {
    const { id, check, reference, asking, asked, urgency, state, version, dueAt, currentEnvelope, currentDigest, currentResponse } = line;
    const parent = this.tables.checks.get(check)!;
    return { id, check, reference, asking, asked, urgency, state, version, dueAt, checkState: parent.state, checkVersion: parent.version, currentEnvelope, currentDigest, currentResponse };
  }

  private requestsOf(check: string): RequestLine[] {
    return [...this.tables.requests.values()].filter((line) => line.check === check).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
