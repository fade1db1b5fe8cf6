import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../frame/desk.js';
import type { KeyLogState } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import { SecretForm } from './secret-form.js';

/**
 * What is on paper or in somebody's head; first what whoever has no passkey unlocks with each day. Its code comes when it is first looked at:
 * hardly anybody needs it.
 */
export function OtherWays({ me, act }: { me: Member; act: (unlock: () => Promise<KeyLogState>) => Promise<boolean> }): ReactElement {
  const { t } = useTranslation('unlock');
  const { keeper } = useDesk();
  const byCode = <SecretForm key="code" id="recovery-code" label={t('code')} hint={t('codeHint')} go={t('codeGo')} onSecret={(code) => act(() => keeper.unlockBySecret(me, { kind: 'recovery-code', code }))} />;
  const byPassphrase = <SecretForm key="passphrase" id="passphrase" label={t('passphrase')} go={t('passphraseGo')} onSecret={(passphrase) => act(() => keeper.unlockBySecret(me, { kind: 'passphrase', passphrase }))} />;
  return (
    <>
      {me.passkeys === 0 ? [byPassphrase, byCode] : [byCode, byPassphrase]}
      <p className="govuk-body">{t('neither')}</p>
    </>
  );
}
