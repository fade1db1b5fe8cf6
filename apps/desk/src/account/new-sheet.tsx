import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { RecoverySheet } from '../first-use/recovery-sheet.js';
import { SheetProof } from '../first-use/sheet-proof.js';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { useAct } from '../frame/use-act.js';
import type { Member } from '../keeper/keeper-deps.js';
import { OwnKeys, type NewSheet } from '../keeper/own-keys.js';

/** A new recovery sheet: printed, shown to be on paper, and only then good in place of the one before. */
export function PrintSheet({ me, sheet, onEnd }: { me: Member; sheet: NewSheet; onEnd: () => void }): ReactElement {
  const [step, setStep] = useState<'sheet' | 'proof' | 'keep'>('sheet');
  if (step === 'sheet') return <RecoverySheet me={me} made={sheet} onPrinted={() => { setStep('proof'); }} />;
  if (step === 'proof') return <SheetProof code={sheet.recoveryCode} onBack={() => { setStep('sheet'); }} onProven={() => { setStep('keep'); }} />;
  return <Keep me={me} sheet={sheet} onEnd={onEnd} />;
}

function Keep({ me, sheet, onEnd }: { me: Member; sheet: NewSheet; onEnd: () => void }): ReactElement {
  const { t } = useTranslation('account');
  const { keeper, announcer } = useDesk();
  const { run, errors } = useAct();
  const keep = (): void => { void run(() => keeper.own(OwnKeys).keepSheet(me, sheet)).then((isKept) => { if (isKept) { announcer.say(t('sheet.kept')); onEnd(); } }); };
  return (
    <Page title={t('sheet.title')} errors={errors} narrow>
      <p className="govuk-body">{t('sheet.how')}</p>
      <div className="govuk-button-group">
        <Button type="button" onClick={keep}>{t('sheet.keep')}</Button>
        <Button type="button" variant="secondary" onClick={onEnd}>{t('sheet.leave')}</Button>
      </div>
    </Page>
  );
}
