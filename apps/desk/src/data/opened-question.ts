import type { RequestBody } from '@lateral/envelope/words';
import type { OpenedMessage } from '../crypto/protocol.js';

/** A question that was opened. */
export type OpenedQuestion = OpenedMessage & { body: RequestBody };

export function isQuestion(opened: OpenedMessage | null): opened is OpenedQuestion {
  return opened?.body.type === 'request';
}
