import { finder } from '../finding.js';
import { EVERY_WAY, type Rule } from '../rule.js';
import { codesOfList } from '../stack-codes.js';

/** CA 2004 s16LA lists English bodies only, and is about children only. A body bound by it may still keep back what would harm the child more. */
export const ENGLISH_DUTY = 'CA2004-16LA';
const found = finder('T8', 'rule', 'block');

export const englishDuty: Rule = {
  code: 'T8',
  directions: EVERY_WAY,
  find: ({ share, owner }) => {
    const { stack } = share;
    const welsh = owner.nation === 'W';
    if (!welsh && share.subjectKind !== 'adult') return [];
    const places = codesOfList(stack, 'gateway').filter(({ code }) => code === ENGLISH_DUTY).map(({ field }) => field);
    if (stack.s36Authority === ENGLISH_DUTY) places.push('/stack/s36Authority');
    return places.map((field) => found(field, [ENGLISH_DUTY], welsh ? NOT_IN_WALES.sentence : NOT_FOR_ADULTS.sentence, welsh ? NOT_IN_WALES.mend : NOT_FOR_ADULTS.mend));
  },
};

const NOT_IN_WALES = {
  sentence: { en: 'The English duty to share does not bind a Welsh body.', cy: "Nid yw'r ddyletswydd Seisnig i rannu yn rhwymo corff yng Nghymru." },
  mend: { en: 'Name the Welsh duty: SSWBA-164-2 where it was asked under that section, otherwise CA2004-28; for the police CLPD.', cy: "Enwch y ddyletswydd Gymreig: SSWBA-164-2 lle gofynnwyd o dan yr adran honno, fel arall CA2004-28; i'r heddlu CLPD." },
};
const NOT_FOR_ADULTS = {
  sentence: { en: 'The English duty to share is about children. This check is about an adult.', cy: "Dyletswydd ynghylch plant yw'r ddyletswydd Seisnig i rannu. Mae'r gwiriad hwn am oedolyn." },
  mend: { en: 'Use CARE-42 or CARE-6/7.', cy: 'Defnyddiwch CARE-42 neu CARE-6/7.' },
};
