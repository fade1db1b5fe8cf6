import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, errorAt, Input, SummaryList } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { useDesk, useMember } from '../frame/desk.js';
import { useAct } from '../frame/use-act.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { AgencyPage } from './agency-page.js';
import { useDeletionErrors } from './use-deleting.js';

/** Three papers, each on a sheet of its own: any two of them open the agency's key. Printed they are the sheets and nothing of the page about them. */
export function KitPapers({ papers, onPrinted }: { papers: readonly string[]; onPrinted: () => void }): ReactElement {
  const { t } = useTranslation('agency');
  return (
    <AgencyPage key="papers" act="propose-roster" title={t('papers.title')} heading={<span className="desk-not-printed">{t('papers.title')}</span>} narrow>
      <p className="govuk-body desk-not-printed">{t('papers.how')}</p>
      {papers.map((paper, at) => <Paper key={paper} paper={paper} number={at + 1} />)}
      <div className="govuk-button-group desk-not-printed">
        <Button type="button" onClick={() => { globalThis.print(); }}>{t('papers.print')}</Button>
        <Button type="button" variant="secondary" onClick={onPrinted}>{t('papers.printed')}</Button>
      </div>
    </AgencyPage>
  );
}

function Paper({ paper, number }: { paper: string; number: number }): ReactElement {
  const { t } = useTranslation('agency');
  const { now } = useDesk();
  const { language } = useLanguage();
  const { agency } = useMember();
  const agencyName = useAgencyNames();
  const id = `paper-${number}`;
  return (
    <section className="desk-sheet desk-paper" aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>{t('papers.name', { number })}</h2>
      <SummaryList rows={[{ key: t('papers.agency'), value: agencyName(agency) }, { key: t('papers.code'), value: <code className="desk-code desk-paper__code" translate="no">{paper}</code> }, { key: t('papers.made'), value: dayOf(now(), language) }]} />
      <p className="govuk-body">{t('papers.keep')}</p>
    </section>
  );
}

/** The letters of a paper, in their groups: they come last on it. */
const groupsOf = (paper: string): string[] => (paper.split(' ').at(-1) ?? '').split('-');
const cleaned = (typed: string): string => typed.replace(/[\s-]/gu, '').toUpperCase();

/** A group of each paper is asked back, of the paper: one that nobody has printed opens nothing. */
export function PapersProof({ papers, onProven, onBack }: { papers: readonly string[]; onProven: () => Promise<void>; onBack: () => void }): ReactElement {
  const { t } = useTranslation('agency');
  const { random } = useDesk();
  const [places] = useState(() => [...random(papers.length)].map((byte, at) => byte % Math.max(1, groupsOf(papers[at] ?? '').length)));
  const [typed, setTyped] = useState<readonly string[]>(papers.map(() => ''));
  const act = useAct();
  const errors = useDeletionErrors(act);
  const go = (): void => {
    const wrong = papers.flatMap((paper, at) => (cleaned(typed[at] ?? '') === groupsOf(paper)[places[at] ?? 0] ? [] : [{ field: `paper-group-${at}`, message: t('papers.wrong', { number: at + 1, place: (places[at] ?? 0) + 1 }) }]));
    if (wrong.length > 0) return act.refuse(wrong);
    void act.run(onProven);
  };
  return (
    <AgencyPage key="proof" act="propose-roster" title={t('papers.proof')} errors={errors} narrow>
      <p className="govuk-body">{t('papers.proofHow')}</p>
      <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); go(); }}>
        {papers.map((paper, at) => (
          <Input
            key={paper} id={`paper-group-${at}`} label={t('papers.group', { number: at + 1, place: (places[at] ?? 0) + 1 })} width={5} value={typed[at]} autoComplete="off" autoCapitalize="characters" spellCheck="false" translate="no"
            error={errorAt(act.errors, `paper-group-${at}`)} onChange={({ target }) => { setTyped(typed.map((each, other) => (other === at ? target.value : each))); }}
          />
        ))}
        <div className="govuk-button-group">
          <Button disabled={act.busy}>{t('papers.go')}</Button>
          <Button type="button" variant="secondary" disabled={act.busy} onClick={onBack}>{t('papers.back')}</Button>
        </div>
      </form>
    </AgencyPage>
  );
}
