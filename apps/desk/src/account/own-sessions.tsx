import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@lateral/contracts';
import { Button } from '../components/button.js';
import { SummaryList } from '../components/summary-list.js';
import { KEYS } from '../data/keys.js';
import { useSessions } from '../data/people.js';
import { useDesk } from '../frame/desk.js';
import { Shown } from '../frame/reading.js';
import type { Act } from '../frame/use-act.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';

/** Where somebody is signed in, and ending it there. */
export function OwnSessions({ act: { run } }: { act: Act }): ReactElement {
  const { t } = useTranslation('account');
  const { hub, announcer } = useDesk();
  const queries = useQueryClient();
  const query = useSessions();
  const end = (ending: () => Promise<unknown>): void => {
    void run(async () => { await ending(); await queries.invalidateQueries({ queryKey: KEYS.sessions }); }).then((isEnded) => { if (isEnded) announcer.say(t('sessions.ended')); });
  };
  return (
    <section aria-labelledby="sessions-title">
      <h2 className="govuk-heading-m" id="sessions-title">{t('sessions.title')}</h2>
      <Shown query={query} what={t('sessions.title')}>
        {(sessions) => (
          <>
            {sessions.map((session) => <OneSession key={session.id} session={session} onEnd={() => { end(() => hub.endSession(session.id)); }} />)}
            {sessions.length > 2 && <Button type="button" variant="secondary" onClick={() => { end(() => hub.endOthers()); }}>{t('sessions.endOthers')}</Button>}
          </>
        )}
      </Shown>
    </section>
  );
}

function OneSession({ session: { kind, startedAt, seenAt, current }, onEnd }: { session: SessionView; onEnd: () => void }): ReactElement {
  const { t } = useTranslation('account');
  const { language } = useLanguage();
  const started = momentOf(startedAt, language);
  return (
    <>
      <SummaryList rows={[{ key: t('sessions.kind'), value: t(`kinds.${kind}`) }, { key: t('sessions.started'), value: started }, { key: t('sessions.seen'), value: momentOf(seenAt, language) }]} />
      {current ? <p className="govuk-body">{t('sessions.here')}</p> : <Button type="button" variant="secondary" onClick={onEnd}>{t('sessions.end')} <span className="govuk-visually-hidden">{t('sessions.endWhich', { time: started })}</span></Button>}
    </>
  );
}
