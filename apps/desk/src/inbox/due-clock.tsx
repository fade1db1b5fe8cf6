import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '@lateral/contracts';
import { clockOf } from '@lateral/domain/board';
import { momentOf, spanOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { isUnanswered } from './rows.js';
import { useNow } from './use-now.js';

const MINUTE_MS = 60_000;

/** How long is left or gone by, in words, and when it is due. Never by colour alone. */
export function DueClock({ view: { dueAt, sentAt, endedAt, state } }: { view: Pick<RequestView, 'dueAt' | 'sentAt' | 'endedAt' | 'state'> }): ReactElement {
  const { t } = useTranslation('inbox');
  const { language } = useLanguage();
  const now = useNow();
  const clock = clockOf({ dueAt: new Date(dueAt), sentAt: new Date(sentAt), endedAt: endedAt === null ? null : new Date(endedAt), isUnanswered: isUnanswered({ state }), now, paused: null });
  const time = 'minutes' in clock ? spanOf(clock.minutes * MINUTE_MS, language) : '';
  const at = momentOf(dueAt, language, now);
  switch (clock.kind) {
    case 'overdue': return <><strong className="desk-overdue">{t('clock.overdue', { time })}</strong> {t('clock.was', { at })}</>;
    case 'answered-in': return <>{t(clock.late ? 'clock.late' : 'clock.answered', { time })}</>;
    case 'ended': return <>{t('clock.ended')}</>;
    case 'left': case 'working-left': return <><strong>{t('clock.left', { time })}</strong> {t('clock.due', { at })}</>;
    case 'paused': case 'none': return <>{t('clock.due', { at })}</>;
  }
}
