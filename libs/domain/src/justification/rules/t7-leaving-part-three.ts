import { finder } from '../finding.js';
import { SHARING, type Rule } from '../rule.js';
import { isPartThree } from '../stack-codes.js';

const found = finder('T7', 'rule', 'warn');

/** Records kept for law enforcement may serve another purpose only where law authorises it (DPA 2018 s36(4)). Every purpose of a lateral check is another one. */
export const leavingPartThree: Rule = {
  code: 'T7',
  directions: SHARING,
  find: ({ share, owner }) => {
    const { stack } = share;
    if (owner.type !== 'POLICE' || !isPartThree(stack)) return [];
    const marked = stack.p3.includes('P3-36-4');
    if (marked && stack.s36Authority !== null) return [];
    return [found(marked ? '/stack/s36Authority' : '/stack/p3', ['P3-36-4'],
      { en: 'Police records kept for law enforcement are used here for welfare, and the law that authorises it (section 36(4)) is not named.', cy: "Defnyddir yma at les gofnodion yr heddlu a gedwir at orfodi'r gyfraith, ac ni enwir y gyfraith sy'n awdurdodi hynny (adran 36(4))." },
      { en: 'Add P3-36-4 and name its authority: the safeguarding duty you act under, or CLPD.', cy: "Ychwanegwch P3-36-4 ac enwi ei awdurdod: y ddyletswydd ddiogelu yr ydych yn gweithredu odani, neu CLPD." })];
  },
};
