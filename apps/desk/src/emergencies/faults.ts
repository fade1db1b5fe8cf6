import { useTranslation } from 'react-i18next';
import type { Finding } from '@lateral/domain/justification';
import { useStops } from '../check/rules.js';
import type { SummaryError } from '../components/index.js';
import { placeOf } from '../new-check/why.js';
import { reasonFieldOf, type ReasonField } from '../reasons/reasons.js';
import type { InOrder } from './in-order.js';
import type { ReviewDraft } from './review-draft.js';

/** Fields of the page on which a record is put in order; what none of them mends stands beside the verdict. */
export type ReviewField = ReasonField | 'basis' | 'relevant' | 'verdict';

/** Where on the page a record is mended of what a rule found. */
export function fieldOf(finding: Pick<Finding, 'code' | 'field'>): ReviewField {
  if (finding.code === 'item.relevance') return 'relevant';
  return reasonFieldOf(finding) ?? (placeOf(finding, '').field === 'basis' ? 'basis' : 'verdict');
}

/** What is missing in a review, in the page's order; and where the record is said to be complete, what it still lacks. */
export function useFaultsOfReview(): (draft: ReviewDraft, composed: InOrder) => SummaryError[] {
  const { t } = useTranslation('emergencies');
  const stops = useStops(fieldOf);
  return ({ finding, found }, { judged }) => [
    ...(finding === null ? [{ field: 'finding', message: t('fault.finding') }] : []), ...(found.trim() === '' ? [{ field: 'found', message: t('fault.found') }] : []),
    ...(finding !== 'right_and_completed' || judged === null ? [] : stops({ judged })),
  ];
}
