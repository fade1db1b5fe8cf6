import { recordedIf } from '../rows/audit-rows.js';
import { OF_REQUEST, shownIf } from '../rows/notice-rows.js';
import { statement } from '../statement.js';
import { reaches } from './readers.js';

/** Counted as they stand when it begins: two at once may be one more than the most. */
export const DRAFTS_OF = statement('drafts-of', 'select count(*)::int as drafts from draft where agency = :agency::text and member = :member::text');

export const BEGIN_DRAFT = statement('begin-draft', `
with kept as (
  insert into draft (id, agency, member, kind, reference, check_id, request_id, readers, state, version, updated_at, sealed)
  select :draft::uuid, :agency::text, :member::text, :kind::text, :reference::text, :check::uuid, :request::uuid, :readers::text, :state::text, 1, :at::timestamptz, :sealed::bytea
  on conflict do nothing returning 1
), ${recordedIf('kept')}, ${shownIf('kept', OF_REQUEST)}
select 1 as kept from kept`);

/** What it is of, and whose, stays. */
export const REPLACE_DRAFT = statement('replace-draft', `
with kept as (
  update draft set readers = :readers::text, state = :state::text, version = version + 1, updated_at = :at::timestamptz, sealed = :sealed::bytea
   where id = :draft::uuid and agency = :agency::text and member = :member::text and version = :fromVersion::int and state = :fromState::text returning 1
), ${recordedIf('kept')}, ${shownIf('kept', OF_REQUEST)}
select 1 as kept from kept`);

export const REMOVE_DRAFT = statement('remove-draft', 'delete from draft where id = :draft::uuid and version = :version::int returning 1 as removed');

const REACHES = reaches('d.check_id', `(d.check_id is null or exists (select 1 from lateral_check c where c.id = d.check_id and c.urgency = 'red') or exists (select 1 from check_request r where r.id = d.request_id and r.urgency = 'red'))`);

export const DRAFT = statement('draft', `
select d.id, d.agency, d.member, d.kind, d.reference, d.check_id, d.request_id, d.readers, d.state, d.version, d.updated_at, d.sealed
  from draft d where d.id = :draft::uuid and d.agency = :reader::text and ${REACHES}`);

export const DRAFTS = statement('drafts', `
select d.id, d.kind, d.reference, d.request_id, d.readers, d.state, d.member, d.version, d.updated_at, octet_length(d.sealed) as bytes
  from (select id from draft where agency = :reader::text and member = :member::text
        union (select id from draft where :approves::boolean and agency = :reader::text and state = 'to_approve' order by updated_at limit 900)) found
  join draft d on d.id = found.id
 where (d.member = :member::text or d.readers = 'approvers') and ${REACHES}
 order by d.updated_at desc, d.id desc`);

const CONTACT = `p.agency, c.phone, c.out_of_hours_phone, c.hours, c.verified_at, coalesce(c.version, 0) as version`;
export const CONTACTS = statement('contacts', `
select ${CONTACT} from partnership_agency p left join agency_contact c on c.agency = p.agency
 where p.version = (select max(version) from partnership_agency) order by p.agency collate "C"`);

export const OWN_CONTACT = statement('own-contact', `
select ${CONTACT}, coalesce(c.mailbox, m.mailbox) as mailbox, c.escalation_mailbox, coalesce(c.language, m.language, 'both') as language, c.policy_document, coalesce(c.approved, 'some') as approved
  from partnership_agency p left join agency_contact c on c.agency = p.agency left join agency_mailbox m on m.agency = p.agency where p.agency = :agency::text`);

export const KEEP_CONTACT = statement('keep-contact', `
with kept as (
  insert into agency_contact as c (agency, phone, out_of_hours_phone, hours, mailbox, escalation_mailbox, language, policy_document, approved, verified_at, version)
  select :agency::text, :phone::text, :outOfHoursPhone::text, :hours::text, :mailbox::text, :escalationMailbox::text, :language::text, :policyDocument::text, :approved::text, :at::timestamptz, :version::int
   where :version::int = 1 + coalesce((select k.version from agency_contact k where k.agency = :agency::text), 0)
  on conflict (agency) do update set phone = excluded.phone, out_of_hours_phone = excluded.out_of_hours_phone, hours = excluded.hours, mailbox = excluded.mailbox,
    escalation_mailbox = excluded.escalation_mailbox, language = excluded.language, policy_document = excluded.policy_document, approved = excluded.approved, verified_at = excluded.verified_at, version = excluded.version
   where c.version = excluded.version - 1
  returning 1
), ${recordedIf('kept')}
select 1 as kept from kept`);

export const KEEP_NAME = statement('keep-name', `
insert into member_name (agency, member, sealed, updated_at) values (:agency::text, :member::text, :sealed::bytea, :at::timestamptz)
on conflict (agency, member) do update set sealed = excluded.sealed, updated_at = excluded.updated_at where member_name.sealed <> excluded.sealed`);
export const NAMES = statement('names', 'select member, sealed, updated_at from member_name where agency = :agency::text order by member collate "C"');
