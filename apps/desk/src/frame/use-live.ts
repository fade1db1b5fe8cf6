import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeView } from '@lateral/contracts';
import type { Role } from '@lateral/domain/access';
import { LIVE } from '../data/keys.js';
import { useDesk } from './desk.js';
import { may } from './roles.js';

/** While keys are open: every notice has the lists fetched again, and is said; a red request is said at once. */
export function useLive(roles: readonly Role[]): void {
  const { live, announcer, reach } = useDesk();
  const queries = useQueryClient();
  const { t } = useTranslation('frame');
  const isHeard = may('hear-notices', roles);
  useEffect(() => (isHeard ? live.start() : undefined), [live, isHeard]);
  useEffect(() => reach.hear(() => {
    if (reach.now().isAway) return;
    void live.checkAgain().catch(() => undefined);
    announcer.say(t('away.back'));
  }), [announcer, live, reach, t]);
  useEffect(() => live.onNotice((notice) => {
    for (const name of LIVE) void queries.invalidateQueries({ queryKey: [name] });
    if (isRedArrival(notice)) announcer.say(t('redArrived', { reference: notice.reference }));
    else announcer.sayTogether((count) => t('news', { count }));
  }), [announcer, live, queries, t]);
}

function isRedArrival({ kind, urgency, request }: NoticeView): boolean {
  return kind.startsWith('request.posted') && urgency === 'red' && request !== null;
}
