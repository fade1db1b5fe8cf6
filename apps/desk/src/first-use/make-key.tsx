import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { PasswordInput } from '../components/password-input.js';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { useAct } from '../frame/use-act.js';
import { Refusal, type NewKey } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import { useLanguage } from '../words/use-language.js';
import { wordsByChance } from './words-by-chance.js';

interface MakeKeyProps { me: Member; /** The passkey unlocks keys. */ prf: boolean; onMade: (made: NewKey) => void }

/** Step 3: the key is made in the worker and locked with the passkey's secret, or where it has none with a passphrase. */
export function MakeKey({ me, prf, onMade }: MakeKeyProps): ReactElement {
  const { t } = useTranslation('firstUse');
  const { keeper } = useDesk();
  const { run, busy, errors } = useAct();
  const [needsPhrase, setNeedsPhrase] = useState(!prf);
  const [phrase, setPhrase] = useState('');
  const make = async (): Promise<void> => {
    try {
      const made = await keeper.makeKey(me, needsPhrase ? phrase : null);
      setPhrase('');
      onMade(made);
    } catch (error) {
      // A passkey made earlier may turn out to unlock nothing: nothing is stored then, and a passphrase is asked for.
      if (error instanceof Refusal && error.code === 'weak-secret' && !needsPhrase) return setNeedsPhrase(true);
      throw error;
    }
  };
  return (
    <Page title={needsPhrase ? t('key.passphraseTitle') : t('key.title')} errors={errors} narrow>
      <p className="govuk-body">{needsPhrase ? t('key.passphraseHow') : t('key.how')}</p>
      <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); void run(make); }}>
        {needsPhrase && <Phrase me={me} phrase={phrase} onPhrase={setPhrase} />}
        <Button>{t('key.make')}</Button>
      </form>
      <div role="status">{busy && <p className="govuk-body">{t('key.making')}</p>}</div>
    </Page>
  );
}

function Phrase({ me, phrase, onPhrase }: { me: Member; phrase: string; onPhrase: (phrase: string) => void }): ReactElement {
  const { t } = useTranslation(['firstUse', 'unlock']);
  const [offered, offer] = useOffered(me);
  return (
    <>
      <PasswordInput
        id="new-passphrase" label={t('key.passphrase')} hint={t('key.passphraseHint')} value={phrase} onChange={({ target }) => { onPhrase(target.value); }} autoComplete="new-password" translate="no"
        texts={{ show: t('unlock:show'), hide: t('unlock:hide'), showLabel: t('unlock:showLabel'), hideLabel: t('unlock:hideLabel'), shown: t('unlock:shown'), hidden: t('unlock:hidden') }}
      />
      {offered !== '' && (
        <div className="govuk-inset-text">
          <p className="govuk-body">{t('key.offered')} <strong translate="no">{offered}</strong></p>
          <div className="govuk-button-group">
            <Button type="button" variant="secondary" onClick={() => { onPhrase(offered); }}>{t('key.useThem')}</Button>
            <Button type="button" variant="secondary" onClick={offer}>{t('key.others')}</Button>
          </div>
        </div>
      )}
    </>
  );
}

/** Words by chance in the language that is read, and how to have others. */
function useOffered(me: Member): [words: string, offer: () => void] {
  const { secrets, random } = useDesk();
  const { language } = useLanguage();
  const [both, setBoth] = useState<{ en: string; cy: string }>({ en: '', cy: '' });
  const offer = useCallback(() => { void wordsByChance(secrets, me, random).then(setBoth, () => undefined); }, [me, random, secrets]);
  useEffect(offer, [offer]);
  return [both[language], offer];
}
