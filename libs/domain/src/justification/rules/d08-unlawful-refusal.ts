import { finder } from '../finding.js';
import { hasAllowedGround, isRefusalUnder164, lacksWrittenReasons } from '../refusal-under-164.js';
import { SHARING, type Rule } from '../rule.js';

const found = finder('D-08', 'officer_check', 'block');

export const unlawfulRefusal: Rule = {
  code: 'D-08',
  directions: SHARING,
  find: (toJudge, law) => {
    if (!isRefusalUnder164(toJudge) || (hasAllowedGround(toJudge, law) && !lacksWrittenReasons(toJudge))) return [];
    return [found('/response/refusalGround', ['SSWBA-164-2'],
      { en: 'A request under section 164(2) may be refused on two grounds only, and with reasons in writing.', cy: "Dim ond ar ddwy sail y gellir gwrthod cais o dan adran 164(2), a chyda rhesymau ysgrifenedig." },
      { en: 'Answer the question; or give one of the two grounds and write why.', cy: "Atebwch y cwestiwn; neu rhowch un o'r ddwy sail ac ysgrifennu pam." })];
  },
};
