import type { ResponseType } from '../../codes.js';
import { finder } from '../finding.js';
import { SHARING, type Rule } from '../rule.js';

/** Answers that rest on no search. "Not known" is only as good as the search behind it. */
const WITHOUT_SEARCH: ReadonlySet<ResponseType> = new Set<ResponseType>(['DECLINED', 'CLARIFY', 'REDIRECT', 'HOLDING']);
const found = finder('systems_searched', 'field', 'block');

export const systemsSearched: Rule = {
  code: 'systems_searched',
  directions: SHARING,
  find: ({ share: { response } }) => {
    if (response === null || response.systems.length > 0 || WITHOUT_SEARCH.has(response.type)) return [];
    return [found('/response/systems', [],
      { en: 'It is not said which systems were searched.', cy: "Ni ddywedir pa systemau a chwiliwyd." },
      { en: 'List at least one system with what it was searched for.', cy: "Rhestrwch o leiaf un system a'r hyn y chwiliwyd amdano ynddi." })];
  },
};
