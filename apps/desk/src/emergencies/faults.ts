import { useTranslation } from 'react-i18next';
import type { Finding } from '@lateral/domain/justification';
import { useStops } from '../check/rules.js';
import type { SummaryError } from '../components/index.js';
import { placeOf } from '../new-check/why.js';
import type { InOrder } from './in-order.js';
import type { ReviewDraft } from './review-draft.js';

/** Fields of the page on which a record is put in order; what none of them mends stands beside the verdict. */
const FIELDS = ['why', 'threshold-why', 'less-intrusive', 'told', 'basis', 'relevant'] as const;
export type ReviewField = (typeof FIELDS)[number] | 'verdict';

/** Where on the page a record is mended of what a rule found. */
export function fieldOf(finding: Pick<Finding, 'code' | 'field'>): ReviewField {
  if (finding.code === 'item.relevance') return 'relevant';
  const { page, field } = placeOf(finding, '');
  return (page === 'why' ? FIELDS.find((each) => each === field) : undefined) ?? 'verdict';
}

/** What is wrong with a field, as it is said above the page. */
export function errorAt(errors: readonly SummaryError[], field: string): string | undefined {
  const message = errors.find((error) => error.field === field)?.message;
  return typeof message === 'string' ? message : undefined;
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
