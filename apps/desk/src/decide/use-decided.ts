import { useMemo } from 'react';
import type { CheckView } from '@lateral/contracts';
import { erasedInCheck } from '../check/erased.js';
import type { ReadRequest } from '../check/wanted.js';
import { useReadCheck, type ReadCheck } from '../check/use-read.js';
import { useOpened, type Opened } from '../data/opened.js';
import type { Wanted } from '../keeper/keeper.js';

/** The own questions of a check that was taken back, as far as they are open; and since when they are erased, where they are. */
export interface OwnQuestions { opened: Opened; erasedAt: string | null }

/**
 * A check with what may be read of it to decide. Of one that was taken back that is what the own team asked and nothing else (`own`, null of
 * any other): what follows is recorded on its terms, and said to those who were asked. The hub keeps nobody from their own words.
 */
export function useDecided(check: CheckView): { whole: ReadCheck; own: OwnQuestions | null } {
  const isTakenBack = check.state === 'withdrawn';
  // No message stands in two lists: each is collected once.
  const rest = useReadCheck(useMemo(() => (isTakenBack ? { ...check, requests: [] } : check), [check, isTakenBack]));
  const opened = useOpened(useMemo(() => (isTakenBack ? check.requests.flatMap(ownQuestion) : []), [check, isTakenBack]));
  if (!isTakenBack) return { whole: rest, own: null };
  const questionOf = (view: CheckView['requests'][number]): ReadRequest['question'] => opened.by.get(ownQuestion(view)[0]?.envelope ?? '')?.opened ?? null;
  const isSealed = (view: CheckView['requests'][number]): boolean => ownQuestion(view).some(({ envelope }) => !opened.by.has(envelope));
  return { whole: { ...rest, check, read: check.requests.map((view) => ({ view, question: questionOf(view), isSealed: isSealed(view), answers: [], before: new Map(), isErased: false })) }, own: { opened, erasedAt: erasedInCheck(check) } };
}

function ownQuestion({ envelopes, asking, check, id }: CheckView['requests'][number]): Wanted[] {
  return envelopes.filter(({ type, from, supersededBy }) => type === 'request' && from === asking && supersededBy === null).slice(-1).filter(({ erasedAt }) => erasedAt === null)
    .map(({ id: envelope }) => ({ envelope, expected: { type: 'request', from: asking, check, request: id, inReplyTo: null } }));
}
