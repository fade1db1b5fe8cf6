import type { CheckView, EnvelopeView, RequestView } from '@lateral/contracts';
import { TERMINAL_STATES } from '@lateral/domain';
import type { Unsealed } from '../keeper/keeper.js';
import { answersLeft, questionsTo, type ReadRequest } from './wanted.js';

/** Whether an agency said anything, if only in the meantime: by its codes and, where those are gone, by the messages of it that the hub still lists. */
export function wasAnswered({ answer, envelopes, asked }: Pick<RequestView, 'answer' | 'envelopes' | 'asked'>): boolean {
  return answer !== null || envelopes.some(({ type, from }) => type === 'response' && from === asked);
}

/** Whether the hub no longer knows what kind of answer it was. Of what has ended the codes are erased last, long after what was sealed (ADR 36). */
export function hasLostCodes(view: RequestView): boolean {
  return TERMINAL_STATES.includes(view.state) && view.answer === null && wasAnswered(view);
}

/** Since when what was sealed of a request is erased, as the hub's list of its messages says; the newest, where some went later. Null where nothing says so. */
export function erasedSince({ envelopes }: Pick<RequestView, 'envelopes'>): string | null {
  return newest(envelopes);
}

/** Since when, in any request of a check or of its decision. */
export function erasedInCheck({ requests, decision }: Pick<CheckView, 'requests' | 'decision'>): string | null {
  return newest([...requests.flatMap(({ envelopes }) => envelopes), ...(decision === null ? [] : [decision])]);
}

const newest = (envelopes: readonly Pick<EnvelopeView, 'erasedAt'>[]): string | null => envelopes.reduce<string | null>((last, { erasedAt }) => (erasedAt !== null && (last === null || erasedAt > last) ? erasedAt : last), null);

/** Whether the hub had nothing left to hand over: the key of that message is destroyed. */
export function isErased(unsealed: Unsealed | undefined): boolean {
  return unsealed?.opened === null && unsealed.code === 'erased';
}

/** Whether an agency answered and nothing of that can be read any more. */
export function isAnswerGone({ view, answers, isErased: isGone }: Pick<ReadRequest, 'view' | 'answers' | 'isErased'>): boolean {
  const isTold = erasedSince(view) !== null && answersLeft(view).length === 0;
  return (isGone || isTold) && view.state !== 'withdrawn' && wasAnswered(view) && answers.every(({ opened }) => opened === null);
}

/** Whether the hub says that what was sealed of a request is erased, and nothing came after that can still be read. */
function isToldGone(view: RequestView): boolean {
  return erasedSince(view) !== null && questionsTo(view).length === 0 && answersLeft(view).length === 0;
}

/**
 * Requests of which what was sealed was erased, as far as the views or a refused hand-over tell. A check that has ended is erased as one:
 * where no answer is left, no question nor decision is (`isWhole`).
 */
export function erasedIn({ requests, state }: CheckView, by: ReadonlyMap<string, Unsealed>): { requests: ReadonlySet<string>; isWhole: boolean } {
  const own = new Set(requests.filter((view) => hasLostCodes(view) || isToldGone(view) || view.envelopes.some(({ id }) => isErased(by.get(id)))).map(({ id }) => id));
  const isWhole = own.size > 0 && (state === 'closed' || state === 'withdrawn') && requests.every((view) => own.has(view.id) || !wasAnswered(view));
  return { requests: isWhole ? new Set(requests.map(({ id }) => id)) : own, isWhole };
}
