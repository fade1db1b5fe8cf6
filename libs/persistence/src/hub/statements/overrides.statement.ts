import { statement } from '../statement.js';
import { reaches } from './readers.js';

const COLUMNS = 'o.message, o.check_id, o.request_id, o.member, o.reason, o.findings, o.used_at, o.review_due, o.reviewed_at, o.finding, r.reference, r.asking, r.asked';
const REQUEST = 'join check_request r on r.id = o.request_id';
// Only what is red can have left in an emergency.
const REACHED = reaches('o.check_id', 'true');
const page = (which: string): string => `
select ${COLUMNS} from (
  select * from emergency_override o where agency = :agency::text ${which} and ${REACHED} and (used_at, message) < (:beforeAt::timestamptz, :beforeId::uuid)
   order by used_at desc, message desc limit :rows::int
) o ${REQUEST} order by o.used_at desc, o.message desc`;

/** Newest first, one more than the page holds: that one says whether there is a next. */
export const OVERRIDE_PAGE = statement('override-page', page(''));
export const OPEN_OVERRIDE_PAGE = statement('open-override-page', page('and reviewed_at is null'));

export const OVERRIDE = statement('override', `select ${COLUMNS} from emergency_override o ${REQUEST} where o.message = :message::uuid and o.agency = :agency::text and ${REACHED}`);
