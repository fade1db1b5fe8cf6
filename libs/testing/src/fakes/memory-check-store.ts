import type { CheckStanding, RequestStanding, SealedEnvelope } from '@lateral/contracts';
import { TERMINAL_STATES } from '@lateral/domain';
import type {
  Act, Actor, AskFurtherWrite, CheckStore, CheckWrite, EnvelopeRow, HandedOver, HandOverWrite, KeepRecordWrite, NewRequest, OpenCheckWrite, OverrideRow, RequestChange, RequestSeen, RequestWrite, WriteResult,
} from '@lateral/exchange';
import { MemoryCheckReads } from './memory-check-reads.js';
import { show } from './memory-desk.js';
import { keyOf, reaches, type OverrideLine, type RequestLine } from './memory-tables.js';

/** A guard that failed, or the ids that were taken: what the statement would have come to, before anything is written. */
type Verdict = 'free' | 'changed' | 'id-taken';

/**
 * Checks, requests and messages in memory, with the answers of the Postgres adapter: a key that is taken is a replay before
 * anything else is looked at, a guard that fails changes nothing, an id that is taken is an answer.
 */
export class MemoryCheckStore extends MemoryCheckReads implements CheckStore {
  open(write: OpenCheckWrite): Promise<WriteResult<CheckStanding>> {
    const { check, requests, overrides, at } = write;
    const { id, reference, asking } = check;
    return this.carryOut(write, { id, reference, state: 'open', version: 1 }, {
      envelopes: requests.map(({ envelope }) => envelope),
      verdict: () => (this.tables.checks.has(id) || this.tables.references.has(reference) ? 'id-taken' : this.idsOf(requests)),
      apply: () => {
        this.tables.checks.set(id, { ...check, state: 'open', version: 1, openedAt: at, decidedAt: null, closedAt: null, openedBy: write.actor.member, heldBy: write.actor.member });
        this.tables.references.set(reference, id);
        this.post(requests, { check: id, reference, asking, at });
        this.override(overrides);
      },
    });
  }

  askFurther(write: AskFurtherWrite): Promise<WriteResult<CheckStanding>> {
    const { check: { id, reference, asking }, from, requests, overrides, at } = write;
    return this.carryOut(write, { id, reference, state: from.state, version: from.version + 1 }, {
      envelopes: requests.map(({ envelope }) => envelope),
      verdict: () => (this.isCheckAt(id, from) ? this.idsOf(requests) : 'changed'),
      apply: () => {
        this.tables.checks.get(id)!.version += 1;
        this.post(requests, { check: id, reference, asking, at });
        this.override(overrides);
      },
    });
  }

  /** Moves neither check nor request, which need not be there. A review completes an override that is still open, and is not made by whoever used it. */
  keepRecord(write: KeepRecordWrite): Promise<WriteResult<null>> {
    const { actor, at, envelope, review } = write;
    const line = (): OverrideLine | undefined => (review === null ? undefined : this.tables.overrides.get(review.message));
    const mayReview = ({ row, reviewedAt }: OverrideLine): boolean => row.agency === actor.agency && row.member !== actor.member && reviewedAt === null;
    return this.carryOut<null>(write, null, {
      envelopes: [envelope],
      verdict: () => {
        const open = line();
        return review === null || (open !== undefined && mayReview(open)) ? 'free' : 'changed';
      },
      apply: () => {
        if (review !== null) Object.assign(line()!, { reviewedAt: at, finding: review.finding });
      },
    });
  }

  changeRequest(write: RequestWrite): Promise<WriteResult<RequestStanding>> {
    return this.carryOut(write, this.standingAfter(write.change), {
      envelopes: write.envelope === null ? [] : [write.envelope],
      verdict: () => this.guard(write.change),
      apply: () => {
        this.move(write.change, write.envelope, write.at);
        this.override(write.override === null ? [] : [write.override]);
      },
    });
  }

