import type { RequestView } from '@lateral/contracts';
import type { ReadRequest } from '../check/wanted.js';

/** A message that would have told something here and was erased by law: who was asked, when it was sent, and since when it is gone, where the hub says. */
export interface Lost { message: string; kind: 'request' | 'response'; asked: string; at: string; erasedAt: string | null }

/** What was erased of a check, as far as it stood: question and answers of each agency that was asked, oldest first. Not what is open here still. */
export function lostOf(read: readonly ReadRequest[]): Lost[] {
  return read.flatMap(({ view, question, answers, isErased }) => {
    const open = new Set([...(question === null ? [] : [question.message]), ...answers.flatMap(({ opened, envelope }) => (opened === null ? [] : [envelope]))]);
    return inForce(view).filter(({ id, erasedAt }) => !open.has(id) && (erasedAt !== null || isErased))
      .map(({ id, type, createdAt, erasedAt }): Lost => ({ message: id, kind: type === 'request' ? 'request' : 'response', asked: view.asked, at: createdAt, erasedAt }));
  }).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Either side's own; nothing of what was taken back, which stays sealed. */
function inForce({ state, envelopes, asking, asked }: RequestView): RequestView['envelopes'] {
  return state === 'withdrawn' ? [] : envelopes.filter(({ type, from, supersededBy }) => supersededBy === null && ((type === 'request' && from === asking) || (type === 'response' && from === asked)));
}
