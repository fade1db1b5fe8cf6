import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkboxes, InsetText, Textarea, WarningText } from '../components/index.js';
import type { DeletedEpoch, Told } from '../crypto/protocol.js';
import { useDesk } from '../frame/desk.js';
import { useAct } from '../frame/use-act.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { SixWords } from './compare-words.js';
import { useMonths } from './delete-epochs.js';

interface DeletedProps { deletes: readonly DeletedEpoch[]; by: string; looked: readonly string[]; onLooked: (looked: readonly string[]) => void; onTried: (isTried: boolean) => void; errorOf: (field: string) => string | undefined }

/** What a proposal deletes for good, epoch by epoch, each looked at by its words; and two of the new papers, tried before anything older is gone. */
export function DeletedEpochs({ deletes, by, looked, onLooked, onTried, errorOf }: DeletedProps): ReactElement {
  const { t } = useTranslation(['agency', 'frame']);
  const monthsOf = useMonths();
  const flip = (epoch: string, on: boolean): string[] => [...looked.filter((each) => each !== epoch), ...(on ? [epoch] : [])];
  return (
    <>
      <WarningText prefix={t('frame:warning')}>{t('agency:deletes.warning')}</WarningText>
      {deletes.map((each, at) => (
        <div key={each.epoch} className="govuk-inset-text">
          <h3 className="govuk-heading-s">{monthsOf(each)}</h3>
          <p className="govuk-body">{t('agency:deletes.how', { name: by })}</p>
          <SixWords words={each.words} />
          <Checkboxes name={`looked-${at}`} error={errorOf(`looked-${at}`)} values={looked.includes(each.epoch) ? ['looked'] : []} onChange={(values) => { onLooked(flip(each.epoch, values.includes('looked'))); }} items={[{ value: 'looked', label: t('agency:deletes.looked') }]} />
        </div>
      ))}
      <TryPapers deletes={deletes} by={by} onTried={onTried} error={errorOf('first-paper')} />
      <p className="govuk-body">{t('agency:deletes.after')}</p>
    </>
  );
}

function TryPapers({ deletes, by, onTried, error }: Pick<DeletedProps, 'deletes' | 'by' | 'onTried'> & { error: string | undefined }): ReactElement {
  const { t } = useTranslation('agency');
  const { hub, secrets } = useDesk();
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const [told, setTold] = useState<Told<'try-papers'> | 'none' | null>(null);
  const act = useAct();
  const change = (next: readonly [string, string]): void => { setTyped(next); setTold(null); onTried(false); };
  const attempt = (): void => void act.run(async () => {
    const kit = await hub.recoveryKit();
    const tried = kit === null ? 'none' as const : await secrets.ask('try-papers', { kit, papers: [typed[0].trim(), typed[1].trim()], epochs: deletes.map(({ epoch }) => epoch) });
    setTold(tried);
    onTried(tried === 'none' || (tried.ok && !tried.holds));
  });
  return (
    <section aria-labelledby="try-papers">
      <h3 className="govuk-heading-s" id="try-papers">{t('deletes.papers')}</h3>
      <p className="govuk-body">{t('deletes.papersHow')}</p>
      <Textarea id="first-paper" label={t('deletes.first')} rows={3} value={typed[0]} error={error} autoComplete="off" spellCheck="false" translate="no" onChange={({ target }) => { change([target.value, typed[1]]); }} />
      <Textarea id="second-paper" label={t('deletes.second')} rows={3} value={typed[1]} autoComplete="off" spellCheck="false" translate="no" onChange={({ target }) => { change([typed[0], target.value]); }} />
      <Button type="button" variant="secondary" disabled={act.busy} onClick={attempt}>{t('deletes.try')}</Button>
      <div role="status">{act.errors.length > 0 ? <InsetText>{act.errors[0]?.message}</InsetText> : told !== null && <InsetText><Outcome told={told} by={by} /></InsetText>}</div>
    </section>
  );
}

function Outcome({ told, by }: { told: Told<'try-papers'> | 'none'; by: string }): ReactElement {
  const { t } = useTranslation('agency');
  const { language } = useLanguage();
  if (told === 'none') return <>{t('deletes.noKit', { name: by })}</>;
  if (!told.ok) return <>{t(`deletes.refused.${told.code === 'mistyped' || told.code === 'same-share' || told.code === 'foreign-share' ? told.code : 'other'}`)}</>;
  return <>{t(told.holds ? 'deletes.holds' : 'deletes.opens', { day: dayOf(told.made, language) })}</>;
}
