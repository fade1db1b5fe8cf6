import { placeOfWords } from '../attested-words.js';
import { finder } from '../finding.js';
import { isRefusalUnder164, lacksWrittenReasons, SECTION_164_2 } from '../refusal-under-164.js';
import { SHARING, type Rule } from '../rule.js';

const found = finder('written_reasons', 'field', 'block');

export const writtenReasons: Rule = {
  code: 'written_reasons',
  directions: SHARING,
  find: (toJudge) => {
    if (!isRefusalUnder164(toJudge) || !lacksWrittenReasons(toJudge)) return [];
    return [found(placeOfWords(toJudge.share, 'written_reasons'), [SECTION_164_2],
      { en: 'A refusal under section 164 needs its reasons in writing.', cy: "Mae angen rhesymau ysgrifenedig dros wrthod o dan adran 164." },
      { en: 'Write the reasons for the local authority.', cy: "Ysgrifennwch y rhesymau ar gyfer yr awdurdod lleol." })];
  },
};
