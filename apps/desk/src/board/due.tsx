import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clock } from '@lateral/domain/board';
import { classNames } from '../components/class-names.js';
import { momentOf, spanOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';

const MINUTE_MS = 60_000;

/** When an answer is due, how that stands in words, and the same as a bar that nobody needs. */
export function Due({ dueAt, clock, now }: { dueAt: string; clock: Clock; now: Date }): ReactElement {
  const { language } = useLanguage();
  const wordsOf = useClockWords();
  const isOver = clock.kind === 'overdue';
  return (
    <>
      <strong>{momentOf(dueAt, language, now)}</strong>
      <span className={classNames('desk-clock', isOver && 'desk-clock--over')}>{wordsOf(clock)}</span>
      {'share' in clock && <progress className={classNames('desk-bar', isOver && 'desk-bar--over')} max={100} value={Math.min(100, Math.round(clock.share * 100))} aria-hidden="true" />}
    </>
  );
}

function useClockWords(): (clock: Clock) => string {
  const { t } = useTranslation('board');
  const { language } = useLanguage();
  return (clock) => {
    switch (clock.kind) {
      case 'overdue': return t('clock.overdue', { time: spanOf(clock.minutes * MINUTE_MS, language) });
      case 'left': return t('clock.left', { time: spanOf(clock.minutes * MINUTE_MS, language) });
      case 'working-left': return clock.minutes < 60 ? t('clock.workingMinutes', { count: clock.minutes }) : t('clock.workingHours', { count: Math.floor(clock.minutes / 60) });
      case 'answered-in': return t(clock.late ? 'clock.late' : 'clock.answered', { time: spanOf(clock.minutes * MINUTE_MS, language) });
      case 'paused': return t('clock.paused');
      case 'none': return t('clock.none');
    }
  };
}
