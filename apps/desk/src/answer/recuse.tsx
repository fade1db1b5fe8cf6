import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RequestView } from '@lateral/contracts';
import { Button, WarningText } from '../components/index.js';
import { KEYS } from '../data/keys.js';
import { useRefresh } from '../data/work.js';
import { useDesk } from '../frame/desk.js';
import type { Act } from '../frame/use-act.js';

/** "I know someone in this": it goes to a colleague and is hidden from whoever says so. Recorded is that it happened, and not whom they know. */
export function Recuse({ request, messages, act }: { request: string; messages: readonly string[]; act: Act }): ReactElement {
  const { t } = useTranslation(['answer', 'frame']);
  const { hub } = useDesk();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { if (isAsked) heading.current?.focus(); }, [isAsked]);
  const go = (): void => void act.run(async () => {
    await hub.recuseFromRequest(request);
    // Out of the list before the list is shown, where no row moves under a pointer; and what was opened is read no more.
    queries.setQueriesData<RequestView[]>({ queryKey: ['inbox'] }, (list) => list?.filter(({ id }) => id !== request));
    await navigate('/inbox');
    for (const message of messages) queries.removeQueries({ queryKey: KEYS.opened(message) });
    await refresh();
  });
  return (
    <div className="desk-not-printed">
      {!isAsked && <Button type="button" variant="secondary" onClick={() => { setAsked(true); }}>{t('recuse.say')}</Button>}
      {isAsked && (
        <section aria-labelledby="recuse">
          <h2 className="govuk-heading-m" id="recuse" tabIndex={-1} ref={heading}>{t('recuse.title')}</h2>
          <WarningText prefix={t('frame:warning')}>{t('recuse.what')}</WarningText>
          <div className="govuk-button-group">
            <Button type="button" variant="warning" onClick={go}>{t('recuse.go')}</Button>
            <Button type="button" variant="secondary" onClick={() => { setAsked(false); }}>{t('recuse.stay')}</Button>
          </div>
        </section>
      )}
    </div>
  );
}
