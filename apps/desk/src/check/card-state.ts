import type { RequestView } from '@lateral/contracts';
import { TERMINAL_STATES, type ResponseType } from '@lateral/domain';
import type { HandlingLimit } from '@lateral/domain/justification';
import type { ResponseBody } from '@lateral/envelope/words';
import type { OpenedMessage } from '../crypto/protocol.js';
import { erasedSince, isAnswerGone } from './erased.js';
import type { ReadRequest } from './wanted.js';

/** What a card says of one agency. Of an answer that is not open, as much as its codes tell. */
export interface CardState {
  /** The newest answer's kind; null where nothing was said yet. */
  type: ResponseType | null;
  items: number;
  /** Limits that any of its items carries, those that forbid something first; known once it is open. */
  handling: HandlingLimit[];
  /** A message of it that was opened and refused, which nobody may rely on. */
  isRefused: boolean;
  isOpen: boolean;
  /** It answered, and what it said was erased by law. */
  isErased: boolean;
  /** Since when, where the hub says. */
  erasedAt: string | null;
  isEnded: boolean;
  /** How far the newest answer's record is: under a signed head of the log, or on its way there. */
  witness: OpenedMessage['witness'] | null;
}

const FORBIDS: readonly HandlingLimit[] = ['may_not_tell_family', 'do_not_record_in_file', 'le_only', 'consult_before_onward_use'];

export function cardState(read: ReadRequest): CardState {
  const { view, answers } = read;
  const opened = answers.flatMap((each) => (each.opened === null || each.opened.body.type !== 'response' ? [] : [{ ...each.opened, body: each.opened.body as ResponseBody }]));
  const limits = new Set(opened.flatMap(({ body }) => body.items.map(({ handling }) => handling)));
  const newest = opened.at(-1);
  return {
    type: view.answer?.type ?? newest?.body.responseType ?? null, items: view.answer?.items ?? newest?.body.items.length ?? 0, handling: FORBIDS.filter((limit) => limits.has(limit)),
    isRefused: answers.some((each) => each.opened === null && !['no-key', 'erased', 'expired'].includes(each.code)), isOpen: opened.length > 0, isErased: isAnswerGone(read), erasedAt: erasedSince(view), isEnded: TERMINAL_STATES.includes(view.state), witness: newest?.witness ?? null,
  };
}

/** Agencies in the order in which their answers are due; those that were taken back last. */
export function inDueOrder(requests: readonly RequestView[]): RequestView[] {
  return requests.toSorted((a, b) => Number(a.state === 'withdrawn') - Number(b.state === 'withdrawn') || (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0) || (a.id < b.id ? -1 : 1));
}

/** How many answers there are now that were not there before: what is announced and offered to be shown. */
export function newAnswers(shown: readonly RequestView[], now: readonly RequestView[]): number {
  const before = new Set(shown.flatMap(messagesOf));
  return now.flatMap(messagesOf).filter((id) => !before.has(id)).length;
}

function messagesOf({ envelopes, asked }: RequestView): string[] {
  return envelopes.filter(({ type, from }) => type === 'response' && from === asked).map(({ id }) => id);
}
