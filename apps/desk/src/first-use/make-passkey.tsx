import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { useAct } from '../frame/use-act.js';
import type { Member } from '../keeper/keeper-deps.js';
import { NotMe } from './join.js';

/** Step 2. `onPasskey` is told whether it can unlock a key; where it cannot, a passphrase will. */
export function MakePasskey({ me, onPasskey }: { me: Member; onPasskey: (prf: boolean) => void }): ReactElement {
  const { t } = useTranslation('firstUse');
  const { keeper } = useDesk();
  const { run, errors: said, error } = useAct();
  const errors = useMemo(() => (error instanceof DOMException ? [{ message: t('passkey.calledOff') }] : said), [error, said, t]);
  return (
    <Page title={t('passkey.title')} errors={errors} narrow>
      <p className="govuk-body">{t('start.how')}</p>
      <p className="govuk-body">{t('passkey.how')}</p>
      <p className="govuk-body">{t('passkey.twice')}</p>
      <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); void run(async () => { onPasskey(await keeper.enrol(`Lateral ${me.agency}`)); }); }}>
        <Button>{t('passkey.make')}</Button>
      </form>
      <NotMe />
    </Page>
  );
}
