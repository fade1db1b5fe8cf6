import type { ResponseBody } from '@lateral/envelope/words';
import type { OpenedMessage } from '../crypto/protocol.js';

export type Answer = OpenedMessage & { body: ResponseBody };

export function isAnswer(opened: OpenedMessage): opened is Answer {
  return opened.body.type === 'response';
}
