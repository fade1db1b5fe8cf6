import { Buffer } from 'node:buffer';
import type { CheckStanding, RequestStanding, SealedEnvelope } from '@lateral/contracts';
import type { AskFurtherWrite, CheckStore, CheckWrite, EnvelopeRow, HandOverWrite, HeadingRow, KeepRecordWrite, NewRequest, ObjectKeys, OpenCheckWrite, Randomness, Reader, RequestWrite, WriteResult } from '@lateral/exchange';
import { lockPart, unlockPart } from './object-lock.js';

/** What of an envelope is locked. Header, signature and coded reasons stay as they are: the proof that something was shared outlives it. */
const PARTS = ['content', 'narrative'] as const;
/** Beside a question; it goes with it. */
const HEADING = 'heading';
const ERASED = { outcome: 'erased' } as const;
/** The id of a message that was erased: whoever sent it then is answered as then, by its key; nobody else may use it. */
const USED_UP = { outcome: 'id-taken' } as const;

/**
 * Checks whose messages lie in the store locked once more, each under a key of its own that lies elsewhere. Destroying that key makes
 * the message unreadable in the hub's database and in every backup of it, whoever still holds a team key.
 */
export class ErasableChecks implements CheckStore {
  readonly record: CheckStore['record'];
  readonly earlier: CheckStore['earlier'];
  readonly requestFacts: CheckStore['requestFacts'];
  readonly checkFacts: CheckStore['checkFacts'];
  readonly justificationOf: CheckStore['justificationOf'];
  readonly envelopeFacts: CheckStore['envelopeFacts'];
  readonly check: CheckStore['check'];
  readonly checks: CheckStore['checks'];
  readonly request: CheckStore['request'];
  readonly inbox: CheckStore['inbox'];
  readonly delegated: CheckStore['delegated'];

  constructor(private readonly store: CheckStore, private readonly keys: ObjectKeys, private readonly randomness: Randomness) {
    this.record = (write) => store.record(write);
    this.earlier = (actor, key) => store.earlier(actor, key);
    this.requestFacts = (...asked) => store.requestFacts(...asked);
    this.checkFacts = (...asked) => store.checkFacts(...asked);
    this.justificationOf = (envelope) => store.justificationOf(envelope);
    this.envelopeFacts = (...asked) => store.envelopeFacts(...asked);
    this.check = (...asked) => store.check(...asked);
    this.checks = (...asked) => store.checks(...asked);
    this.request = (...asked) => store.request(...asked);
    this.inbox = (...asked) => store.inbox(...asked);
    this.delegated = (...asked) => store.delegated(...asked);
  }

  async open(write: OpenCheckWrite): Promise<WriteResult<CheckStanding>> {
    const requests = await this.lockedRequests(write.requests);
    return requests === null ? USED_UP : this.store.open({ ...write, requests });
  }

  async askFurther(write: AskFurtherWrite): Promise<WriteResult<CheckStanding>> {
    const requests = await this.lockedRequests(write.requests);
    return requests === null ? USED_UP : this.store.askFurther({ ...write, requests });
  }

  async keepRecord(write: KeepRecordWrite): Promise<WriteResult<null>> {
    const envelope = await this.locked(write.envelope);
    return envelope === null ? USED_UP : this.store.keepRecord({ ...write, envelope });
  }

  async changeRequest(write: RequestWrite): Promise<WriteResult<RequestStanding>> {
    if (write.envelope === null) return this.store.changeRequest(write);
    const envelope = await this.locked(write.envelope);
    return envelope === null ? USED_UP : this.store.changeRequest({ ...write, envelope });
  }

  async changeCheck(write: CheckWrite): Promise<WriteResult<CheckStanding>> {
    if (write.envelope === null) return this.store.changeCheck(write);
    const envelope = await this.locked(write.envelope);
    return envelope === null ? USED_UP : this.store.changeCheck({ ...write, envelope });
  }

  /** Looks for the key first: of what can no longer be read no record may say that it was handed over. */
  async handOver(write: HandOverWrite): Promise<WriteResult<SealedEnvelope>> {
    const key = (await this.keys.find([write.envelope])).get(write.envelope);
    if (key === undefined) return ERASED;
    const result = await this.store.handOver(write);
    return result.outcome === 'done' ? { outcome: 'done', reply: unlockEnvelope(key, write.envelope, result.reply) } : result;
  }

  async sealed(envelope: string): Promise<SealedEnvelope | null> {
    const key = (await this.keys.find([envelope])).get(envelope);
    const locked = key === undefined ? null : await this.store.sealed(envelope);
    return key === undefined || locked === null ? null : unlockEnvelope(key, envelope, locked);
  }

  async headings(envelopes: readonly string[], reader: Reader): Promise<HeadingRow[]> {
    const rows = await this.store.headings(envelopes, reader);
    const keys = await this.keys.find(rows.map(({ envelope }) => envelope));
    return rows.flatMap((row) => {
      const key = keys.get(row.envelope);
      return key === undefined ? [] : [{ ...row, sealed: unlockPart(key, { object: row.envelope, part: HEADING }, Buffer.from(row.sealed, 'base64url')).toString('base64url') }];
    });
  }

  /** Null where one of them has been erased: then this is a retry of what was there before. */
  private async lockedRequests(requests: readonly NewRequest[]): Promise<NewRequest[] | null> {
    const keys = await this.keys.keep(requests.map(({ envelope }) => envelope.id));
    const locked = requests.flatMap((request) => {
      const key = keys.get(request.envelope.id);
      return key === undefined ? [] : [{ ...request, envelope: lockEnvelope(key, request.envelope, this.randomness) }];
    });
    return locked.length === requests.length ? locked : null;
  }

  private async locked(envelope: EnvelopeRow): Promise<EnvelopeRow | null> {
    const key = (await this.keys.keep([envelope.id])).get(envelope.id);
    return key === undefined ? null : lockEnvelope(key, envelope, this.randomness);
  }
}

/** The text of what is locked is made for whoever asks: the database takes the bytes, and many texts kept while it writes cost memory. */
function lockEnvelope(key: Uint8Array, row: EnvelopeRow, randomness: Randomness): EnvelopeRow {
  const lock = (part: (typeof PARTS)[number] | typeof HEADING, sealed: string): Buffer => lockPart(key, { object: row.id, part }, Buffer.from(sealed, 'base64url'), randomness);
  const bytes = { content: lock('content', row.sealed.content), narrative: lock('narrative', row.sealed.narrative) };
  const sealed = { ...row.sealed, get content() { return bytes.content.toString('base64url'); }, get narrative() { return bytes.narrative.toString('base64url'); } };
  if (row.heading === undefined) return { ...row, sealed, bytes };
  const heading = lock(HEADING, row.heading);
  return { ...row, sealed, heading: heading.toString('base64url'), bytes: { ...bytes, heading } };
}

/** Also for evidence, which reads many at once. */
export function unlockEnvelope(key: Uint8Array, object: string, locked: SealedEnvelope): SealedEnvelope {
  const open = Object.fromEntries(PARTS.map((part) => [part, unlockPart(key, { object, part }, Buffer.from(locked[part], 'base64url')).toString('base64url')]));
  return { ...locked, ...open };
}
