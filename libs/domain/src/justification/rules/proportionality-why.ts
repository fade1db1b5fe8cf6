import { hasWords, placeOfWords } from '../attested-words.js';
import { finder } from '../finding.js';
import { BOTH_WAYS, type Rule } from '../rule.js';

const found = finder('proportionality_why', 'field', 'block');

export const proportionalityWhy: Rule = {
  code: 'proportionality_why',
  directions: BOTH_WAYS,
  find: ({ share }) => {
    if (hasWords(share, 'proportionality')) return [];
    return [found(placeOfWords(share, 'proportionality'), ['proportionality'],
      { en: 'It is not said why this much, and no more, is shared.', cy: "Ni ddywedir pam y rhennir cymaint â hyn, a dim mwy." },
      { en: 'Write what is left out and why the intrusion on each person is worth it.', cy: "Ysgrifennwch beth sy'n cael ei adael allan a pham mae'r ymyrraeth â phob person yn werth chweil." })];
  },
};
