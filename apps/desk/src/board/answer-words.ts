import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '@lateral/contracts';
import { erasedSince } from '../check/erased.js';
import { useTime } from '../frame/use-time.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';

/** What an answer is called in the language that is read. */
export interface AnswerWords {
  opened: (at: string) => string;
  items: (count: number) => string;
  state: (state: RequestView['state']) => string;
  response: (type: NonNullable<RequestView['answer']>['type']) => string;
  erased: (at: string) => string;
}

export function useAnswerWords(): AnswerWords {
  const { t } = useTranslation(['board', 'codes']);
  const { language } = useLanguage();
  const time = useTime();
  return useMemo(() => ({
    opened: (at) => t('opened', { time: time(at) }), items: (count) => t('items', { count }),
    state: (state) => t(`codes:request.${state}`), response: (type) => t(`codes:response.${type}`), erased: (at) => t('erasedOn', { date: dayOf(at, language) }),
  }), [t, time, language]);
}

/** How far an answer is: not opened, opened when, what was answered, and that it was erased. Of what was given, as much as its codes say. */
export function answerWords(request: Pick<RequestView, 'state' | 'answer' | 'acknowledgedAt' | 'envelopes'>, words: AnswerWords): string {
  const since = erasedSince(request);
  return since === null ? standing(request, words) : `${standing(request, words)}. ${words.erased(since)}`;
}

function standing({ state, answer, acknowledgedAt }: Pick<RequestView, 'state' | 'answer' | 'acknowledgedAt'>, words: AnswerWords): string {
  if (state === 'withdrawn' || state === 'expired') return words.state(state);
  if (answer === null) return state === 'acknowledged' && acknowledgedAt !== null ? words.opened(acknowledgedAt) : words.state(state);
  if (answer.items === 0) return words.response(answer.type);
  const items = words.items(answer.items);
  return answer.type === 'FULL' || answer.type === 'KNOWN_RELEVANT' ? items : `${items}. ${words.response(answer.type)}`;
}
