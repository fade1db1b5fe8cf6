import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinerView, RosterProposalView } from '@lateral/contracts';
import { Button, SummaryList } from '../components/index.js';
import { useJoiners, useRosterProposal } from '../data/people.js';
import { useDesk, useMember } from '../frame/desk.js';
import { Shown } from '../frame/reading.js';
import { useAct, type Act } from '../frame/use-act.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { AgencyPage } from './agency-page.js';
import { delegateInWords } from './change-words.js';
import { SixWords } from './compare-words.js';
import type { Before } from './next-draft.js';
import { DeleteEpochs } from './delete-epochs.js';
import { PrepareList } from './prepare-list.js';
import { useBringing, useNaming, useOwnList, type OwnList } from './use-list.js';
import { useNextDraft } from './use-next-draft.js';
import { useSaidErrors } from './use-said-errors.js';
import { WaitingProposal } from './waiting-proposal.js';

/** What a custodian has in their keeping: the list of people, a list that waits for them, and the next one. */
export function Component(): ReactElement {
  const { t } = useTranslation('agency');
  const [preparing, setPreparing] = useState<Before | null>(null);
  const [deleting, setDeleting] = useState<number | null>(null);
  const [told, setTold] = useState('');
  if (deleting !== null) return <DeleteEpochs version={deleting} onBack={() => { setDeleting(null); }} onProposed={(version) => { setTold(t('keys.proposed', { version })); setDeleting(null); }} />;
  if (preparing !== null) return <PrepareList before={preparing} onBack={() => { setPreparing(null); }} onProposed={(version) => { setTold(t('keys.proposed', { version })); setPreparing(null); }} />;
  return <Keys told={told} onTold={setTold} onPrepare={(before) => { setTold(''); setPreparing(before); }} onDelete={(version) => { setTold(''); setDeleting(version); }} />;
}

function Keys({ told, onTold, onPrepare, onDelete }: { told: string; onTold: (told: string) => void; onPrepare: (before: Before) => void; onDelete: (version: number) => void }): ReactElement {
  const { t } = useTranslation('agency');
  const [list, proposal, joiners] = [useOwnList(), useRosterProposal(), useJoiners()];
  const act = useAct();
  const errors = useSaidErrors(act);
  return (
    <AgencyPage key="keys" act="propose-roster" title={t('keys.title')} errors={errors}>
      <div role="status">{told !== '' && <p className="govuk-inset-text">{told}</p>}</div>
      <Shown query={list} what={t('keys.what')}>{(own) => (
        <>
          <Shown query={proposal} what={t('keys.what')}>{(waiting) => <Waiting waiting={waiting} list={own} act={act} onSigned={(version) => { onTold(t('keys.published', { version })); }} />}</Shown>
          <Shown query={joiners} what={t('keys.what')}>{(data) => <Prepare isInstead={(proposal.data ?? null) !== null} list={own} joiners={data} onPrepare={onPrepare} />}</Shown>
          <ListFacts list={own} />
          <OldKeys onDelete={() => { onDelete(own.version); }} />
          <OwnWords list={own} />
        </>
      )}</Shown>
    </AgencyPage>
  );
}

function Waiting({ waiting, list, act, onSigned }: { waiting: RosterProposalView | null; list: OwnList; act: Act; onSigned: (version: number) => void }): ReactElement {
  const { t } = useTranslation('agency');
  return (
    <section aria-labelledby="keys-waiting">
      <h2 className="govuk-heading-m" id="keys-waiting">{t('keys.waiting')}</h2>
      {waiting === null ? <p className="govuk-body">{t('keys.none')}</p> : <WaitingProposal key={waiting.digest} proposal={waiting} list={list} act={act} onSigned={onSigned} />}
    </section>
  );
}

function Prepare({ isInstead, list: { version, members, delegates }, joiners, onPrepare }: { isInstead: boolean; list: OwnList; joiners: readonly JoinerView[]; onPrepare: (before: Before) => void }): ReactElement {
  const { t } = useTranslation('agency');
  const bringing = useBringing(joiners);
  const { isBegun } = useNextDraft({ version, delegates });
  return <Shown query={bringing} what={t('keys.what')}>{(data) => <Button type="button" variant={isInstead ? 'secondary' : undefined} onClick={() => { onPrepare({ version, bringing: data, members, delegates }); }}>{t(isBegun ? 'keys.prepareOn' : isInstead ? 'keys.prepareInstead' : 'keys.prepare')}</Button>}</Shown>;
}

function ListFacts({ list: { version, issued, members, delegates, log } }: { list: OwnList }): ReactElement {
  const { t } = useTranslation('agency');
  const { language } = useLanguage();
  const naming = useNaming();
  const custodians = members.filter(({ roles }) => roles.includes('custodian')).map(({ member }) => naming.name(member)).join(', ');
  const reading = delegates.length === 0 ? t('keys.noDelegates') : <ul className="govuk-list">{delegates.map((delegate) => <li key={delegate.agency}>{delegateInWords(delegate, naming)}</li>)}</ul>;
  return (
    <section aria-labelledby="keys-list">
      <h2 className="govuk-heading-m" id="keys-list">{t('keys.list')}</h2>
      <SummaryList rows={[{ key: t('keys.version'), value: version }, { key: t('keys.issued'), value: momentOf(issued, language) }, { key: t('keys.custodians'), value: custodians }, { key: t('keys.delegates'), value: reading }, { key: t('keys.log.key'), value: t(`keys.log.${log}`) }]} />
    </section>
  );
}

function OldKeys({ onDelete }: { onDelete: () => void }): ReactElement {
  const { t } = useTranslation('agency');
  return (
    <section aria-labelledby="keys-old">
      <h2 className="govuk-heading-m" id="keys-old">{t('epochs.old')}</h2>
      <p className="govuk-body">{t('epochs.oldHow')}</p>
      <Button type="button" variant="secondary" onClick={onDelete}>{t('epochs.open')}</Button>
    </section>
  );
}

function OwnWords({ list: { members } }: { list: OwnList }): ReactElement | null {
  const { t } = useTranslation('agency');
  const { secrets } = useDesk();
  const { agency, member } = useMember();
  const fingerprint = members.find((entry) => entry.member === member)?.fingerprint ?? '';
  const words = useQuery({ queryKey: ['own-words', fingerprint], queryFn: () => secrets.ask('words', { agency, member, fingerprint }), enabled: fingerprint !== '' }).data;
  if (words === undefined) return null;
  return (
    <section aria-labelledby="keys-own">
      <h2 className="govuk-heading-m" id="keys-own">{t('keys.own')}</h2>
      <p className="govuk-body">{t('keys.ownHow')}</p>
      <SixWords words={words} />
    </section>
  );
}
