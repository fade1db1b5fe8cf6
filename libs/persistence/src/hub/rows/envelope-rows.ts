import { Buffer } from 'node:buffer';
import { canonicalJson, type SealedEnvelope, type ShareJudgement } from '@lateral/contracts';
import type { AuditRow, EnvelopeRow } from '@lateral/exchange';
import { assertAboveFloor } from '../partitions.js';
import type { SqlValue } from '../statement.js';

/**
 * CTEs that write envelopes: facts, bytes and justification, each in its own table, all or none. The bytes of all come as
 * one binary parameter, cut up by position: as an array they would travel as hexadecimal text, twice the length.
 */
export const envelopesIf = (gate: string): string => `stored_envelope as (
  insert into envelope (id, type, check_id, request_id, from_agency, to_agency, corrects, attachment_id, created_at, content_digest, header_digest, share_record)
  select m.id, m.type, m.check_id, m.request_id, m.from_agency, m.to_agency, m.corrects, m.attachment_id, m.created_at, m.content_digest, m.header_digest, m.share_record
    from ${gate}, unnest(:messageIds::uuid[], :messageTypes::text[], :messageChecks::uuid[], :messageRequests::uuid[], :messageFrom::text[], :messageTo::text[],
      :messageCorrects::uuid[], :messageAttachments::uuid[], :messageTimes::timestamptz[], :contentDigests::text[], :headerDigests::text[], :shareRecords::uuid[])
      as m(id, type, check_id, request_id, from_agency, to_agency, corrects, attachment_id, created_at, content_digest, header_digest, share_record)
), stored_body as (
  insert into envelope_body (envelope_id, header, signature, content, narrative, heading)
  select m.id, m.header, substring(:bytes::bytea from m.start for m.s), substring(:bytes::bytea from m.start + m.s for m.c), substring(:bytes::bytea from m.start + m.s + m.c for m.n),
    case when m.h > 0 then substring(:bytes::bytea from m.start + m.s + m.c + m.n for m.h) end
    from ${gate}, unnest(:messageIds::uuid[], :headers::text[], :starts::int[], :signatureLengths::int[], :contentLengths::int[], :narrativeLengths::int[], :headingLengths::int[])
      as m(id, header, start, s, c, n, h)
), stored_justification as (
  insert into justification (envelope_id, record, digest, judgement)
  select m.id, m.record, m.digest, m.judgement
    from ${gate}, unnest(:messageIds::uuid[], :justifications::text[], :justificationDigests::text[], :judgements::text[]) as m(id, record, digest, judgement)
)`;

/** Attachments that the act's messages name must be the sender's, whole, and not yet part of another message. */
export const FREE_ATTACHMENTS = `free_attachment as materialized (
  select a.id from unnest(:attachments::uuid[]) as named(id) join attachment a on a.id = named.id
   where a.agency = :actorAgency::text and a.envelope_id is null order by a.id for update of a
)`;
export const ATTACHMENTS_ARE_FREE = `(select count(distinct id) from free_attachment) = cardinality(:attachments::uuid[])`;
export const bindAttachmentsIf = (gate: string): string => `bound as (
  update attachment a set envelope_id = named.message
    from ${gate}, unnest(:messageIds::uuid[], :messageAttachments::uuid[]) as named(message, id)
   where a.id = named.id
)`;

/** `records` are the act's: the one that names a message is the record of the act that brought it. */
export function envelopeValues(envelopes: readonly EnvelopeRow[], records: readonly AuditRow[], at: Date): Record<string, SqlValue> {
  const bytes: Uint8Array[] = [];
  let length = 0;
  const place = (part: Uint8Array): number => {
    bytes.push(part);
    length += part.length;
    return part.length;
  };
  const parts = envelopes.map((envelope) => {
    assertAboveFloor(envelope.id, at);
    const { content, narrative, heading = NONE } = envelope.bytes ?? decodedParts(envelope);
    return { start: length + 1, signature: place(decoded(envelope.sealed.signature)), content: place(content), narrative: place(narrative), heading: place(heading) };
  });
  return {
    messageIds: envelopes.map(({ id }) => id),
    messageTypes: envelopes.map(({ type }) => type),
    messageChecks: envelopes.map(({ check }) => check),
    messageRequests: envelopes.map(({ request }) => request),
    messageFrom: envelopes.map(({ from }) => from),
    messageTo: envelopes.map(({ to }) => to),
    messageCorrects: envelopes.map(({ corrects }) => corrects),
    messageAttachments: envelopes.map(({ attachment }) => attachment),
    messageTimes: envelopes.map(({ createdAt }) => createdAt.toISOString()),
    contentDigests: envelopes.map(({ contentDigest }) => contentDigest),
    headerDigests: envelopes.map(({ headerDigest }) => headerDigest),
    shareRecords: envelopes.map(({ id }) => shareRecordOf(id, records)),
    attachments: envelopes.flatMap(({ attachment }) => attachment ?? []),
    headers: envelopes.map(({ sealed }) => canonicalJson(sealed.header)),
    justifications: envelopes.map(({ sealed }) => canonicalJson(sealed.justification)),
    judgements: envelopes.map(({ judgement }) => (judgement === null ? null : canonicalJson(judgement))),
    justificationDigests: envelopes.map(({ sealed }) => sealed.header.context.justification),
    starts: parts.map(({ start }) => start),
    signatureLengths: parts.map(({ signature }) => signature),
    contentLengths: parts.map(({ content }) => content),
    narrativeLengths: parts.map(({ narrative }) => narrative),
    headingLengths: parts.map(({ heading }) => heading),
    bytes: Buffer.concat(bytes, length),
  };
}

const NONE = new Uint8Array();
const decoded = (encoded: string): Buffer => Buffer.from(encoded, 'base64url');
const decodedParts = ({ sealed, heading }: EnvelopeRow): NonNullable<EnvelopeRow['bytes']> => ({ content: decoded(sealed.content), narrative: decoded(sealed.narrative), heading: decoded(heading ?? '') });

// An override is recorded beside the act that brought the message, and is not that act.
function shareRecordOf(message: string, records: readonly AuditRow[]): string {
  const record = records.find((candidate) => candidate.message === message && candidate.event !== 'override.used.v1');
  // Nothing is shared without its record: an act that brings a message and forgot it is a fault of ours.
  if (record === undefined) throw new TypeError('an envelope reached the store without the record of its act');
  return record.id;
}

/** A sealed envelope as it lies in the three tables. */
export interface SealedColumns {
  header: string;
  signature: Buffer;
  content: Buffer;
  narrative: Buffer;
  justification: string;
}

/** The envelope as it came in: texts were stored canonical, so every digest over them is what it was. */
export function sealedOf(row: SealedColumns): SealedEnvelope {
  return {
    header: JSON.parse(row.header) as SealedEnvelope['header'],
    signature: row.signature.toString('base64url'),
    content: row.content.toString('base64url'),
    narrative: row.narrative.toString('base64url'),
    justification: JSON.parse(row.justification) as SealedEnvelope['justification'],
  };
}

export function judgementOf({ judgement }: { judgement: string | null }): ShareJudgement | null {
  return judgement === null ? null : (JSON.parse(judgement) as ShareJudgement);
}
