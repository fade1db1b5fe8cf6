import type { ReactElement } from 'react';
import type { Clock } from '@lateral/domain/board';
import { classNames } from '../components/class-names.js';
import { momentOf } from '../words/dates.js';
import type { BoardWords } from './board-words.js';

/** When an answer is due, how that stands in words, and the same as a bar that nobody needs. */
export function Due({ dueAt, clock, now, words }: { dueAt: string; clock: Clock; now: Date; words: Pick<BoardWords, 'clock' | 'language'> }): ReactElement {
  const isOver = clock.kind === 'overdue';
  return (
    <>
      <strong>{momentOf(dueAt, words.language, now)}</strong>
      <span className={classNames('desk-clock', isOver && 'desk-clock--over')}>{words.clock(clock)}</span>
      {'share' in clock && <progress className={classNames('desk-bar', isOver && 'desk-bar--over')} max={100} value={Math.min(100, Math.round(clock.share * 100))} aria-hidden="true" />}
    </>
  );
}
