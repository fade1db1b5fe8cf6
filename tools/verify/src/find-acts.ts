import type { AuditRecord, EvidenceEnvelope, EvidencePack } from '@lateral/contracts';
import type { CheckedEnvelope } from './check-envelopes.js';
import { isShare, type RemadeRecord } from './check-records.js';

/** A message with the record of the act that brought it. */
export interface Act {
  envelope: EvidenceEnvelope;
  record: AuditRecord;
}

/** The acts of a pack by their message: of those messages only whose signature stands and that were recorded. */
export function findActs(checked: readonly CheckedEnvelope[], records: readonly RemadeRecord[]): Map<string, Act> {
  const byMessage = new Map(records.filter(({ record }) => isShare(record)).map(({ record }) => [record['message'], record]));
  const acts = new Map<string, Act>();
  for (const { envelope, member } of checked) {
    const { message } = envelope.header.context;
    const record = byMessage.get(message);
    if (member !== null && record !== undefined) acts.set(message, { envelope, record });
  }
  return acts;
}

/** The message whose emergency override this one puts in order; null for every other. `undefined` where it is not in the pack. */
export function reviewedBy({ record }: Act, acts: ReadonlyMap<string, Act>): Act | null | undefined {
  return record.event === 'override.reviewed.v1' ? acts.get(String(record['reviewed'])) : null;
}

/** Whom a share went to; its own agency where it went to nobody. A review speaks of the share that it reviews. */
export function receiverOf(act: Act, acts: ReadonlyMap<string, Act>): string {
  const told = reviewedBy(act, acts) ?? act;
  const { from, to } = told.envelope.header.context;
  return to[0]?.agency ?? from.agency;
}

/** The question that an answer answers: the version it names, and for a review of an answer the one in force when it was reviewed. Null where it is not in the pack. */
export function questionOf(act: Act, acts: ReadonlyMap<string, Act>): Act | null {
  const { inReplyTo, request } = act.envelope.header.context;
  const versions = [...acts.values()].filter(({ envelope: { header: { context } } }) => context.type === 'request' && context.request === request);
  if (inReplyTo !== null) return versions.find(({ envelope }) => envelope.header.content.digest === inReplyTo) ?? null;
  return versions.filter(({ record }) => record.at <= act.record.at).toSorted((a, b) => (a.record.at < b.record.at ? 1 : -1))[0] ?? null;
}

/** The last moment that a pack speaks of. */
export function lastMoment(records: readonly RemadeRecord[], { envelopes }: EvidencePack): string {
  const times = [...records.map(({ record }) => record.at), ...envelopes.map(({ header }) => header.context.created)];
  return times.reduce((last, each) => (each > last ? each : last), '');
}
