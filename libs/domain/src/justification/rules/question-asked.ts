import { attestedWords, hasWords, placeOfWords } from '../attested-words.js';
import { finder } from '../finding.js';
import { ASKING, type Rule } from '../rule.js';

const found = finder('question_asked', 'field', 'block');

export const questionAsked: Rule = {
  code: 'question_asked',
  directions: ASKING,
  find: ({ share }) => {
    const stock = attestedWords(share, 'question')?.linter.includes('stock-phrase') ?? false;
    if (hasWords(share, 'question') && !stock) return [];
    return [found(placeOfWords(share, 'question'), ['question'],
      stock ? { en: 'The question is a stock phrase: nobody could answer it.', cy: "Ymadrodd parod yw'r cwestiwn: ni allai neb ei ateb." } : { en: 'There is no question.', cy: "Nid oes cwestiwn." },
      { en: 'Ask what this one agency can answer about these people.', cy: "Gofynnwch yr hyn y gall yr un asiantaeth hon ei ateb am y bobl hyn." })];
  },
};
