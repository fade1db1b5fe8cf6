import type { CheckFacts, RequestFacts } from '@lateral/exchange';
import { statement } from '../statement.js';
import { reaches } from './readers.js';

const COLUMNS = `r.id, r.check_id, r.reference, r.asking, r.asked, r.urgency, r.state, r.version, r.due_at, r.current_envelope, r.current_digest, r.current_response,
  exists (select from emergency_override o where o.agency = r.asked and o.request_id = r.id and o.reviewed_at is null) as review_waits`;

export const REQUEST_FACTS = statement('request-facts', `
select ${COLUMNS}, c.state as check_state, c.version as check_version
  from check_request r join lateral_check c on c.id = r.check_id
 where r.id = :request::uuid and ${reaches('r.check_id', "r.urgency = 'red'")}`);

export const CHECK_FACTS = statement('check-facts', `
select c.id as own_id, c.reference as own_reference, c.asking as own_asking, c.urgency as own_urgency, c.received_at as own_received_at, c.state as check_state, c.version as check_version, ${COLUMNS}
  from lateral_check c left join check_request r on r.check_id = c.id and r.id >= c.floor_id
 where c.id = (select check_id from check_reference where reference = :reference::text) and ${reaches('c.id', "c.urgency = 'red'")}
 order by r.id`);

export interface RequestFactsRow {
  id: string;
  check_id: string;
  reference: string;
  asking: string;
  asked: string;
  urgency: RequestFacts['urgency'];
  state: RequestFacts['state'];
  version: number;
  due_at: Date;
  current_envelope: string;
  current_digest: string;
  current_response: string | null;
  review_waits: boolean;
  check_state: RequestFacts['checkState'];
  check_version: number;
}
export type CheckFactsRow = { own_id: string; own_reference: string; own_asking: string; own_urgency: CheckFacts['urgency']; own_received_at: Date } & (RequestFactsRow | (Pick<RequestFactsRow, 'check_state' | 'check_version'> & { id: null }));

export function requestFactsOf(row: RequestFactsRow): RequestFacts {
  return {
    id: row.id, check: row.check_id, reference: row.reference, asking: row.asking, asked: row.asked, urgency: row.urgency, state: row.state, version: row.version,
    dueAt: row.due_at, checkState: row.check_state, checkVersion: row.check_version,
    currentEnvelope: row.current_envelope, currentDigest: row.current_digest, currentResponse: row.current_response, reviewWaits: row.review_waits,
  };
}

export function checkFactsOf(rows: readonly CheckFactsRow[]): CheckFacts | null {
  const first = rows[0];
  if (first === undefined) return null;
  return {
    id: first.own_id, reference: first.own_reference, asking: first.own_asking, urgency: first.own_urgency, receivedAt: first.own_received_at, state: first.check_state, version: first.check_version,
    requests: rows.flatMap((row) => (row.id === null ? [] : [requestFactsOf(row)])),
  };
}
