import { itemsToRelease } from '@lateral/domain/justification';
import type { PlannedRequest } from './plan.js';

/** Whether an answer to it holds what the hub takes only from somebody who releases answers: then that is who answers. */
export function isReleased({ answers }: Pick<PlannedRequest, 'answers'>): boolean {
  const records = answers.flatMap(({ record, first }) => [record, ...(first === null ? [] : [first.record])]);
  return records.some(({ response }) => response !== null && itemsToRelease(response).length > 0);
}
