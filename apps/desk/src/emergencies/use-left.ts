import { useCallback, useMemo } from 'react';
import type { OverrideView, RequestView } from '@lateral/contracts';
import { useDigests } from '../check/use-digests.js';
import { answersTo, questionOf } from '../check/wanted.js';
import { useOpened } from '../data/opened.js';
import { useDesk, useMember } from '../frame/desk.js';
import type { Unsealed, Wanted } from '../keeper/keeper.js';
import type { LeftInEmergency } from './in-order.js';

export interface Left {
  /** Null until it is open. */
  left: LeftInEmergency | null;
  /** Why nothing of it can be shown. */
  refused: Extract<Unsealed, { opened: null }> | null;
  isOpening: boolean;
  error: unknown;
  /** One gesture. Rejects where it was not made. */
  open: () => Promise<void>;
}

/** What left as an emergency, as its own side opens it. An answer is verified against the question that it answers, so both are opened, though that was taken back since. */
export function useLeft({ message }: Pick<OverrideView, 'message'>, view: RequestView): Left {
  const { keeper } = useDesk();
  const { agency } = useMember();
  const isAnswer = view.asked === agency;
  const asked = useMemo(() => (isAnswer ? questionOf(view, message) : [questionIn(message, view)]), [isAnswer, message, view]);
  const questions = useOpened(asked);
  const digests = useDigests(questions.all);
  const given = useMemo(() => (isAnswer ? answersTo(view, digests).filter(({ envelope }) => envelope === message) : []), [isAnswer, digests, message, view]);
  const answers = useOpened(given);
  const all = [...questions.all, ...answers.all];
  const [openQuestions, openAnswers] = [questions.openAll, answers.openAll];
  const open = useCallback(async () => {
    await keeper.confirm('open-content', [...new Set([...asked.map(({ envelope }) => envelope), message])]);
    await openQuestions();
    // An answer whose question was open already; another is opened, without a gesture of its own, as soon as its question is.
    await openAnswers();
  }, [asked, keeper, message, openAnswers, openQuestions]);
  return {
    left: leftIn(all, { message, question: given[0]?.expected.inReplyTo ?? null, other: keeper.known.agencies.find(({ id }) => id === (isAnswer ? view.asking : view.asked)) ?? null }),
    refused: all.find((each): each is Extract<Unsealed, { opened: null }> => each.opened === null) ?? null, isOpening: questions.isOpening || answers.isOpening, error: questions.error ?? answers.error, open,
  };
}

function questionIn(message: string, { asking, check, id }: RequestView): Wanted {
  return { envelope: message, expected: { type: 'request', from: asking, check, request: id, inReplyTo: null } };
}

/** `question`: digest of the question that an answer answers. */
function leftIn(all: readonly Unsealed[], { message, question, other }: { message: string; question: string | null; other: LeftInEmergency['other'] }): LeftInEmergency | null {
  const own = all.find(({ envelope }) => envelope === message)?.opened ?? null;
  if (own === null) return null;
  return { message: own, question: all.find(({ opened }) => opened?.digest === question)?.opened ?? null, other };
}
