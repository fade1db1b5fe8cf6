import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PasskeyView } from '@lateral/contracts';
import { Button } from '../components/button.js';
import { SummaryList } from '../components/summary-list.js';
import { KEYS } from '../data/keys.js';
import { usePasskeys } from '../data/people.js';
import { useDesk } from '../frame/desk.js';
import { Shown } from '../frame/reading.js';
import type { Act } from '../frame/use-act.js';
import type { Member } from '../keeper/keeper-deps.js';
import { OwnKeys } from '../keeper/own-keys.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { passkeysNow } from './passkeys-now.js';

/** The own passkeys. The last one that is good is not disabled from here: nobody would come in again without a custodian. */
export function OwnPasskeys({ me, act: { run } }: { me: Member; act: Act }): ReactElement {
  const { t } = useTranslation('account');
  const { keeper, session, announcer } = useDesk();
  const queries = useQueryClient();
  const query = usePasskeys();
  const disable = (passkey: PasskeyView): void => {
    void run(async () => {
      await keeper.own(OwnKeys).disable(me, passkey);
      passkeysNow(session, -1);
      await queries.invalidateQueries({ queryKey: KEYS.passkeys });
    }).then((isOff) => { if (isOff) announcer.say(t('passkeys.disabled')); });
  };
  return (
    <section aria-labelledby="passkeys-title">
      <h2 className="govuk-heading-m" id="passkeys-title">{t('passkeys.title')}</h2>
      <Shown query={query} what={t('passkeys.title')}>
        {(passkeys) => passkeys.map((passkey) => <OnePasskey key={passkey.id} passkey={passkey} isLast={passkeys.filter(({ disabledAt }) => disabledAt === null).length < 2} onDisable={() => { disable(passkey); }} />)}
      </Shown>
    </section>
  );
}

function OnePasskey({ passkey: { enrolledAt, usedAt, disabledAt }, isLast, onDisable }: { passkey: PasskeyView; isLast: boolean; onDisable: () => void }): ReactElement {
  const { t } = useTranslation('account');
  const { language } = useLanguage();
  const made = momentOf(enrolledAt, language);
  return (
    <>
      <SummaryList rows={[{ key: t('passkeys.made'), value: made }, { key: t('passkeys.used'), value: usedAt === null ? t('passkeys.never') : momentOf(usedAt, language) }]} />
      {disabledAt !== null && <p className="govuk-body">{t('passkeys.off')}</p>}
      {disabledAt === null && !isLast && <Button type="button" variant="secondary" onClick={onDisable}>{t('passkeys.disable')} <span className="govuk-visually-hidden">{t('passkeys.disableWhich', { time: made })}</span></Button>}
    </>
  );
}
