import { finder } from '../finding.js';
import { hasAllowedGround, isRefusalUnder164, SECTION_164_2 } from '../refusal-under-164.js';
import { SHARING, type Rule } from '../rule.js';

const found = finder('refusal_ground', 'field', 'block');

export const refusalGround: Rule = {
  code: 'refusal_ground',
  directions: SHARING,
  find: (toJudge, law) => {
    const { response } = toJudge.share;
    if (response?.type !== 'DECLINED') return [];
    const under164 = isRefusalUnder164(toJudge);
    if (under164 ? hasAllowedGround(toJudge, law) : response.refusalGround !== null) return [];
    return [found('/response/refusalGround', under164 ? [SECTION_164_2] : [],
      under164
        ? { en: 'Section 164 allows two grounds of refusal only: incompatible with your own duties, or an adverse effect on your own functions.', cy: "Dim ond dwy sail dros wrthod y mae adran 164 yn eu caniatáu: anghydnaws â'ch dyletswyddau eich hun, neu effaith andwyol ar eich swyddogaethau eich hun." }
        : { en: 'The refusal has no ground.', cy: "Nid oes sail i'r gwrthodiad." },
      { en: 'Choose the ground that applies, or answer the question.', cy: "Dewiswch y sail sy'n gymwys, neu atebwch y cwestiwn." })];
  },
};
