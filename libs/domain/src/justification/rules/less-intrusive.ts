import { hasWords, placeOfWords } from '../attested-words.js';
import { finder } from '../finding.js';
import { ASKING, type Rule } from '../rule.js';

const found = finder('less_intrusive_considered', 'field', 'block');

export const lessIntrusive: Rule = {
  code: 'less_intrusive_considered',
  directions: ASKING,
  find: ({ share }) => {
    if (share.lessIntrusive !== null && hasWords(share, 'less_intrusive')) return [];
    return [found(share.lessIntrusive === null ? '/lessIntrusive' : placeOfWords(share, 'less_intrusive'), ['less_intrusive'],
      { en: 'It is not said which less intrusive way was considered.', cy: "Ni ddywedir pa ffordd lai ymwthiol a ystyriwyd." },
      { en: 'Choose the way that was considered and write why it will not do.', cy: "Dewiswch y ffordd a ystyriwyd ac ysgrifennu pam na wna'r tro." })];
  },
};
