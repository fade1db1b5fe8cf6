import { finder } from '../finding.js';
import { SHARING, type Rule } from '../rule.js';

const found = finder('D-17', 'officer_check', 'warn');

/** Whom the question was about is for the request to say: an answer cannot widen it. */
export const outsideScope: Rule = {
  code: 'D-17',
  directions: SHARING,
  find: ({ share, request }) => {
    const scope = new Set((request ?? share).subjects.map(({ subject }) => subject));
    return (share.response?.items ?? []).flatMap(({ item, about }, i) => (scope.has(about) ? [] : [found(`/response/items/${i}/about`, [item],
      { en: 'This item is about somebody that the question did not ask about.', cy: "Mae'r eitem hon am rywun na ofynnodd y cwestiwn amdano." },
      { en: 'Take the item out. If it may be the wrong person, answer that identity is not matched.', cy: "Tynnwch yr eitem. Os gallai fod y person anghywir, atebwch nad yw'r hunaniaeth yn cyfateb." })]));
  },
};
