import { THRESHOLDS } from '../../codes.js';
import { finder } from '../finding.js';
import { ASKING, type Rule } from '../rule.js';

const KNOWN: ReadonlySet<string> = new Set(THRESHOLDS);
const found = finder('threshold_believed', 'field', 'block');

/** `not_known` is an answer; a form left empty is none. */
export const thresholdBelieved: Rule = {
  code: 'threshold_believed',
  directions: ASKING,
  find: ({ share }) => {
    if (share.threshold !== null && KNOWN.has(share.threshold)) return [];
    return [found('/threshold', [],
      { en: 'The threshold that you believe is met is not recorded.', cy: "Ni chofnodwyd y trothwy y credwch ei fod wedi'i gyrraedd." },
      { en: 'Choose the threshold. "Not known" may be chosen.', cy: "Dewiswch y trothwy. Gellir dewis \"Ddim yn hysbys\"." })];
  },
};
