import { ANSWER_FORMS } from './answer-forms.js';
import type { ItemCodes, ResponseCodes } from './share.js';

/**
 * Items that nobody sends by their own leave: what only law enforcement may use, what may not go into a file, and intelligence. A mistake
 * with those can end an operation or name a source, and is not mended by a correction.
 */
export function needsRelease({ handling, nature }: Pick<ItemCodes, 'handling' | 'nature'>): boolean {
  return handling === 'le_only' || handling === 'do_not_record_in_file' || nature === 'intelligence';
}

/** Places of the items of an answer for which its sender must be somebody who may release answers (`release-answer` of the access table). */
export function itemsToRelease({ items }: Pick<ResponseCodes, 'items'>): number[] {
  return items.flatMap((item, at) => (needsRelease(item) ? [at] : []));
}

/**
 * Of which answers an agency wants an approver before they go: of those only that hold such an item, or of all that tell what it holds or
 * refuse to. Word that nobody is known, that more time is needed, or that somebody else should be asked waits for nobody.
 */
export const APPROVED_ANSWERS = ['some', 'all'] as const;
export type ApprovedAnswers = (typeof APPROVED_ANSWERS)[number];

/** Whether an answer is one that only somebody who may release answers sends, at an agency that wants `approved`. */
export function isToRelease(codes: Pick<ResponseCodes, 'type' | 'items'>, approved: ApprovedAnswers): boolean {
  if (itemsToRelease(codes).length > 0) return true;
  return approved === 'all' && (codes.items.length > 0 || codes.type === 'DECLINED' || ANSWER_FORMS[codes.type].gives === 'something');
}
