import { useCallback, useMemo, useState } from 'react';
import type { CheckView } from '@lateral/contracts';
import { MOST_STEP_UP_OBJECTS } from '@lateral/domain/access';
import type { OpenedMessage } from '../crypto/protocol.js';
import { useOpened } from '../data/opened.js';
import { useDesk } from '../frame/desk.js';
import { erasedIn, erasedInCheck } from './erased.js';
import { useDigests } from './use-digests.js';
import { answersTo, decisionOf, envelopesOf, questionsTo, readOf, type ReadRequest } from './wanted.js';

/** A check with all that is open of it. */
export interface ReadCheck {
  check: CheckView;
  read: ReadRequest[];
  decision: OpenedMessage | null;
  /** How many messages are still sealed here, and not known to be erased. */
  sealed: number;
  /** Something that was sealed in it was erased by law. */
  isErased: boolean;
  isOpening: boolean;
  error: unknown;
  /** Opens everything: one gesture for up to twenty messages, the own questions among them, without which no answer can be verified. */
  openAll: () => Promise<void>;
}

export function useReadCheck(check: CheckView): ReadCheck {
  const { keeper } = useDesk();
  const asked = useMemo(() => check.requests.flatMap(questionsTo), [check]);
  const questions = useOpened(asked);
  const digests = useDigests(questions.all);
  const given = useMemo(() => {
    const decision = decisionOf(check);
    return [...check.requests.flatMap((view) => answersTo(view, digests)), ...(decision === null ? [] : [decision])];
  }, [check, digests]);
  const answers = useOpened(given);
  const all = useMemo(() => envelopesOf(check), [check]);
  const open = useStable([...questions.all, ...answers.all]);
  const by = useMemo(() => new Map(open.map((each) => [each.envelope, each])), [open]);
  const erased = useMemo(() => erasedIn(check, by), [check, by]);
  const read = useMemo(() => check.requests.map((view) => readOf(view, by, erased.requests.has(view.id))), [check, by, erased]);
  const gone = new Set(check.requests.filter(({ id }) => erased.requests.has(id)).flatMap(({ envelopes }) => envelopes.map(({ id }) => id)));
  const missing = erased.isWhole ? [] : all.filter((envelope) => !by.has(envelope) && !gone.has(envelope));
  const [openQuestions, openAnswers] = [questions.openAll, answers.openAll];
  const names = missing.join(' ');
  const openAll = useCallback(async () => {
    const wanted = names === '' ? [] : names.split(' ');
    for (let at = 0; at < wanted.length; at += MOST_STEP_UP_OBJECTS) await keeper.confirm('open-content', wanted.slice(at, at + MOST_STEP_UP_OBJECTS));
    await openQuestions();
    // Answers whose questions were open already; the others are opened, without another gesture, as soon as theirs are.
    await openAnswers();
  }, [keeper, names, openQuestions, openAnswers]);
  return { check, read, decision: check.decision === null ? null : by.get(check.decision.id)?.opened ?? null, sealed: missing.length, isErased: erased.requests.size > 0 || erasedInCheck(check) !== null, isOpening: questions.isOpening || answers.isOpening, error: questions.error ?? answers.error, openAll };
}

/** The same list as long as the same things are in it: what is made of it is made once. */
function useStable<T>(list: readonly T[]): readonly T[] {
  const [kept, keep] = useState(list);
  const isSame = kept.length === list.length && list.every((each, at) => each === kept[at]);
  if (!isSame) keep(list);
  return isSame ? kept : list;
}
