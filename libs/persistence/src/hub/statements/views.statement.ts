import { statement, type Statement } from '../statement.js';
import { reaches } from './readers.js';

// Envelopes as JSON beside their request, so that one statement sees one moment. A party sees what it sent or was sent; what was
// kept and sent to nobody (a decision, a record) only its own agency.
const ENVELOPES = (where: string): string => `(
  select json_agg(json_build_object('id', e.id, 'type', e.type, 'from', e.from_agency, 'to', e.to_agency, 'createdAt', e.created_at, 'collectedAt', e.collected_at, 'erasedAt', e.erased_at, 'corrects', e.corrects)
                  order by e.created_at, e.id)
    from envelope e
   where ${where} and (e.from_agency = :agency::text or e.to_agency = :agency::text))`;

// The newest answer, an interim one too, by what its coded record says: by primary key, and as often as there are requests.
const ANSWER = `(
  select json_build_object('type', coded.response ->> 'type', 'items', json_array_length(coded.response -> 'items'), 'at', e.created_at, 'message', e.id)
    from envelope e join justification j on j.envelope_id = e.id, lateral (select j.record::json -> 'response' as response) coded
   where e.id = r.current_response and json_typeof(coded.response) = 'object')`;

const REQUEST = `json_build_object('id', r.id, 'check', r.check_id, 'reference', r.reference, 'asking', r.asking, 'asked', r.asked, 'askedType', r.asked_type, 'urgency', r.urgency,
  'state', r.state, 'version', r.version, 'notice', r.notice, 'sentAt', r.sent_at, 'dueAt', r.due_at, 'dueRule', r.due_rule, 'acknowledgedAt', r.acknowledged_at, 'endedAt', r.ended_at,
  'heldBy', case when r.asked = :agency::text then r.held_by end, 'remindedAt', r.reminded_at, 'escalatedAt', r.escalated_at, 'answer', ${ANSWER},
  'currentEnvelope', r.current_envelope, 'envelopes', ${ENVELOPES('e.check_id = r.check_id and e.request_id = r.id and e.id >= r.floor_id')})`;

const CHECK = `json_build_object('id', c.id, 'reference', c.reference, 'asking', c.asking, 'urgency', c.urgency, 'state', c.state, 'version', c.version,
  'openedAt', c.opened_at, 'decidedAt', c.decided_at, 'closedAt', c.closed_at,
  'openedBy', case when c.asking = :agency::text then c.opened_by end, 'heldBy', case when c.asking = :agency::text then c.held_by end,
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

type Held = 'me' | 'none' | null;
const HELD: Record<'me' | 'none' | 'all', string> = { me: 'and held_by = :member::text', none: 'and held_by is null', all: '' };
const variants = (make: (inState: boolean, held: keyof typeof HELD) => Statement): ((filter: { state?: unknown; held?: Held }) => Statement) => {
  const made = new Map([true, false].flatMap((inState) => (['me', 'none', 'all'] as const).map((held) => [`${inState} ${held}`, make(inState, held)] as const)));
  return ({ state, held }) => made.get(`${(state ?? null) !== null} ${held ?? 'all'}`)!;
};
const named = (name: string, inState: boolean, held: string): string => `${name}${inState ? '-in-state' : ''}${held === 'all' ? '' : `-held-${held}`}`;

/** Checks an agency asked, newest first, one more than the page holds: that one says whether there is a next. Each filter has its own index. */
export const checkPage = variants((inState, held) => statement(named('check-page', inState, held), `
select ${CHECK} as view from (
  select * from lateral_check c where asking = :agency::text ${inState ? 'and state = :state::text' : ''} ${HELD[held]} and (opened_at, id) < ${BEFORE} and ${OF_CHECK} order by opened_at desc, id desc limit :rows::int
) c order by c.opened_at desc, c.id desc`));

/** Requests put to an agency, in the same way. */
export const inboxPage = variants((inState, held) => statement(named('inbox-page', inState, held), `
select ${REQUEST} as view from (
  select * from check_request r where asked = :agency::text ${inState ? 'and state = :state::text' : ''} ${HELD[held]} and ${OF_REQUEST} and (sent_at, id) < ${BEFORE} order by sent_at desc, id desc limit :rows::int
) r order by r.sent_at desc, r.id desc`));

/**
 * Questions in force whose signed header names the agency as delegate, while an answer is awaited. What the sender signed is the one place that says so, found by an
 * index of those few headers that name any; nothing beside it could differ from it. Older months are left alone.
 */
export const DELEGATED_PAGE = statement('delegated-page', `
select json_build_object('id', r.id, 'message', e.id, 'check', r.check_id, 'reference', r.reference, 'asking', r.asking, 'asked', r.asked, 'urgency', r.urgency, 'state', r.state,
    'sentAt', r.sent_at, 'dueAt', r.due_at) as view
  from envelope_body b join envelope e on e.id = b.envelope_id join check_request r on r.id = e.request_id and r.current_envelope = e.id
 where b.envelope_id >= :floor::uuid and e.created_at >= :since::timestamptz and (b.header::jsonb #> '{context,delegates}') @> jsonb_build_array(jsonb_build_object('agency', :agency::text)) and r.state in ('open', 'acknowledged') and e.erased_at is null
   and ${OF_REQUEST} and (r.sent_at, r.id) < ${BEFORE} order by r.sent_at desc, r.id desc limit :rows::int`);
