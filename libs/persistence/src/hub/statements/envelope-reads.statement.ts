import type { EnvelopeFacts } from '@lateral/exchange';
import { statement } from '../statement.js';

export const ENVELOPE_FACTS = statement('envelope-facts', `
select id, type, from_agency, to_agency, request_id, check_id, header_digest, collected_at, attachment_id, share_record from envelope where id = :envelope::uuid`);

export interface EnvelopeFactsRow {
  id: string;
  type: EnvelopeFacts['type'];
  from_agency: string;
  to_agency: string | null;
  request_id: string | null;
  check_id: string;
  header_digest: string;
  collected_at: Date | null;
  attachment_id: string | null;
  share_record: string;
}

export function envelopeFactsOf(row: EnvelopeFactsRow): EnvelopeFacts {
  return {
    id: row.id, type: row.type, from: row.from_agency, to: row.to_agency, request: row.request_id, check: row.check_id,
    headerDigest: row.header_digest, collectedAt: row.collected_at, attachment: row.attachment_id, shareRecord: row.share_record,
  };
}

const SEALED = 'b.header, b.signature, b.content, b.narrative, j.record as justification';

export const SEALED_ENVELOPE = statement('sealed-envelope', `
select ${SEALED} from envelope_body b join justification j on j.envelope_id = b.envelope_id where b.envelope_id = :envelope::uuid`);

export const JUSTIFICATION = statement('justification', 'select record from justification where envelope_id = :envelope::uuid');

/** Every envelope of a check that the agency sent or was sent; nobody else's, whatever part it has in the check. */
export const ENVELOPES_OF_PARTY = statement('envelopes-of-party', `
select ${SEALED}, j.judgement
  from envelope e join envelope_body b on b.envelope_id = e.id join justification j on j.envelope_id = e.id
 where e.check_id = :check::uuid and e.id >= (select c.floor_id from lateral_check c where c.id = :check::uuid) and (e.from_agency = :agency::text or e.to_agency = :agency::text)
 order by e.created_at, e.id`);
