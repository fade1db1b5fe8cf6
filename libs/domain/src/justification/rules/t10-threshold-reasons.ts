import { hasWords } from '../attested-words.js';
import { finder } from '../finding.js';
import { ASKING, type Rule } from '../rule.js';
import { codesOfStack } from '../stack-codes.js';

const SECTION_47 = new Set(['CA1989-47', 'CA1989-47-W']);
const found = finder('T10', 'rule', 'warn');

/** The threshold relied on must show before the first outward request (R (AB) v Haringey [2013] EWHC 416). */
export const thresholdReasons: Rule = {
  code: 'T10',
  directions: ASKING,
  find: ({ share }) => {
    const cited = codesOfStack(share.stack).find(({ code }) => SECTION_47.has(code));
    if (cited === undefined && share.threshold !== 's47') return [];
    if (share.strategyDiscussionAt !== null || hasWords(share, 'threshold_rationale')) return [];
    return [found(cited?.field ?? '/threshold', cited === undefined ? [] : [cited.code],
      { en: 'Section 47 is relied on, but neither a strategy discussion nor the reasons for that threshold are recorded.', cy: "Dibynnir ar adran 47, ond ni chofnodwyd trafodaeth strategaeth na'r rhesymau dros y trothwy hwnnw." },
      { en: 'Write why you believe the threshold is met or when the strategy discussion was; or ask below section 47, with agreement.', cy: "Ysgrifennwch pam y credwch fod y trothwy wedi'i gyrraedd neu pryd bu'r drafodaeth strategaeth; neu gofynnwch islaw adran 47, gyda chytundeb." })];
  },
};
