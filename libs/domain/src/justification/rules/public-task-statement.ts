import { hasWords, placeOfWords } from '../attested-words.js';
import { finder } from '../finding.js';
import { ASKING, type Rule } from '../rule.js';

const found = finder('public_task_statement', 'field', 'block');

/** A body that is no public authority may answer under A6-EA1 only to a request that states its public task (UK GDPR Annex 1 para 1). */
export const publicTaskStatement: Rule = {
  code: 'public_task_statement',
  directions: ASKING,
  find: ({ share, other }) => {
    if (other.publicAuthority || hasWords(share, 'public_task_statement')) return [];
    return [found(placeOfWords(share, 'public_task_statement'), ['public_task_statement'],
      { en: 'The body asked is not a public authority, and the request does not state the public task for which you need this.', cy: "Nid yw'r corff y gofynnir iddo yn awdurdod cyhoeddus, ac nid yw'r cais yn datgan y dasg gyhoeddus y mae arnoch angen hyn ati." },
      { en: 'Add the public task statement.', cy: "Ychwanegwch y datganiad tasg gyhoeddus." })];
  },
};
