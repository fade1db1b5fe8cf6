import type { LawBook, ShareToJudge } from './rule.js';
import type { LawfulStack } from './share.js';
import { codesOfStack, isPartThree, type PlacedCode } from './stack-codes.js';

const SENSITIVE: PlacedCode = { code: 'P3-SENS', field: '/stack/p3' };

/** Rows of the stack for which the law wants an appropriate policy document (facts 1.0 rule 5; DPA 2018 s42 for Part 3). */
export function rowsNeedingPolicyDocument({ share, other }: ShareToJudge, law: LawBook): PlacedCode[] {
  const rows = codesOfStack(share.stack).filter(({ code }) => {
    const row = law.row(code);
    // The need of an Article 9 row is that of the Schedule 1 condition that stands beside it.
    const need = row === null || row.family === 'ART9' ? 'never' : row.policyDocument;
    return need === 'always' || (need === 'unless_to_competent_authority' && !other.competentAuthority);
  });
  return rows.length === 0 && share.specialCategory && isPartThree(share.stack) ? [SENSITIVE] : rows;
}

export function isPolicyDocumentWhole({ share }: ShareToJudge): boolean {
  return isWhole(share.stack.policyDocument);
}

/** Whether its review was due before the day of the share; on the day itself it still stands. */
export function isPolicyDocumentOverdue({ share, on }: ShareToJudge): boolean {
  return isOverdue(share.stack.policyDocument, on);
}

export function isPolicyDocumentInDate(document: PolicyDocument, day: string): boolean {
  return isWhole(document) && !isOverdue(document, day);
}

type PolicyDocument = LawfulStack['policyDocument'];

function isWhole(document: PolicyDocument): boolean {
  return Boolean(document?.id) && Boolean(document?.version) && Boolean(document?.reviewDate);
}

function isOverdue(document: PolicyDocument, day: string): boolean {
  const reviewDate = document?.reviewDate;
  return reviewDate != null && reviewDate !== '' && reviewDate < day;
}
