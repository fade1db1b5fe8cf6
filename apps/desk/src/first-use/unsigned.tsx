import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PrintSheet } from '../account/new-sheet.js';
import { Button } from '../components/button.js';
import { useDesk } from '../frame/desk.js';
import { useAct, type Act } from '../frame/use-act.js';
import type { Member } from '../keeper/keeper-deps.js';
import { OwnKeys, type NewSheet } from '../keeper/own-keys.js';
import { SecretForm } from '../unlock/secret-form.js';
import { WaitingKey, type ComparedKey } from '../keeper/waiting-key.js';
import { WaitForCustodians } from './wait.js';

/**
 * Whoever comes back before two custodians have signed, or loaded the page anew in the middle. What was on the screen is gone: the own key,
 * opened once more, has the words again, and makes a sheet in the place of one that was never printed.
 */
export function Unsigned({ me }: { me: Member }): ReactElement {
  const { t } = useTranslation(['firstUse', 'account']);
  const { keeper } = useDesk();
  const act = useAct();
  const [compared, setCompared] = useState<ComparedKey | null>(null);
  const [sheet, setSheet] = useState<NewSheet | null>(null);
  const isOpen = compared !== null;
  useEffect(() => (isOpen ? () => { keeper.lock(); } : undefined), [isOpen, keeper]);
  if (sheet !== null) return <PrintSheet me={me} sheet={sheet} onEnd={() => { setSheet(null); }} />;
  const make = async (): Promise<void> => {
    const own = keeper.own(OwnKeys);
    if (!(await own.isHeld())) await own.holdByPasskey(me);
    setSheet(await own.newSheet());
  };
  return (
    <WaitForCustodians agency={me.agency} compared={compared} errors={act.errors}>
      <p className="govuk-inset-text">{t('wait.gone')}</p>
      {isOpen ? <p className="govuk-body"><Button type="button" variant="secondary" onClick={() => void act.run(make)}>{t('account:ways.sheet')}</Button></p> : <Opening me={me} act={act} onOpen={setCompared} />}
      <div role="status">{act.busy && <p className="govuk-body">{t('account:ways.busy')}</p>}</div>
    </WaitForCustodians>
  );
}

function Opening({ me, act, onOpen }: { me: Member; act: Act; onOpen: (compared: ComparedKey) => void }): ReactElement {
  const { t } = useTranslation(['firstUse', 'unlock']);
  const { keeper } = useDesk();
  const open = (how: (waiting: WaitingKey) => Promise<ComparedKey>): Promise<boolean> => act.run(async () => { onOpen(await how(keeper.own(WaitingKey))); });
  return (
    <>
      {me.passkeys > 0 && <p className="govuk-body"><Button type="button" variant="secondary" onClick={() => void open((waiting) => waiting.byPasskey(me))}>{t('wait.passkey')}</Button></p>}
      <SecretForm id="waiting-passphrase" label={t('unlock:passphrase')} go={t('wait.passphrase')} onSecret={(passphrase) => open((waiting) => waiting.bySecret(me, { kind: 'passphrase', passphrase }))} />
    </>
  );
}
