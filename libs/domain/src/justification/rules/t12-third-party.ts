import { finder } from '../finding.js';
import { BOTH_WAYS, type Rule } from '../rule.js';

const found = finder('T12', 'rule', 'warn');
const SENTENCE = { en: 'This tells of somebody outside the family, and nobody has said that it is relevant.', cy: "Mae hyn yn sôn am rywun y tu allan i'r teulu, ac nid oes neb wedi dweud ei fod yn berthnasol." };
const MEND = { en: 'Take it out, or say that it is relevant to the question.', cy: "Tynnwch ef, neu dywedwch ei fod yn berthnasol i'r cwestiwn." };

export const thirdParty: Rule = {
  code: 'T12',
  directions: BOTH_WAYS,
  find: ({ share }) => [
    ...share.thirdParties.flatMap(({ relevanceTicked }, i) => (relevanceTicked ? [] : [found(`/thirdParties/${i}/relevanceTicked`, [], SENTENCE, MEND)])),
    ...(share.response?.items ?? []).flatMap(({ item, thirdParty: third }, i) => (third === null || third.relevanceTicked ? [] : [found(`/response/items/${i}/thirdParty/relevanceTicked`, [item], SENTENCE, MEND)])),
  ],
};
