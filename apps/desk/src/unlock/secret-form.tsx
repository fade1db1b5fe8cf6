import { useState, type SubmitEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { PasswordInput } from '../components/password-input.js';

interface SecretFormProps { id: string; label: string; hint?: string; go: string; /** Whether it was good: it is forgotten then. */ onSecret: (secret: string) => Promise<boolean> }

/** Something secret to type: the browser can send it nowhere and is asked to remember nothing. Pasting is allowed. */
export function SecretForm({ id, label, hint, go, onSecret }: SecretFormProps): ReactElement {
  const { t } = useTranslation('unlock');
  const [secret, setSecret] = useState('');
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    void onSecret(secret).then((isGood) => { if (isGood) setSecret(''); });
  };
  return (
    <form method="dialog" noValidate onSubmit={send}>
      <PasswordInput
        id={id} label={label} hint={hint} value={secret} onChange={({ target }) => { setSecret(target.value); }} autoComplete="off" autoCorrect="off" translate="no"
        texts={{ show: t('show'), hide: t('hide'), showLabel: t('showLabel'), hideLabel: t('hideLabel'), shown: t('shown'), hidden: t('hidden') }}
      />
      <Button variant="secondary">{go}</Button>
    </form>
  );
}
