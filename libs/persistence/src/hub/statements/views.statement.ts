import { statement } from '../statement.js';
import { reaches } from './readers.js';

// Envelopes as JSON beside their request, so that one statement sees one moment. A party sees what it sent or was sent; what was
// kept and sent to nobody (a decision, a record) only its own agency.
const ENVELOPES = (where: string): string => `(
  select json_agg(json_build_object('id', e.id, 'type', e.type, 'from', e.from_agency, 'to', e.to_agency, 'createdAt', e.created_at, 'collectedAt', e.collected_at, 'corrects', e.corrects)
                  order by e.created_at, e.id)
    from envelope e
   where ${where} and (e.from_agency = :agency::text or e.to_agency = :agency::text))`;

const REQUEST = `json_build_object('id', r.id, 'check', r.check_id, 'reference', r.reference, 'asking', r.asking, 'asked', r.asked, 'askedType', r.asked_type, 'urgency', r.urgency,
  'state', r.state, 'version', r.version, 'notice', r.notice, 'sentAt', r.sent_at, 'dueAt', r.due_at, 'dueRule', r.due_rule, 'acknowledgedAt', r.acknowledged_at, 'endedAt', r.ended_at,
  'currentEnvelope', r.current_envelope, 'envelopes', ${ENVELOPES('e.check_id = r.check_id and e.request_id = r.id and e.id >= r.floor_id')})`;

const CHECK = `json_build_object('id', c.id, 'reference', c.reference, 'asking', c.asking, 'urgency', c.urgency, 'state', c.state, 'version', c.version,
  'openedAt', c.opened_at, 'decidedAt', c.decided_at, 'closedAt', c.closed_at,
  'requests', (select json_agg(${REQUEST} order by r.id) from check_request r
                where r.check_id = c.id and r.id >= c.floor_id and (r.asking = :agency::text or r.asked = :agency::text) and (not :onlyRed::boolean or r.urgency = 'red')),
  'decisions', ${ENVELOPES(`e.check_id = c.id and e.request_id is null and e.type = 'decision' and e.id >= c.floor_id`)})`;

const OF_CHECK = reaches('c.id', "c.urgency = 'red'");
const OF_REQUEST = reaches('r.check_id', "r.urgency = 'red'");

export const CHECK_VIEW = statement('check-view', `
select ${CHECK} as view from lateral_check c where c.id = (select check_id from check_reference where reference = :reference::text) and ${OF_CHECK}`);

export const REQUEST_VIEW = statement('request-view', `
select ${REQUEST} as view from check_request r where r.id = :request::uuid and (r.asking = :agency::text or r.asked = :agency::text) and ${OF_REQUEST}`);

const BEFORE = `(:beforeAt::timestamptz, :beforeId::uuid)`;

/** Checks an agency asked, newest first, one more than the page holds: that one says whether there is a next. */
export const CHECK_PAGE = statement('check-page', `
select ${CHECK} as view from (
  select * from lateral_check c where asking = :agency::text and (opened_at, id) < ${BEFORE} and ${OF_CHECK} order by opened_at desc, id desc limit :rows::int
) c order by c.opened_at desc, c.id desc`);

export const INBOX_PAGE = statement('inbox-page', `
select ${REQUEST} as view from (
  select * from check_request r where asked = :agency::text and ${OF_REQUEST} and (sent_at, id) < ${BEFORE} order by sent_at desc, id desc limit :rows::int
) r order by r.sent_at desc, r.id desc`);

export const INBOX_PAGE_IN_STATE = statement('inbox-page-in-state', `
select ${REQUEST} as view from (
  select * from check_request r where asked = :agency::text and state = :state::text and ${OF_REQUEST} and (sent_at, id) < ${BEFORE} order by sent_at desc, id desc limit :rows::int
) r order by r.sent_at desc, r.id desc`);