  changeCheck(write: CheckWrite): Promise<WriteResult<CheckStanding>> {
    const { from, to, urgency, requests, envelope, at } = write;
    const reference = this.tables.checks.get(write.check)?.reference ?? '';
    return this.carryOut(write, { id: write.check, reference, state: to, version: from.version + 1 }, {
      envelopes: envelope === null ? [] : [envelope],
      verdict: () => {
        const stands = this.isCheckAt(write.check, from) && requests.every((leaving) => isAt(this.tables.requests.get(leaving.request), { ...leaving, check: write.check }));
        return stands ? 'free' : 'changed';
      },
      apply: () => {
        const check = this.tables.checks.get(write.check)!;
        const ends = to === 'closed' || to === 'withdrawn';
        this.tables.checks.set(check.id, {
          ...check, state: to, version: check.version + 1, urgency: urgency ?? check.urgency,
          decidedAt: to === 'decided' ? at : check.decidedAt, closedAt: ends ? (check.closedAt ?? at) : null,
        });
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
    return this.carryOut<SealedEnvelope>(write, stored, {
      reply: () => structuredClone(this.tables.envelopes.get(write.envelope)!.row.sealed),
      envelopes: [],
      verdict: () => {
        const line = this.tables.envelopes.get(write.envelope);
        if (line === undefined || !reaches(this.tables, { agency: write.actor.agency, member: write.actor.member }, line.row.check, 'red')) return 'changed';
        return write.change === null ? this.stands(write.seen) : this.guard(write.change);
      },
      apply: () => {
        if (write.change !== null) this.move(write.change, null, write.at);
        const line = this.tables.envelopes.get(write.envelope)!;
        if (write.firstCollection && line.collectedAt === null) line.collectedAt = write.at;
      },
    });
  }

  record({ actor, attempt, at, records, seen = null }: Parameters<CheckStore['record']>[0]): Promise<WriteResult<null>> {
    return this.carryOut<null>({ actor, attempt, at, records, outbox: [] }, null, { envelopes: [], verdict: () => this.stands(seen), apply: () => undefined });
  }

  /** Everything of an act or nothing, as the one statement does it. It is answered with `standing` and what the act has beside it, or with `reply`. */
  private carryOut<Reply>(
    act: Omit<Act, 'attempt'> & { attempt: Act['attempt'] | null },
    standing: Reply | HandedOver,
    { envelopes, verdict, apply, reply }: { envelopes: readonly EnvelopeRow[]; verdict: () => Verdict; apply: () => void; reply?: () => Reply },
  ): Promise<WriteResult<Reply>> {
    const stored = act.replyAlso === undefined ? standing : { ...standing, ...act.replyAlso };
    return this.tables.write((): WriteResult<Reply> => {
      const key = act.attempt === null ? null : keyOf(act.actor, act.attempt.key);
      const earlier = key === null ? undefined : this.tables.keys.get(key);
      if (earlier !== undefined) return { outcome: 'replayed', ...structuredClone(earlier) };
      const refused = verdict();
      if (refused === 'changed' || !this.attachmentsAreFree(envelopes, act.actor)) return { outcome: 'changed' };
      const ids = envelopes.map(({ id }) => id);
      if (refused === 'id-taken' || repeats(ids) || ids.some((id) => this.tables.envelopes.has(id))) return { outcome: 'id-taken' };
      const lines = envelopes.map((row) => ({ row, collectedAt: null, erasedAt: null, shareRecord: shareRecordOf(row, act) }));
      apply();
      for (const line of lines) {
        this.tables.envelopes.set(line.row.id, line);
        if (line.row.attachment !== null) this.tables.attachments.get(line.row.attachment)!.envelope = line.row.id;
      }
      this.tables.record(act.records);
      this.tables.owe(act.outbox);
      if (!('change' in act) || act.change !== null) show(this.tables, act);
      if (key !== null && act.attempt !== null) this.tables.keys.set(key, { digest: act.attempt.digest, reply: structuredClone(stored) });
      return { outcome: 'done', reply: reply === undefined ? structuredClone(stored as Reply) : reply() };
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

  private isCheckAt(id: string, { version, state }: CheckWrite['from']): boolean {
    const check = this.tables.checks.get(id);
    return check !== undefined && check.version === version && check.state === state;
  }

  private idsOf(requests: readonly NewRequest[]): Verdict {
    const ids = requests.map(({ id }) => id);
    return repeats(ids) || ids.some((id) => this.tables.requests.has(id)) ? 'id-taken' : 'free';
  }

  private post(requests: readonly NewRequest[], { check, reference, asking, at }: { check: string; reference: string; asking: string; at: Date }): void {
    for (const { id, asked, urgency, dueAt, dueRule, envelope } of requests) {
      this.tables.requests.set(id, {
        id, check, reference, asking, asked, askedType: this.typeOf(asked), urgency, state: 'open', version: 1, notice: 'pending', sentAt: at, dueAt, dueRule,
        acknowledgedAt: null, endedAt: null, currentEnvelope: envelope.id, currentDigest: envelope.contentDigest, currentResponse: null, heldBy: null, remindedAt: null, escalatedAt: null,
      });
    }
  }

  private override(rows: readonly OverrideRow[]): void {
    for (const row of rows) this.tables.overrides.set(row.message, { row, reviewedAt: null, finding: null });
  }

  private guard({ request, check, from, checkChange, whileCheck }: RequestChange): Verdict {
    const asked = checkChange?.from ?? whileCheck;
    const parent = asked === undefined || this.tables.checks.get(check)?.state === asked;
    return parent && isAt(this.tables.requests.get(request), { check, from }) ? 'free' : 'changed';
  }

  private stands(seen: RequestSeen | null): Verdict {
    if (seen === null) return 'free';
    const { request, check, checkState, ...from } = seen;
    return this.guard({ request, check, from, to: from.state, checkChange: null, whileCheck: checkState });
  }

  private standingAfter({ request, check, from, to }: RequestChange): RequestStanding {
    return { id: request, check, reference: this.tables.requests.get(request)?.reference ?? '', state: to, version: from.version + 1 };
  }

  private move({ request, check, from, to, checkChange, due }: RequestChange, envelope: EnvelopeRow | null, at: Date): void {
    const line = this.tables.requests.get(request)!;
    const corrected = envelope?.type === 'request' ? envelope : null;
    this.tables.requests.set(request, {
      ...line, state: to, version: line.version + 1, dueAt: due?.at ?? line.dueAt, dueRule: due?.rule ?? line.dueRule,
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
