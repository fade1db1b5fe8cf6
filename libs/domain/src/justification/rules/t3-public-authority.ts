import { finder } from '../finding.js';
import { EVERY_WAY, type Rule } from '../rule.js';
import { codesOfList } from '../stack-codes.js';

/** Legitimate interests, recognised or not, are closed to a public authority in its tasks (UK GDPR Art 6(1)). */
export const isLegitimateInterest = (code: string): boolean => code === 'A6-F' || code.startsWith('A6-EA');
const found = finder('T3', 'rule', 'block');

export const publicAuthorityInterest: Rule = {
  code: 'T3',
  directions: EVERY_WAY,
  find: ({ share, owner }) => {
    if (!owner.publicAuthority) return [];
    return codesOfList(share.stack, 'art6').filter(({ code }) => isLegitimateInterest(code)).map(({ code, field }) => found(field, [code],
      { en: 'A public authority cannot rely on legitimate interests for its own tasks.', cy: "Ni all awdurdod cyhoeddus ddibynnu ar fuddiannau cyfreithlon ar gyfer ei dasgau ei hun." },
      { en: `Replace ${code} with public task (A6-E).`, cy: `Rhowch dasg gyhoeddus (A6-E) yn lle ${code}.` }));
  },
};
