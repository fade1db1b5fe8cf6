import type { CatalogueRow } from '../../catalogue/catalogue.js';
import type { AgencyType } from '../../codes.js';
import { finder } from '../finding.js';
import { BOTH_WAYS, type Rule, type ShareToJudge } from '../rule.js';
import type { Party } from '../share.js';
import { codesOfList } from '../stack-codes.js';
import { ENGLISH_DUTY } from './t8-english-duty.js';

const found = finder('gateway-does-not-bind', 'other', 'note');

/** A gateway or a regime that is not for one of the two bodies. A request's gateway must fit who asks and who is asked; an answer's must name who answers at all. */
export const gatewayDoesNotBind: Rule = {
  code: 'gateway-does-not-bind',
  directions: BOTH_WAYS,
  find: (toJudge, law) => {
    const { stack } = toJudge.share;
    return [{ code: stack.regime, field: '/stack/regime' }, ...codesOfList(stack, 'gateway')].flatMap(({ code, field }) => {
      const row = law.row(code);
      if (row === null || fits(row, toJudge)) return [];
      return [found(field, [code],
        { en: `${code} does not bind both of these bodies.`, cy: `Nid yw ${code} yn rhwymo'r ddau gorff hyn.` },
        { en: 'Check who it names, and add a gateway that fits.', cy: "Gwiriwch bwy y mae'n eu henwi, ac ychwanegu porth sy'n addas." })];
    });
  },
};

function fits(row: CatalogueRow, { share, owner, other }: ShareToJudge): boolean {
  const relies = isListed(row, row.sharers, owner) && (row.publicAuthority === null || row.publicAuthority === owner.publicAuthority);
  if (share.direction === 'sharing') return relies || (row.recipients !== null && isListed(row, row.recipients, owner));
  // The duty of one nation does not reach a body of the other, though who asks may cite it.
  if (row.code === ENGLISH_DUTY && other.nation === 'W') return false;
  return relies && isListed(row, row.recipients, other);
}

/** Null lists everybody; some are listed only while they provide services under arrangements. */
function isListed(row: CatalogueRow, list: readonly AgencyType[] | null, { type, commissionedProvider }: Party): boolean {
  return list === null || (list.includes(type) && (commissionedProvider || !row.commissionedOnly.includes(type)));
}
