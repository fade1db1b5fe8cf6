import type { CheckStanding, CheckView, Page, RequestStanding, RequestView, SealedEnvelope } from '@lateral/contracts';
import { TERMINAL_STATES, type RequestState } from '@lateral/domain';
import type { Act, Actor, CheckFacts, CheckStore, CheckWrite, EnvelopeFacts, EnvelopeRow, HandOverWrite, OpenCheckWrite, PageQuery, RequestChange, RequestFacts, RequestWrite, WriteResult } from '@lateral/exchange';
import { keyOf, type MemoryTables, type RequestLine } from './memory-tables.js';
import { checkViewOf, pageOf, requestViewOf } from './memory-views.js';

/** A guard that failed, or the ids that were taken: what the statement would have come to, before anything is written. */
type Verdict = 'free' | 'changed' | 'id-taken';

/**
 * Checks, requests and messages in memory, with the answers of the Postgres adapter: a key that is taken is a replay before
 * anything else is looked at, a guard that fails changes nothing, an id that is taken is an answer.
 */
export class MemoryCheckStore implements CheckStore {
  constructor(private readonly tables: MemoryTables) {}

  open(write: OpenCheckWrite): Promise<WriteResult<CheckStanding>> {
    const { check, requests, at } = write;
    const standing: CheckStanding = { id: check.id, reference: check.reference, state: 'open', version: 1 };
    return this.carryOut(write, standing, () => standing, {
      envelopes: requests.map(({ envelope }) => envelope),
      verdict: () => {
        const { checks, references, requests: known } = this.tables;
        return checks.has(check.id) || references.has(check.reference) || requests.some(({ id }) => known.has(id)) || repeats(requests.map(({ id }) => id)) ? 'id-taken' : 'free';
      },
      apply: () => {
        this.tables.checks.set(check.id, { ...check, state: 'open', version: 1, openedAt: at, decidedAt: null, closedAt: null });
        this.tables.references.set(check.reference, check.id);
        for (const { id, asked, urgency, dueAt, envelope } of requests) {
          this.tables.requests.set(id, {
            id, check: check.id, reference: check.reference, asking: check.asking, asked, askedType: this.typeOf(asked), urgency, state: 'open', version: 1, notice: 'pending',
            sentAt: at, dueAt, acknowledgedAt: null, endedAt: null, currentEnvelope: envelope.id, currentDigest: envelope.contentDigest, currentResponse: null,
          });
        }
      },
    });
  }

  changeRequest(write: RequestWrite): Promise<WriteResult<RequestStanding>> {
    const standing = this.standingAfter(write.change);
    return this.carryOut(write, standing, () => standing as RequestStanding, {
      envelopes: write.envelope === null ? [] : [write.envelope],
      verdict: () => this.guard(write.change),
      apply: () => this.move(write.change, write.envelope, write.at),
    });
  }

  changeCheck(write: CheckWrite): Promise<WriteResult<CheckStanding>> {
    const { from, to, requests, envelope, at } = write;
    const target = this.tables.checks.get(write.check);
    const standing: CheckStanding = { id: write.check, reference: target?.reference ?? '', state: to, version: from.version + 1 };
    return this.carryOut(write, standing, () => standing, {
      envelopes: envelope === null ? [] : [envelope],
      verdict: () => {
        const check = this.tables.checks.get(write.check);
        const stands = check !== undefined && check.version === from.version && check.state === from.state
          && requests.every((leaving) => isAt(this.tables.requests.get(leaving.request), { ...leaving, check: write.check }));
        return stands ? 'free' : 'changed';
      },
      apply: () => {
        const check = this.tables.checks.get(write.check)!;
        const ends = to === 'closed' || to === 'withdrawn';
        this.tables.checks.set(check.id, { ...check, state: to, version: check.version + 1, decidedAt: to === 'decided' ? at : check.decidedAt, closedAt: ends ? (check.closedAt ?? at) : null });
        for (const { request, to: outcome } of requests) {
          const line = this.tables.requests.get(request)!;
          this.tables.requests.set(request, { ...line, state: outcome, version: line.version + 1, endedAt: at });
        }
      },
    });
  }

  handOver(write: HandOverWrite): Promise<WriteResult<SealedEnvelope>> {
    const standing = write.change === null ? null : this.standingAfter(write.change);
    const stored = { envelope: write.envelope, records: write.records.map(({ id }) => id), request: standing };
    return this.carryOut(write, stored, () => structuredClone(this.tables.envelopes.get(write.envelope)!.row.sealed), {
      envelopes: [],
      verdict: () => (this.tables.envelopes.has(write.envelope) ? (write.change === null ? 'free' : this.guard(write.change)) : 'changed'),
      apply: () => {
        if (write.change !== null) this.move(write.change, null, write.at);
        const line = this.tables.envelopes.get(write.envelope)!;
        if (write.firstCollection && line.collectedAt === null) line.collectedAt = write.at;
      },
    });
  }

  record({ actor, attempt, at, records }: Parameters<CheckStore['record']>[0]): Promise<WriteResult<null>> {
    return this.carryOut({ actor, attempt, at, records, outbox: [] }, null, () => null, { envelopes: [], verdict: () => 'free', apply: () => undefined });
  }

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
    const { id, asking, urgency, state, version } = check;
    return { id, reference, asking, urgency, state, version, requests: this.requestsOf(id).map((line) => this.factsOf(line)) };
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

