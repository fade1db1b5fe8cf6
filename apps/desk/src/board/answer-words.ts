import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '@lateral/contracts';
import { useTime } from '../frame/use-time.js';

/** What an answer is called in the language that is read. */
export interface AnswerWords {
  opened: (at: string) => string;
  items: (count: number) => string;
  state: (state: RequestView['state']) => string;
  response: (type: NonNullable<RequestView['answer']>['type']) => string;
}

export function useAnswerWords(): AnswerWords {
  const { t } = useTranslation(['board', 'codes']);
  const time = useTime();
  return useMemo(() => ({
    opened: (at) => t('opened', { time: time(at) }), items: (count) => t('items', { count }),
    state: (state) => t(`codes:request.${state}`), response: (type) => t(`codes:response.${type}`),
  }), [t, time]);
}

/** How far an answer is: not opened, opened when, what was answered. Of what was given, as much as its codes say. */
export function answerWords({ state, answer, acknowledgedAt }: Pick<RequestView, 'state' | 'answer' | 'acknowledgedAt'>, words: AnswerWords): string {
  if (state === 'withdrawn' || state === 'expired') return words.state(state);
  if (answer === null) return state === 'acknowledged' && acknowledgedAt !== null ? words.opened(acknowledgedAt) : words.state(state);
  if (answer.items === 0) return words.response(answer.type);
  const items = words.items(answer.items);
  return answer.type === 'FULL' || answer.type === 'KNOWN_RELEVANT' ? items : `${items}. ${words.response(answer.type)}`;
}
