import { finder } from '../finding.js';
import { ASKING, type LawBook, type Rule } from '../rule.js';
import { usualGateways } from '../usual-gateways.js';

const found = finder('D-07', 'officer_check', 'warn');

/** Duties under which a check below section 47 may go out without agreement (list of the cases' README, section 3): the catalogue marks them. */
const carriesUnagreed = (code: string, law: LawBook): boolean => law.row(code)?.marks.includes('stands_without_agreement') ?? false;

/** Below section 47, no agreement and no duty: what was held unlawful in R (AB) v Haringey [2013] EWHC 416. */
export const belowThreshold: Rule = {
  code: 'D-07',
  directions: ASKING,
  find: ({ share, owner }, law) => {
    if (share.subjectKind === 'adult' || share.threshold === 's47') return [];
    if (share.consent?.outcome === 'given' || share.consent?.outcome === 'limited') return [];
    if (share.stack.gateway.some((code) => carriesUnagreed(code, law))) return [];
    const duty = owner.nation === 'E' ? 'CA2004-16LA' : usualGateways('W', share.subjectKind);
    return [found('/consent/outcome', share.stack.gateway,
      { en: 'This is below section 47, the family has not agreed, and no duty to ask or to tell is named.', cy: "Mae hyn islaw adran 47, nid yw'r teulu wedi cytuno, ac ni enwir dyletswydd i ofyn nac i ddweud." },
      { en: `Ask the family and record their answer, or name the duty that applies, for example ${duty}.`, cy: `Gofynnwch i'r teulu a chofnodi eu hateb, neu enwch y ddyletswydd sy'n gymwys, er enghraifft ${duty}.` })];
  },
};
