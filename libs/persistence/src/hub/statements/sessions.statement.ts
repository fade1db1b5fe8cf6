import { recordedIf } from '../rows/audit-rows.js';
import { statement, type Statement } from '../statement.js';

const COLUMNS = 'id, kind, agency, member, issuer, subject, sid, started_at, seen_at, idle_until, expires_at';
const READ = `${COLUMNS}, key_proven_at`;
/** Not ended by time; where it was ended otherwise there is no row. */
const LIVES = '(idle_until is null or idle_until > :at::timestamptz) and expires_at > :at::timestamptz';

/** Inserts the session from `gate`, a CTE that has one row where it may start. */
export const startedFrom = (gate: string): string => `started as (
  insert into session (${COLUMNS}, token_hash)
  select :id::uuid, :kind::text, :agency::text, :member::text, :issuer::text, :subject::text, :sid::text, :startedAt::timestamptz, :startedAt::timestamptz, :idleUntil::timestamptz, :expiresAt::timestamptz, :tokenHash::bytea
    from ${gate}
)`;

/** The insert of the assertion's id is the check that it is fresh: of two hubs that are shown it at once, one gets a row. */
export const START_MACHINE_SESSION = statement('start-machine-session', `
with used as (
  insert into used_assertion (agency, member, id, expires_at) values (:agency::text, :member::text, :assertion::text, :assertionExpiry::timestamptz)
  on conflict do nothing returning 1
), ${startedFrom('used')}, ${recordedIf('used')}
select 1 as started from used`);

export const START_SESSION = statement('start-session', `with act as (select 1), ${startedFrom('act')}, ${recordedIf('act')} select 1 as started from act`);

export const FIND_SESSION = statement('find-session', `select ${READ} from session where token_hash = :tokenHash::bytea and ${LIVES}`);
/** Never back: of two hubs the later one counts. */
export const SESSION_SEEN = statement('session-seen', 'update session set seen_at = :seenAt::timestamptz, idle_until = :idleUntil::timestamptz where id = :id::uuid and seen_at < :seenAt::timestamptz');
export const ROTATE_SESSION = statement('rotate-session', `update session set token_hash = :tokenHash::bytea where id = :id::uuid and ${LIVES} returning 1 as rotated`);

export const LIVING_SESSIONS = statement('living-sessions', `select id from session where id = any(:ids::uuid[]) and ${LIVES}`);

/** Only who came in with a code is challenged, and only until the key is proven. */
export const CHALLENGE_KEY = statement('challenge-key', `
update session set proof_nonce = :nonce::text, proof_until = :until::timestamptz
 where id = :id::uuid and kind = 'one-time-code' and key_proven_at is null and ${LIVES} returning 1 as kept`);
export const CHALLENGED_KEY = statement('challenged-key', `
select proof_nonce as nonce from session where id = :id::uuid and proof_until > :at::timestamptz and key_proven_at is null and ${LIVES}`);
/** Of two that show one signature the row of the session lets one through; with the proof its token changes, so that who had the old one has nothing. */
export const PROVE_KEY = statement('prove-key', `
with proven as (
  update session set key_proven_at = :at::timestamptz, token_hash = :tokenHash::bytea, proof_nonce = null, proof_until = null
   where id = :id::uuid and proof_nonce = :nonce::text and proof_until > :at::timestamptz and key_proven_at is null and ${LIVES} returning 1
), ${recordedIf('proven')}
select 1 as proven from proven`);

/** Sessions are somebody's by two columns or by three; the first two have an index. */
export type OwnedBy = 'member' | 'subject' | 'sid' | 'sign-in';
const OWNED_BY: Record<OwnedBy, string> = {
  'member': 'agency = :agency::text and member = :member::text',
  'subject': 'issuer = :issuer::text and subject = :subject::text',
  'sid': 'issuer = :issuer::text and sid = :sid::text',
  'sign-in': 'issuer = :issuer::text and subject = :subject::text and (sid = :sid::text or sid is null)',
};
const forEach = (make: (by: OwnedBy, where: string) => Statement): Record<OwnedBy, Statement> =>
  ({ 'member': make('member', OWNED_BY.member), 'subject': make('subject', OWNED_BY.subject), 'sid': make('sid', OWNED_BY.sid), 'sign-in': make('sign-in', OWNED_BY['sign-in']) });

export const LIST_SESSIONS = forEach((by, where) => statement(`list-sessions-of-${by}`, `select ${READ} from session where ${where} and ${LIVES} order by started_at desc, id desc`));

export const END_SESSIONS = forEach((by, where) => statement(`end-sessions-of-${by}`, `
with ended as (
  delete from session where ${where} and (:only::uuid is null or id = :only::uuid) and (:except::uuid is null or id <> :except::uuid) returning 1
), any_ended as (select 1 from ended limit 1), ${recordedIf('any_ended')}
select count(*)::int as ended from ended`));

/** Nobody is called by an empty name, so what a provider has spent is nobody's assertion. Of two hubs that are told at once one gets a row. */
const endOnNotice = (by: Exclude<OwnedBy, 'member'>): Statement => statement(`end-on-notice-of-${by}`, `
with spent as (
  insert into used_assertion (agency, member, id, expires_at) values (:agency::text, '', :notice::text, :noticeExpiry::timestamptz) on conflict do nothing returning 1
), ended as (
  delete from session using spent where ${OWNED_BY[by]} returning 1
), any_ended as (select 1 from ended limit 1), ${recordedIf('any_ended')}
select (select count(*)::int from ended) as ended from spent`);
export const END_ON_NOTICE: Record<Exclude<OwnedBy, 'member'>, Statement> = { 'subject': endOnNotice('subject'), 'sid': endOnNotice('sid'), 'sign-in': endOnNotice('sign-in') };
