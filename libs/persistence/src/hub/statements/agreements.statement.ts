import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

const VIEW = `v.document, v.digest, v.state, v.published_at,
  (select json_agg(json_build_object('agency', a.agency, 'member', a.member, 'at', a.at) order by a.at, a.agency collate "C")
     from agreement_approval a where a.reference = v.reference and a.version = v.version) as approvals`;

export const PUBLISHED_AGREEMENTS = statement('published-agreements', `
select document, digest from agreement_version where state = 'published' order by reference collate "C", version`);

const page = (which: string, order: string): string => `
select ${VIEW} from (select reference, version from agreement_party where agency = :agency::text and ${which} order by ${order} limit :rows::int) p
  join agreement_version v on v.reference = p.reference and v.version = p.version`;

/** One more than the page holds: that one says whether there is a next. Documents are large, so none is read beyond it. */
export const AGREEMENT_PAGE = statement('agreement-page', `
${page('(reference, version) > (:afterReference::text, :afterVersion::int)', 'reference, version')} order by v.reference, v.version`);
export const AGREEMENT_VERSIONS_PAGE = statement('agreement-versions-page', `
${page('reference = :reference::text and version < :beforeVersion::int', 'version desc')} order by v.version desc`);

export const AGREEMENT_VERSION = statement('agreement-version', `select ${VIEW} from agreement_version v where v.reference = :reference::text and v.version = :version::int`);

export const NEWEST_AGREEMENT = statement('newest-agreement', `
select ${VIEW} from (select * from agreement_version where reference = :reference::text order by version desc limit 1) v`);

export const STANDING_AGREEMENT = statement('standing-agreement', `
select ${VIEW} from agreement_version v
 where v.reference = :reference::text and v.version = coalesce(
   (select max(p.version) from agreement_version p where p.reference = :reference::text and p.state = 'published'),
   (select min(f.version) from agreement_version f where f.reference = :reference::text))`);

/** A version with those who may read it, and the approval of the one who puts it forward. */
export const PROPOSE_AGREEMENT = statement('propose-agreement', `
with proposed as (
  insert into agreement_version (reference, version, digest, document, state, proposed_at)
  values (:reference::text, :version::int, :digest::text, :document::text, 'proposed', :at::timestamptz) on conflict do nothing returning reference, version
), readers as (
  insert into agreement_party (agency, reference, version) select distinct r.agency, proposed.reference, proposed.version from proposed, unnest(:readers::text[]) as r(agency)
), approval as (
  insert into agreement_approval (reference, version, agency, member, at) select reference, version, :agency::text, :member::text, :at::timestamptz from proposed
), ${recordedIf('proposed')}
select 1 as proposed from proposed`);

/**
 * One more approval of exactly the document that was read. The version is locked: of two approvals that would each publish it
 * one does, and the other finds it changed.
 */
export const APPROVE_AGREEMENT = statement('approve-agreement', `
with target as materialized (
  select reference, version from agreement_version
   where reference = :reference::text and version = :version::int and digest = :digest::text and (not :publishes::boolean or state = 'proposed') for update
), approved as (
  insert into agreement_approval (reference, version, agency, member, at)
  select reference, version, :agency::text, :member::text, :at::timestamptz from target on conflict do nothing returning 1
), published as (
  update agreement_version v set state = 'published', published_at = :at::timestamptz
    from approved where v.reference = :reference::text and v.version = :version::int and :publishes::boolean
), ${recordedIf('approved')}
select 1 as approved from approved`);