  /** Everything of an act or nothing, as the one statement does it. */
  private carryOut<Reply>(
    act: Omit<Act, 'attempt'> & { attempt: Act['attempt'] | null },
    stored: unknown,
    reply: () => Reply,
    { envelopes, verdict, apply }: { envelopes: readonly EnvelopeRow[]; verdict: () => Verdict; apply: () => void },
  ): Promise<WriteResult<Reply>> {
    return this.tables.write((): WriteResult<Reply> => {
      const key = act.attempt === null ? null : keyOf(act.actor, act.attempt.key);
      const earlier = key === null ? undefined : this.tables.keys.get(key);
      if (earlier !== undefined) return { outcome: 'replayed', ...structuredClone(earlier) };
      const refused = verdict();
      if (refused === 'changed' || !this.attachmentsAreFree(envelopes, act.actor)) return { outcome: 'changed' };
      const ids = envelopes.map(({ id }) => id);
      if (refused === 'id-taken' || repeats(ids) || ids.some((id) => this.tables.envelopes.has(id))) return { outcome: 'id-taken' };
      const lines = envelopes.map((row) => ({ row, collectedAt: null, shareRecord: shareRecordOf(row, act) }));
      apply();
      for (const line of lines) {
        this.tables.envelopes.set(line.row.id, line);
        if (line.row.attachment !== null) this.tables.attachments.get(line.row.attachment)!.envelope = line.row.id;
      }
      this.tables.record(act.records);
      this.tables.owe(act.outbox);
      if (key !== null && act.attempt !== null) this.tables.keys.set(key, { digest: act.attempt.digest, reply: structuredClone(stored) });
      return { outcome: 'done', reply: reply() };
    });
  }

  /** Attachments that messages name must be the sender's, whole, not yet part of another message, and named once. */
  private attachmentsAreFree(envelopes: readonly EnvelopeRow[], { agency }: Actor): boolean {
    const named = envelopes.flatMap(({ attachment }) => attachment ?? []);
    return !repeats(named) && named.every((id) => {
      const line = this.tables.attachments.get(id);
      return line !== undefined && line.agency === agency && line.envelope === null;
    });
  }

  private guard({ request, check, from, checkChange, whileCheck }: RequestChange): Verdict {
    const asked = checkChange?.from ?? whileCheck;
    const parent = asked === undefined || this.tables.checks.get(check)?.state === asked;
    return parent && isAt(this.tables.requests.get(request), { check, from }) ? 'free' : 'changed';
  }

  private standingAfter({ request, check, from, to }: RequestChange): RequestStanding {
    return { id: request, check, reference: this.tables.requests.get(request)?.reference ?? '', state: to, version: from.version + 1 };
  }

  private move({ request, check, from, to, checkChange }: RequestChange, envelope: EnvelopeRow | null, at: Date): void {
    const line = this.tables.requests.get(request)!;
    const corrected = envelope?.type === 'request' ? envelope : null;
    this.tables.requests.set(request, {
      ...line, state: to, version: line.version + 1,
      acknowledgedAt: to === 'open' ? null : to === 'acknowledged' ? (line.acknowledgedAt ?? at) : line.acknowledgedAt,
      endedAt: !TERMINAL_STATES.includes(to) ? null : from.state === to ? line.endedAt : at,
      notice: corrected === null ? line.notice : 'pending',
      currentEnvelope: corrected?.id ?? line.currentEnvelope,
      currentDigest: corrected?.contentDigest ?? line.currentDigest,
      currentResponse: envelope?.type === 'response' ? envelope.id : line.currentResponse,
    });
    if (checkChange === null) return;
    const parent = this.tables.checks.get(check)!;
    const ends = checkChange.to === 'closed' || checkChange.to === 'withdrawn';
    this.tables.checks.set(check, { ...parent, state: checkChange.to, version: parent.version + 1, closedAt: ends ? (parent.closedAt ?? at) : null });
  }

  private factsOf(line: RequestLine): RequestFacts {
    const { id, check, reference, asking, asked, urgency, state, version, dueAt, currentEnvelope, currentDigest, currentResponse } = line;
    const parent = this.tables.checks.get(check)!;
    return { id, check, reference, asking, asked, urgency, state, version, dueAt, checkState: parent.state, checkVersion: parent.version, currentEnvelope, currentDigest, currentResponse };
  }

  private requestsOf(check: string): RequestLine[] {
    return [...this.tables.requests.values()].filter((line) => line.check === check).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private typeOf(agency: string): RequestLine['askedType'] {
    const type = this.tables.partners.get(agency);
    if (type === undefined) throw new Error('no partnership file names this agency');
    return type;
  }
}

function isAt(line: RequestLine | undefined, { check, from }: { check: string; from: RequestChange['from'] }): boolean {
  return line !== undefined && line.check === check && line.version === from.version && line.state === from.state;
}

function repeats(ids: readonly string[]): boolean {
  return new Set(ids).size < ids.length;
}

function shareRecordOf({ id }: EnvelopeRow, { records }: Pick<Act, 'records'>): string {
  const record = records.find(({ message }) => message === id);
  if (record === undefined) throw new TypeError('an envelope reached the store without the record of its act');
  return record.id;
}
