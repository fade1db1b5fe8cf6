import type { AgencyType } from '../../codes.js';
import { finder } from '../finding.js';
import { TO_SOMEBODY, type LawBook, type Rule } from '../rule.js';
import { codesOfList } from '../stack-codes.js';

const found = finder('T2', 'rule', 'block');

/** PCSCA 2022 s16 authorises neither patient information nor what a health or social care authority holds. Whom it bars is in the catalogue. */
export const isBarredFrom = (code: string, type: AgencyType, law: LawBook): boolean => law.row(code)?.barredSharers.includes(type) ?? false;

export const seriousViolence: Rule = {
  code: 'T2',
  directions: TO_SOMEBODY,
  find: ({ share, owner }, law) => codesOfList(share.stack, 'gateway').filter(({ code }) => isBarredFrom(code, owner.type, law)).map(({ code, field }) => found(field, [code],
    { en: 'The Serious Violence Duty does not let a health or social care body disclose what it holds about people.', cy: "Nid yw'r Ddyletswydd Trais Difrifol yn gadael i gorff iechyd neu ofal cymdeithasol ddatgelu'r hyn sydd ganddo am bobl." },
    { en: `Take ${code} out and name the safeguarding duty that you act under.`, cy: `Tynnwch ${code} ac enwi'r ddyletswydd ddiogelu yr ydych yn gweithredu odani.` })),
};
