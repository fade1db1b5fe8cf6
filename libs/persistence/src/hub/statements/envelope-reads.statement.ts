import type { EnvelopeFacts } from '@lateral/exchange';
import { statement } from '../statement.js';
import { reaches } from './readers.js';

export const ENVELOPE_FACTS = statement('envelope-facts', `
select id, type, from_agency, to_agency, (
  select coalesce(array_agg(d->>'agency'), '{}') from envelope_body b, jsonb_array_elements(b.header::jsonb #> '{context,delegates}') d where b.envelope_id = e.id) as delegates, request_id, check_id, header_digest, collected_at, attachment_id, share_record from envelope e
 where e.id = :envelope::uuid and ${reaches('e.check_id', `case when e.request_id is null
    then exists (select 1 from lateral_check c where c.id = e.check_id and c.urgency = 'red') else exists (select 1 from check_request r where r.id = e.request_id and r.urgency = 'red') end`)}`);

export interface EnvelopeFactsRow {
  id: string;
  type: EnvelopeFacts['type'];
  from_agency: string;
  to_agency: string | null;
  delegates: string[];
  request_id: string | null;
  check_id: string;
  header_digest: string;
  collected_at: Date | null;
  attachment_id: string | null;
  share_record: string;
}

export function envelopeFactsOf(row: EnvelopeFactsRow): EnvelopeFacts {
  return {
    id: row.id, type: row.type, from: row.from_agency, to: row.to_agency, delegates: row.delegates, request: row.request_id, check: row.check_id,
    headerDigest: row.header_digest, collectedAt: row.collected_at, attachment: row.attachment_id, shareRecord: row.share_record,
  };
}

const SEALED = 'b.header, b.signature, b.content, b.narrative, j.record as justification';

export const SEALED_ENVELOPE = statement('sealed-envelope', `
select ${SEALED} from envelope_body b join justification j on j.envelope_id = b.envelope_id where b.envelope_id = :envelope::uuid and j.record is not null`);

/** Of the reader's own agency alone: nobody else was sealed for. */
export const HEADINGS = statement('headings', `
select e.id as envelope, e.check_id as check, e.request_id as request, r.urgency, b.heading as sealed
  from envelope e join envelope_body b on b.envelope_id = e.id join check_request r on r.id = e.request_id
 where e.id = any(:envelopes::uuid[]) and e.from_agency = :reader::text and e.erased_at is null and b.heading is not null and ${reaches('e.check_id', `r.urgency = 'red'`)}
 order by e.id`);

export const JUSTIFICATION = statement('justification', 'select record from justification where envelope_id = :envelope::uuid');

const OF_PARTY = `e.check_id = :check::uuid and e.id >= (select c.floor_id from lateral_check c where c.id = :check::uuid)`;
// An attacker with one session must not read as evidence what was never handed over to the agency and recorded.
const HELD = `(e.from_agency = :agency::text or e.collected_at is not null)`;

/** Every envelope of a check that the agency sent or was sent; nobody else's, whatever part it has in the check. Ciphertext stays where it lies unless it is asked for. */
export const ENVELOPES_OF_PARTY = statement('envelopes-of-party', `
select b.header, b.signature, j.record as justification, j.judgement,
  case when :withCiphertext::boolean and ${HELD} then b.content end as content, case when :withCiphertext::boolean and ${HELD} then b.narrative end as narrative
  from envelope e join envelope_body b on b.envelope_id = e.id join justification j on j.envelope_id = e.id
 where ${OF_PARTY} and (e.from_agency = :agency::text or e.to_agency = :agency::text) and j.record is not null
 order by e.created_at, e.id`);

/** Whether one of those is not whole any more. */
export const RECORDS_ERASED = statement('records-erased', `
select exists (select 1 from envelope e join justification j on j.envelope_id = e.id
 where ${OF_PARTY} and (e.from_agency = :agency::text or e.to_agency = :agency::text) and j.record is null) as erased`);

/** How much that would be, by the lengths that stand beside the bytes. */
export const CIPHERTEXT_OF_PARTY = statement('ciphertext-of-party', `
select coalesce(sum(octet_length(b.content) + octet_length(b.narrative)), 0)::text as bytes
  from envelope e join envelope_body b on b.envelope_id = e.id
 where ${OF_PARTY} and (e.from_agency = :agency::text or (e.to_agency = :agency::text and e.collected_at is not null))`);

/** Records may be kept of a check that is nobody's, so this looks in every month. */
export const RECORDS_KEPT = statement('records-kept', `
select count(*)::int as kept from (select 1 from envelope where check_id = :check::uuid and type = 'record' and from_agency = :agency::text limit :most::int) r`);
