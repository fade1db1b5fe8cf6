import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { InsetText } from '../components/inset-text.js';
import { elsewhere } from '../session/sign-in-again.js';
import { useDesk, useStanding } from './desk.js';
import { useTime } from './use-time.js';

/** Above the page while the hub is away. What is there stays there and can be read. */
export function AwayBanner(): ReactElement | null {
  const { t } = useTranslation('frame');
  const { reach } = useDesk();
  const time = useTime();
  const { isAway, at } = useSyncExternalStore(reach.hear, reach.now);
  if (!isAway) return null;
  return (
    <div className="govuk-notification-banner" role="region" aria-labelledby="away-title">
      <div className="govuk-notification-banner__header"><h2 className="govuk-notification-banner__title" id="away-title">{t('important')}</h2></div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{t('away.title')}</p>
        <p className="govuk-body">{at === null ? t('away.atStart') : <>{t('away.since', { time: time(at) })} {t('away.phone')}</>}</p>
      </div>
    </div>
  );
}

/** While somebody signs in again in the tab that a press opened: nothing of what they pressed has been done yet. */
export function SigningInElsewhere(): ReactElement {
  const { t } = useTranslation('frame');
  const isWaited = useSyncExternalStore(elsewhere.hear, elsewhere.now);
  return <div role="status">{isWaited && <InsetText>{t('elsewhere')}</InsetText>}</div>;
}

/** After a signing out that the hub did not take: nobody is to leave this computer as one who is out. */
export function StillIn(): ReactElement | null {
  const { t } = useTranslation('frame');
  const { session } = useDesk();
  useStanding();
  return session.isStillIn ? <div role="alert"><InsetText>{t('stillIn')}</InsetText></div> : null;
}

/** Small words where the stream is cut. */
export function LivePaused(): ReactElement | null {
  const { t } = useTranslation('frame');
  const { live, reach } = useDesk();
  const time = useTime();
  const { mode, at } = useSyncExternalStore(live.hear, live.now);
  const { isAway } = useSyncExternalStore(reach.hear, reach.now);
  if (isAway || mode === 'live' || mode === 'starting') return null;
  return (
    <p className="govuk-body-s desk-paused">
      {t('paused.text', { time: time(at) })} <Button type="button" variant="secondary" onClick={() => void live.checkAgain().catch(() => undefined)}>{t('paused.again')}</Button>
    </p>
  );
}

/** The one polite region. */
export function Announced(): ReactElement {
  const { announcer } = useDesk();
  const text = useSyncExternalStore(announcer.hear, announcer.now);
  return <div className="govuk-visually-hidden" role="status" aria-live="polite" id="announced">{text}</div>;
}
