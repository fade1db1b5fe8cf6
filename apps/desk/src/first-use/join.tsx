import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { Input } from '../components/input.js';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { useAct } from '../frame/use-act.js';

/** A newcomer brings the code that a custodian gave them by hand. */
export function Join(): ReactElement {
  const { t } = useTranslation('firstUse');
  const { hub, session } = useDesk();
  const { run, errors, refuse } = useAct();
  const [code, setCode] = useState('');
  const redeem = async (): Promise<void> => {
    await hub.redeem(code.trim());
    setCode('');
    await session.start();
  };
  return (
    <Page title={t('join.title')} errors={errors} narrow>
      <p className="govuk-body">{t('start.how')}</p>
      <p className="govuk-body">{t('join.how')}</p>
      <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); if (code.trim() === '') refuse([{ message: t('join.needed'), field: 'invitation' }]); else void run(redeem); }}>
        <Input id="invitation" label={t('join.code')} width={20} value={code} onChange={({ target }) => { setCode(target.value); }} autoComplete="off" autoCapitalize="characters" spellCheck="false" translate="no" />
        <Button>{t('go')}</Button>
      </form>
      <NotMe />
    </Page>
  );
}

/** Who is signed in as somebody else signs out. */
export function NotMe(): ReactElement {
  const { t } = useTranslation('firstUse');
  const { session } = useDesk();
  return <Button type="button" variant="secondary" onClick={() => void session.signOut()}>{t('start.notMe')}</Button>;
}
