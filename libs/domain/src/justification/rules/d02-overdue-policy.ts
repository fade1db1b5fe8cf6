import { finder } from '../finding.js';
import { isPolicyDocumentOverdue, rowsNeedingPolicyDocument } from '../policy-document.js';
import { BOTH_WAYS, type Rule } from '../rule.js';

const found = finder('D-02', 'officer_check', 'block');

export const overduePolicy: Rule = {
  code: 'D-02',
  directions: BOTH_WAYS,
  find: (toJudge, law) => {
    if (!isPolicyDocumentOverdue(toJudge)) return [];
    const needing = rowsNeedingPolicyDocument(toJudge, law).map(({ code }) => code);
    if (needing.length === 0) return [];
    return [found('/stack/policyDocument/reviewDate', needing,
      { en: 'A data protection officer will find this basis invalid: its policy document was past its review date.', cy: "Bydd swyddog diogelu data yn barnu'r sail hon yn annilys: roedd dyddiad adolygu ei dogfen bolisi wedi mynd heibio." },
      { en: 'Name the reviewed version of the policy document.', cy: "Enwch y fersiwn o'r ddogfen bolisi a adolygwyd." })];
  },
};
