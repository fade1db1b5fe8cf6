import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterProposalView } from '@lateral/contracts';
import { Button, errorAt, WarningText } from '../components/index.js';
import { useDesk, useMember } from '../frame/desk.js';
import { Shown } from '../frame/reading.js';
import type { Act } from '../frame/use-act.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { changesInWords } from './change-words.js';
import { CompareWords } from './compare-words.js';
import { useMonths } from './delete-epochs.js';
import { DeletedEpochs } from './deleted-epochs.js';
import { useCosigning } from './use-cosigning.js';
import { useNaming, useReadProposal, type OwnList, type ReadProposal } from './use-list.js';

interface WaitingProps { proposal: RosterProposalView; list: OwnList; act: Act; onSigned: (version: number) => void }

/** A list that waits for its second custodian: who put it forward, what it changes, word for word; and to sign it or to leave it. */
export function WaitingProposal({ proposal, list, act, onSigned }: WaitingProps): ReactElement {
  const { t } = useTranslation(['agency', 'frame']);
  const { now } = useDesk();
  const { language } = useLanguage();
  const { name } = useNaming();
  const read = useReadProposal(proposal, list);
  return (
    <>
      <p className="govuk-body">{t('agency:proposal.by', { name: name(proposal.proposedBy), time: momentOf(proposal.proposedAt, language, now()) })}</p>
      <Shown query={read} what={t('agency:keys.what')}>{(told) => (told.ok
        ? <Judged proposal={proposal} told={told} act={act} onSigned={onSigned} />
        : <WarningText prefix={t('frame:warning')}>{t('agency:proposal.refused', { code: told.code })}</WarningText>)}</Shown>
    </>
  );
}

interface JudgedProps extends Omit<WaitingProps, 'list'> { told: Extract<ReadProposal, { ok: true }> }

function Judged({ proposal, told, act, onSigned }: JudgedProps): ReactElement {
  const { t } = useTranslation('agency');
  const { member } = useMember();
  const naming = useNaming();
  const monthsOf = useMonths();
  const deletions = told.deletes.map((each) => t('proposal.deletes', { months: monthsOf(each) }));
  const changed = changesInWords(told.changes, told.receives, naming);
  // That nothing is changed is not said of a list that deletes.
  const sentences = deletions.length === 0 ? changed : [...deletions, ...changed.filter((sentence) => sentence !== t('proposal.nothing'))];
  const isOwn = told.signers.includes(member);
  return (
    <>
      <h3 className="govuk-heading-s">{t('proposal.changes')}</h3>
      <ul className="govuk-list govuk-list--bullet">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      {isOwn ? <p className="govuk-inset-text">{t('proposal.own')}</p> : <Cosign proposal={proposal} told={told} act={act} onSigned={onSigned} />}
    </>
  );
}

/** Nothing is signed before every key's words were heard from its owner, and each epoch that is deleted was looked at. */
function Cosign({ proposal, told: { digest, joiners, deletes }, act, onSigned }: JudgedProps): ReactElement {
  const { t } = useTranslation('agency');
  const { name } = useNaming();
  const [heard, setHeard] = useState<readonly string[]>([]);
  const [looked, setLooked] = useState<readonly string[]>([]);
  const [isTried, setTried] = useState(false);
  const [isLeft, setLeft] = useState(false);
  const cosign = useCosigning(proposal, digest);
  const errorOf = (field: string): string | undefined => errorAt(act.errors, field);
  const sign = (): void => {
    const unheard = joiners.filter(({ fingerprint }) => !heard.includes(fingerprint));
    const missing = [
      ...unheard.map(({ member }) => ({ field: `heard-${member}`, message: t('compare.needed', { name: name(member) }) })),
      ...deletes.flatMap(({ epoch }, at) => (looked.includes(epoch) ? [] : [{ field: `looked-${at}`, message: t('deletes.needed') }])), ...(deletes.length === 0 || isTried ? [] : [{ field: 'first-paper', message: t('deletes.papersNeeded') }]),
    ];
    if (missing.length > 0) return act.refuse(missing);
    void act.run(async () => { onSigned((await cosign(deletes.map(({ epoch }) => epoch))).version); });
  };
  if (isLeft) return <p className="govuk-inset-text" role="status">{t('proposal.left')}</p>;
  return (
    <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); sign(); }}>
      {joiners.map((joiner) => (
        <CompareWords key={joiner.fingerprint} joiner={joiner} isHeard={heard.includes(joiner.fingerprint)} error={errorOf(`heard-${joiner.member}`)} onHeard={(isHeard) => { setHeard(isHeard ? [...heard, joiner.fingerprint] : heard.filter((each) => each !== joiner.fingerprint)); }} />
      ))}
      {deletes.length > 0 && <DeletedEpochs deletes={deletes} by={name(proposal.proposedBy)} looked={looked} onLooked={setLooked} onTried={setTried} errorOf={errorOf} />}
      <p className="govuk-body">{t('proposal.signWhat')}</p>
      <div className="govuk-button-group">
        <Button disabled={act.busy}>{t('proposal.sign')}</Button>
        <Button type="button" variant="secondary" disabled={act.busy} onClick={() => { act.clear(); setLeft(true); }}>{t('proposal.leave')}</Button>
      </div>
    </form>
  );
}
