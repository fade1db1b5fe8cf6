import { attestedWords, hasWords, placeOfWords } from '../attested-words.js';
import { finder } from '../finding.js';
import type { Rule } from '../rule.js';

const found = finder('necessity_why', 'field', 'block');

/** A request says it in at least 60 characters; an answer, a word about the outcome, and what is kept as a record only, says it at all. */
export const necessityWhy: Rule = {
  code: 'necessity_why',
  directions: ['asking', 'sharing', 'telling', 'record_only'],
  find: ({ share }) => {
    const given = hasWords(share, 'necessity');
    const short = share.direction === 'asking' && attestedWords(share, 'necessity')?.length === 'under_60';
    if (given && !short) return [];
    return [found(placeOfWords(share, 'necessity'), ['necessity'],
      given ? { en: 'Why this is necessary is told in fewer than 60 characters.', cy: "Dywedir pam mae hyn yn angenrheidiol mewn llai na 60 nod." } : { en: 'It is not said why this is necessary.', cy: "Ni ddywedir pam mae hyn yn angenrheidiol." },
      { en: 'Write why this agency, what it decides, and what happens without it.', cy: "Ysgrifennwch pam yr asiantaeth hon, beth a benderfynir, a beth sy'n digwydd hebddo." })];
  },
};
