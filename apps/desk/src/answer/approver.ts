import { ACTS, hasRight, type Role } from '@lateral/domain/access';
import { isToRelease, type ApprovedAnswers } from '@lateral/domain/justification';
import { typeOf } from './compose.js';
import type { AnswerDraft } from './answer-draft.js';

/** Whether somebody releases answers, their own and those of colleagues. */
export function mayRelease(roles: readonly Role[]): boolean {
  return hasRight(ACTS['release-answer'], roles);
}

/** Who writes, and of which answers their agency wants an approver. */
export interface Releasing { roles: readonly Role[]; approved: ApprovedAnswers }

/** Whether this answer goes to an approver before it is sent. A choice for every answer; no choice where the hub takes it from an approver only. */
export function mustBeApproved(draft: AnswerDraft, { roles, approved }: Releasing): boolean {
  if (mayRelease(roles)) return false;
  const type = typeOf(draft);
  const isGiving = type === 'FULL' || type === 'PARTIAL';
  return type !== null && isToRelease({ type, items: isGiving ? draft.items.map((item) => ({ item: item.id, about: item.about, nature: item.nature, relevance: true, handling: item.handling, thirdParty: null })) : [] }, approved);
}
