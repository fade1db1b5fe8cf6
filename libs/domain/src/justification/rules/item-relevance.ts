import { finder } from '../finding.js';
import { SHARING, type Rule } from '../rule.js';

const found = finder('item.relevance', 'field', 'block');

export const itemRelevance: Rule = {
  code: 'item.relevance',
  directions: SHARING,
  find: ({ share }) => (share.response?.items ?? []).flatMap(({ item, relevance }, i) => (relevance ? [] : [found(`/response/items/${i}/relevance`, [item],
    { en: 'It is not said why this item is needed for the question.', cy: "Ni ddywedir pam mae angen yr eitem hon ar gyfer y cwestiwn." },
    { en: 'Write what it answers, or take the item out.', cy: "Ysgrifennwch beth mae'n ei ateb, neu tynnwch yr eitem." })])),
};
