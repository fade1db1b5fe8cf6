import { ACTS, hasRight, type Role } from '@lateral/domain/access';
import { typeOf } from './compose.js';
import type { AnswerDraft, ItemDraft } from './answer-draft.js';

/** Whether somebody releases answers, their own and those of colleagues. */
export function mayRelease(roles: readonly Role[]): boolean {
  return hasRight(ACTS['release-answer'], roles);
}

/**
 * Items that nobody sends alone: what only law enforcement may use, what may not go into a file, and intelligence. A mistake with those
 * can end an operation or name a source, and is not mended by a correction.
 */
export function needsSecondPerson({ handling, nature }: Pick<ItemDraft, 'handling' | 'nature'>): boolean {
  return handling === 'le_only' || handling === 'do_not_record_in_file' || nature === 'intelligence';
}

/** Whether this answer goes to an approver before it is sent. A choice for every answer; no choice where it holds such an item. */
export function mustBeApproved(draft: AnswerDraft, roles: readonly Role[]): boolean {
  if (mayRelease(roles)) return false;
  const type = typeOf(draft);
  return (type === 'FULL' || type === 'PARTIAL') && draft.items.some(needsSecondPerson);
}
