import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkboxes, errorAt, Panel } from '../components/index.js';
import type { KnownEpoch } from '../crypto/protocol.js';
import { useDesk, useMember } from '../frame/desk.js';
import { Shown } from '../frame/reading.js';
import { useAct } from '../frame/use-act.js';
import { Refusal } from '../keeper/keeper.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { AgencyPage } from './agency-page.js';
import { SixWords } from './compare-words.js';
import { KitPapers, PapersProof } from './kit-papers.js';
import { useDeleting, useDeletionErrors, type Deleting } from './use-deleting.js';

type Step = { at: 'choose' } | { at: 'sure' } | { at: 'papers' | 'proof'; papers: readonly string[] };
interface DeleteProps { version: number; onProposed: (version: number) => void; onBack: () => void }

/** Old epochs of the team's key, deleted for good: which, whether that is meant, three new papers, and the roster without them for another custodian to sign. */
export function DeleteEpochs({ version, onProposed, onBack }: DeleteProps): ReactElement {
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const [chosen, choose] = useState<readonly KnownEpoch[]>([]);
  const deleting = useDeleting();
  switch (step.at) {
    case 'choose': return <Choose version={version} chosen={chosen} choose={choose} onBack={onBack} onGo={() => { deleting.forget(); setStep({ at: 'sure' }); }} />;
    case 'sure': return <BeforeDeleting chosen={chosen} deleting={deleting} onPapers={(papers) => { setStep({ at: 'papers', papers }); }} onBack={() => { setStep({ at: 'choose' }); }} />;
    case 'papers': return <KitPapers papers={step.papers} onPrinted={() => { setStep({ ...step, at: 'proof' }); }} />;
    case 'proof': return <PapersProof papers={step.papers} onBack={() => { setStep({ ...step, at: 'papers' }); }} onProven={async () => { onProposed((await deleting.finish()).version); }} />;
  }
}

function useEpochs(version: number): ReturnType<typeof useQuery<KnownEpoch[]>> {
  const { secrets } = useDesk();
  const read = async (): Promise<KnownEpoch[]> => {
    const told = await secrets.ask('own-epochs', null);
    if (!told.ok) throw new Refusal(told.code);
    return told.epochs;
  };
  return useQuery({ queryKey: ['own-epochs', version], queryFn: read });
}

interface ChooseProps { version: number; chosen: readonly KnownEpoch[]; choose: (chosen: readonly KnownEpoch[]) => void; onGo: () => void; onBack: () => void }

function Choose({ version, chosen, choose, onGo, onBack }: ChooseProps): ReactElement {
  const { t } = useTranslation('agency');
  const epochs = useEpochs(version);
  const act = useAct();
  const go = (): void => {
    if (chosen.length === 0) return act.refuse([{ field: 'epochs', message: t('epochs.needed') }]);
    act.clear();
    onGo();
  };
  return (
    <AgencyPage key="choose" act="propose-roster" title={t('epochs.title')} errors={act.errors} narrow>
      <p className="govuk-body">{t('epochs.how')}</p>
      <Shown query={epochs} what={t('epochs.what')}>{(all) => (
        <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); go(); }}>
          <Offered epochs={all.filter(({ standing }) => standing === 'past')} chosen={chosen} choose={choose} error={errorAt(act.errors, 'epochs')} />
          <NotOffered epochs={all.filter(({ standing }) => standing !== 'past')} />
          <div className="govuk-button-group">
            {all.some(({ standing }) => standing === 'past') && <Button>{t('next.go')}</Button>}
            <Button type="button" variant="secondary" onClick={onBack}>{t('next.back')}</Button>
          </div>
        </form>
      )}</Shown>
    </AgencyPage>
  );
}

/** Each by the months in which it was in use; its words as soon as somebody ticks it. */
function Offered({ epochs, chosen, choose, error }: { epochs: readonly KnownEpoch[]; chosen: readonly KnownEpoch[]; choose: (chosen: readonly KnownEpoch[]) => void; error: string | undefined }): ReactElement {
  const { t } = useTranslation('agency');
  const monthsOf = useMonths();
  if (epochs.length === 0) return <p className="govuk-body">{t('epochs.none')}</p>;
  return (
    <Checkboxes
      name="epochs" legend={t('epochs.legend')} legendSize="m" error={error} values={chosen.map(({ epoch }) => epoch)} onChange={(ticked) => { choose(epochs.filter(({ epoch }) => ticked.includes(epoch))); }}
      items={epochs.map((each) => ({ value: each.epoch, label: monthsOf(each), conditional: <EpochWords epoch={each.epoch} /> }))}
    />
  );
}

function EpochWords({ epoch }: { epoch: string }): ReactElement {
  const { t } = useTranslation('agency');
  const { secrets } = useDesk();
  const { agency } = useMember();
  const words = useQuery({ queryKey: ['epoch-words', epoch], queryFn: () => secrets.ask('words', { agency, member: null, fingerprint: epoch }) }).data;
  return <><p className="govuk-body">{t('epochs.words')}</p>{words !== undefined && <SixWords words={words} />}</>;
}

/** What stands against the others, in words. */
function NotOffered({ epochs }: { epochs: readonly KnownEpoch[] }): ReactElement | null {
  const { t } = useTranslation('agency');
  const monthsOf = useMonths();
  if (epochs.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t('epochs.others')}</h2>
      <ul className="govuk-list govuk-list--bullet">{epochs.map((each) => <li key={each.epoch}>{monthsOf(each)}. {t(`epochs.standing.${each.standing === 'past' ? 'in-use' : each.standing}`)}</li>)}</ul>
    </>
  );
}

/** "In use from 22 November 2025 to 27 December 2025". */
export function useMonths(): (epoch: Pick<KnownEpoch, 'from' | 'until'>) => string {
  const { t } = useTranslation('agency');
  const { language } = useLanguage();
  return ({ from, until }) => (until === null ? t('epochs.since', { from: dayOf(from, language) }) : t('epochs.months', { from: dayOf(from, language), until: dayOf(until, language) }));
}

function BeforeDeleting({ chosen, deleting, onPapers, onBack }: { chosen: readonly KnownEpoch[]; deleting: Deleting; onPapers: (papers: readonly string[]) => void; onBack: () => void }): ReactElement {
  const { t } = useTranslation(['agency', 'frame']);
  const monthsOf = useMonths();
  const act = useAct();
  const errors = useDeletionErrors(act);
  const actions = (
    <>
      <Button type="button" variant="inverse" disabled={act.busy} onClick={() => void act.run(async () => { onPapers(await deleting.begin(chosen.map(({ epoch }) => epoch))); })}>{t('agency:epochs.sureDo')}</Button>
      <Button type="button" variant="inverse" disabled={act.busy} onClick={onBack}>{t('agency:cancel')}</Button>
    </>
  );
  return (
    <AgencyPage key="sure" act="propose-roster" title={t('agency:epochs.sure')} errors={errors} narrow>
      <Panel interruption headingLevel={2} title={t('frame:warning')} actions={actions}>
        <p>{t('agency:epochs.sureWhat')}</p>
        {chosen.map((each) => <p key={each.epoch}>{monthsOf(each)}</p>)}
        <p>{t('agency:epochs.sureOfficer')}</p>
      </Panel>
    </AgencyPage>
  );
}
