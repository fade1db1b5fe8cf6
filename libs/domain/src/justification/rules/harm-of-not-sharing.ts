import { hasWords, placeOfWords } from '../attested-words.js';
import { finder } from '../finding.js';
import { ASKING, type Rule } from '../rule.js';

const found = finder('harm_of_not_sharing', 'field', 'block');

export const harmOfNotSharing: Rule = {
  code: 'harm_of_not_sharing',
  directions: ASKING,
  find: ({ share }) => {
    if (hasWords(share, 'harm_of_not_sharing')) return [];
    return [found(placeOfWords(share, 'harm_of_not_sharing'), ['harm_of_not_sharing'],
      { en: 'It is not said what may happen if this is not shared.', cy: "Ni ddywedir beth allai ddigwydd os na rennir hyn." },
      { en: 'Write what could happen, and to whom.', cy: "Ysgrifennwch beth allai ddigwydd, ac i bwy." })];
  },
};
