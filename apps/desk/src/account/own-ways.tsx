import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { KEYS } from '../data/keys.js';
import { useDesk } from '../frame/desk.js';
import type { Act } from '../frame/use-act.js';
import type { Member } from '../keeper/keeper-deps.js';
import { OwnKeys, type NewSheet } from '../keeper/own-keys.js';
import { SecretForm } from '../unlock/secret-form.js';
import { passkeysNow } from './passkeys-now.js';

type Wish = 'passkey' | 'sheet';

/** Further ways into one's own key. Whoever unlocked with words some minutes ago is asked for nothing; anybody else opens it once more. */
export function OwnWays({ me, act, onSheet }: { me: Member; act: Act; onSheet: (sheet: NewSheet) => void }): ReactElement {
  const { t } = useTranslation('account');
  const { keeper } = useDesk();
  const [wished, setWished] = useState<{ wish: Wish; needsHold: boolean } | null>(null);
  const [unlocksNothing, setUnlocksNothing] = useState(false);
  const addPasskey = useAddPasskey(me);
  const fulfil = async (wish: Wish): Promise<void> => {
    if (!(await keeper.own(OwnKeys).isHeld())) return setWished({ wish, needsHold: true });
    if (wish === 'sheet') onSheet(await keeper.own(OwnKeys).newSheet());
    else setUnlocksNothing(!(await addPasskey()));
    setWished(null);
  };
  const press = (wish: Wish): void => {
    setWished({ wish, needsHold: false });
    void act.run(() => fulfil(wish));
  };
  const after = (first: () => Promise<void>): Promise<boolean> => act.run(async () => { await first(); if (wished !== null) await fulfil(wished.wish); });
  const isCalledOff = act.error instanceof DOMException && wished !== null && me.passkeys > 0;
  return (
    <section aria-labelledby="ways-title">
      <h2 className="govuk-heading-m" id="ways-title">{t('ways.title')}</h2>
      <p className="govuk-body">{t('ways.passkeyHow')}</p>
      <Button type="button" variant="secondary" onClick={() => { press('passkey'); }}>{t('ways.passkey')}</Button>
      <p className="govuk-body">{t('ways.sheetHow')}</p>
      <Button type="button" variant="secondary" onClick={() => { press('sheet'); }}>{t('ways.sheet')}</Button>
      <div role="status">{act.busy && <p className="govuk-body">{t('ways.busy')}</p>}{unlocksNothing && <p className="govuk-inset-text">{t('ways.unlocksNothing')}</p>}</div>
      {isCalledOff && <Button type="button" variant="secondary" onClick={() => void after(() => keeper.own(OwnKeys).confirmAtProvider(me))}>{t('ways.atProvider')}</Button>}
      {wished?.needsHold === true && <Hold me={me} after={after} />}
    </section>
  );
}

/** The key opened once more, so that it can be locked anew. */
function Hold({ me, after }: { me: Member; after: (first: () => Promise<void>) => Promise<boolean> }): ReactElement {
  const { t } = useTranslation(['account', 'unlock']);
  const { keeper } = useDesk();
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">{t('ways.hold')}</p>
      {me.passkeys > 0 && <Button type="button" variant="secondary" onClick={() => void after(() => keeper.own(OwnKeys).holdByPasskey(me))}>{t('ways.holdPasskey')}</Button>}
      <SecretForm id="hold-passphrase" label={t('unlock:passphrase')} go={t('ways.holdGo')} onSecret={(passphrase) => after(() => keeper.own(OwnKeys).holdBySecret({ kind: 'passphrase', passphrase }))} />
      <SecretForm id="hold-code" label={t('unlock:code')} hint={t('unlock:codeHint')} go={t('ways.holdCodeGo')} onSecret={(code) => after(() => keeper.own(OwnKeys).holdBySecret({ kind: 'recovery-code', code }))} />
    </div>
  );
}

/** Makes a passkey and says so to the frame and to assistive technology. Resolves with whether it unlocks the key. */
export function useAddPasskey(me: Member): () => Promise<boolean> {
  const { keeper, session, announcer } = useDesk();
  const queries = useQueryClient();
  const { t } = useTranslation('account');
  return async () => {
    const unlocks = await keeper.own(OwnKeys).addPasskey(me, `Lateral ${me.agency}`);
    keeper.endOffer();
    passkeysNow(session, 1);
    await queries.invalidateQueries({ queryKey: KEYS.passkeys });
    if (unlocks) announcer.say(t('ways.added'));
    return unlocks;
  };
}
