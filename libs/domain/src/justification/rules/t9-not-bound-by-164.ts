import type { AgencyType } from '../../codes.js';
import { finder } from '../finding.js';
import { BOTH_WAYS, type Rule } from '../rule.js';
import type { Party } from '../share.js';
import { codesOfList } from '../stack-codes.js';

const SECTION_164 = new Set(['SSWBA-164-1', 'SSWBA-164-2']);
const OUTSIDE: ReadonlySet<AgencyType> = new Set<AgencyType>(['SCHOOL', 'FE', 'EY', 'RSL', 'TS', 'IDVA']);
const found = finder('T9', 'rule', 'warn');

/** Schools, landlords and charities are not in the list of section 164. Read about the body asked or answering. */
export const notBoundBy164: Rule = {
  code: 'T9',
  directions: BOTH_WAYS,
  find: ({ share, owner, other }) => {
    const holder = share.direction === 'asking' ? other : owner;
    if (!isOutside(holder)) return [];
    const instead = insteadFor(holder.type);
    return codesOfList(share.stack, 'gateway').filter(({ code }) => SECTION_164.has(code)).map(({ code, field }) => found(field, [code],
      { en: 'Section 164 does not bind a school, a landlord or a charity.', cy: 'Nid yw adran 164 yn rhwymo ysgol, landlord nac elusen.' },
      { en: `Take ${code} out and use ${instead.en}.`, cy: `Tynnwch ${code} a defnyddio ${instead.cy}.` }));
  },
};

function isOutside({ type, publicAuthority }: Party): boolean {
  return OUTSIDE.has(type) || (type === 'SUBST' && !publicAuthority);
}

function insteadFor(type: AgencyType): { en: string; cy: string } {
  if (type === 'SCHOOL' || type === 'FE' || type === 'EY') return { en: 'EA2002-175 with public task', cy: 'EA2002-175 gyda thasg gyhoeddus' };
  if (type === 'RSL') return { en: 'HWA2014-95', cy: 'HWA2014-95' };
  return { en: 'A6-EA1 or A6-EA6 for their answer, with your own duty here', cy: 'A6-EA1 neu A6-EA6 ar gyfer eu hateb, gyda’ch dyletswydd eich hun yma' };
}
