import type { TFunction } from 'i18next';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clock } from '@lateral/domain/board';
import { useAgencyNames } from '../data/people.js';
import { useTime } from '../frame/use-time.js';
import { spanOf } from '../words/dates.js';
import type { Language } from '../words/languages.js';
import { useLanguage } from '../words/use-language.js';
import { useAnswerWords, type AnswerWords } from './answer-words.js';

const MINUTE_MS = 60_000;
export const COLUMNS = ['reference', 'agency', 'due', 'urgency', 'answer', 'action'] as const;
type Column = (typeof COLUMNS)[number];

/** What a row of the board is said with. Asked for once for the table: asked for in fifty rows it took longer than the rows. */
export interface BoardWords {
  t: TFunction<['board', 'check']>;
  column: Record<Column, string>;
  language: Language;
  agency: (agency: string) => string;
  time: (at: string) => string;
  clock: (clock: Clock) => string;
  answer: AnswerWords;
}

export function useBoardWords(): BoardWords {
  const { t } = useTranslation(['board', 'check']);
  const { language } = useLanguage();
  const [agency, time, clock, answer] = [useAgencyNames(), useTime(), useClockWords(), useAnswerWords()];
  const column = useMemo(() => Object.fromEntries(COLUMNS.map((each) => [each, t(`columns.${each}`)])) as Record<Column, string>, [t]);
  return useMemo(() => ({ t, column, language, agency, time, clock, answer }), [t, column, language, agency, time, clock, answer]);
}

function useClockWords(): (clock: Clock) => string {
  const { t } = useTranslation('board');
  const { language } = useLanguage();
  return useCallback((clock) => {
    switch (clock.kind) {
      case 'overdue': return t('clock.overdue', { time: spanOf(clock.minutes * MINUTE_MS, language) });
      case 'left': return t('clock.left', { time: spanOf(clock.minutes * MINUTE_MS, language) });
      case 'working-left': return clock.minutes < 60 ? t('clock.workingMinutes', { count: clock.minutes }) : t('clock.workingHours', { count: Math.floor(clock.minutes / 60) });
      case 'answered-in': return t(clock.late ? 'clock.late' : 'clock.answered', { time: spanOf(clock.minutes * MINUTE_MS, language) });
      case 'ended': return t('clock.ended');
      case 'paused': return t('clock.paused');
      case 'none': return t('clock.none');
    }
  }, [t, language]);
}
