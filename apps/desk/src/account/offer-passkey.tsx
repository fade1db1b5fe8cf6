import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Link, NotificationBanner } from '../components/index.js';
import { takeFocus } from '../components/take-focus.js';
import { useDesk } from '../frame/desk.js';
import { useAct } from '../frame/use-act.js';
import type { Member } from '../keeper/keeper-deps.js';
import { useAddPasskey } from './own-ways.js';

/** Once after unlocking with words: an easier way for next time. */
export function OfferPasskey({ me }: { me: Member }): ReactElement | null {
  const { t } = useTranslation('account');
  const { keeper } = useDesk();
  const { run, busy, errors } = useAct();
  const [state, setState] = useState<'open' | 'unlocksNothing' | 'gone'>('open');
  const addPasskey = useAddPasskey(me);
  const end = (): void => {
    keeper.endOffer();
    setState('gone');
    // What had the focus goes with the offer.
    const heading = document.querySelector('h1');
    if (heading !== null) takeFocus(heading);
  };
  const make = (): void => void run(async () => {
    if (await addPasskey()) end();
    else setState('unlocksNothing');
  });
  if (state === 'gone') return null;
  return (
    <NotificationBanner title={t('offer.title')} titleId="offer-title">
      <p className="govuk-notification-banner__heading">{t('offer.text')}</p>
      <div role="alert">
        {errors.map(({ message }) => <p className="govuk-body" key="failed">{message} <Link className="govuk-link" href="/account">{t('offer.account')}</Link></p>)}
        {state === 'unlocksNothing' && <p className="govuk-body">{t('ways.unlocksNothing')}</p>}
      </div>
      <div role="status">{busy && <p className="govuk-body">{t('ways.busy')}</p>}</div>
      <div className="govuk-button-group">
        {state === 'open' && <Button type="button" onClick={make}>{t('offer.make')}</Button>}
        <Button type="button" variant="secondary" onClick={end}>{t('offer.notNow')}</Button>
      </div>
    </NotificationBanner>
  );
}
