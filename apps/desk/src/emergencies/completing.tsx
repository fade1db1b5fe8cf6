import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestBody } from '@lateral/envelope/words';
import { Warnings } from '../check/rules.js';
import { Checkboxes, errorAt, Radios, type SummaryError } from '../components/index.js';
import { ReasonFields } from '../reasons/reason-fields.js';
import { REASON_FIELDS } from '../reasons/reasons.js';
import { useLanguage } from '../words/use-language.js';
import { fieldOf, type ReviewField } from './faults.js';
import type { InOrder, LeftInEmergency } from './in-order.js';
import type { ReviewDraft } from './review-draft.js';

interface Props { draft: ReviewDraft; left: LeftInEmergency; composed: InOrder; lacked: InOrder; errors: readonly SummaryError[]; change: (next: Partial<ReviewDraft>) => void }

/** The record, to be completed: the reason, and whatever else it was found to lack. */
export function Completing({ draft, left, composed, lacked, errors, change }: Props): ReactElement {
  const { t } = useTranslation('emergencies');
  // What it lacked when it left keeps its place while it is mended; what a change brings up comes beside it.
  const said = new Set<ReviewField>([lacked, composed].flatMap(({ judged }) => judged?.findings ?? []).filter(({ level }) => level !== 'note').map(fieldOf));
  const wanted = new Set(REASON_FIELDS.filter((field) => field === 'why' || said.has(field) || (field === 'threshold-why' && draft.thresholdWhy !== '')));
  const parts = { draft, left, errors, change };
  return (
    <>
      <h2 className="govuk-heading-m">{t('complete.title')}</h2>
      <p className="govuk-body">{t('complete.means')}</p>
      <ReasonFields reasons={draft} wanted={wanted} people={peopleOf(left)} language={left.message.narrative.language} words={{ why: t('complete.why'), hint: t('complete.whyHint') }} errors={errors} change={change} />
      {said.has('relevant') && <Relevant {...parts} />}
      {(said.has('basis') || draft.asOffered) && <RestsOn {...parts} />}
      <Verdict draft={draft} composed={composed} errors={errors} change={change} />
    </>
  );
}

type PartProps = Omit<Props, 'composed' | 'lacked'>;

/** Those whom the question is about. */
function peopleOf({ message, question }: LeftInEmergency): RequestBody['people'] {
  const body = [message.body, question?.body].find((each) => each?.type === 'request');
  return body?.type === 'request' ? body.people : [];
}

/** Items of an answer that nobody had said to bear on the question. */
function Relevant({ draft, left: { message: { body } }, errors, change }: PartProps): ReactElement | null {
  const { t } = useTranslation('emergencies');
  if (body.type !== 'response') return null;
  return (
    <Checkboxes
      name="relevant" legend={t('complete.relevant')} hint={t('complete.relevantHint')} legendSize="m" small error={errorAt(errors, 'relevant')} values={draft.relevant} onChange={(relevant) => { change({ relevant: [...relevant] }); }}
      items={body.items.map(({ id, text, language = body.language }) => ({ value: id, label: <span lang={language}>{text}</span> }))}
    />
  );
}

/** A basis that does not stand is put right by what is offered; whoever wants another says that the record cannot be completed. */
function RestsOn({ draft, errors, change }: PartProps): ReactElement {
  const { t } = useTranslation('emergencies');
  return (
    <Radios
      name="basis" legend={t('complete.basis')} legendSize="m" error={errorAt(errors, 'basis')} value={draft.asOffered ? 'offered' : 'left'} onChange={(value) => { change({ asOffered: value === 'offered' }); }}
      items={[{ value: 'left', label: t('complete.asItLeft') }, { value: 'offered', label: t('complete.asOffered') }]}
    />
  );
}

/** What still keeps the record from being complete. */
function Verdict({ draft, composed: { judged }, errors, change }: Pick<Props, 'draft' | 'composed' | 'errors' | 'change'>): ReactElement | null {
  const { t } = useTranslation('emergencies');
  const { language } = useLanguage();
  if (judged === null) return <p className="govuk-body">{t('complete.byHub')}</p>;
  const blocked = judged.leave.goes ? [] : judged.leave.blocked;
  return (
    <section aria-labelledby="verdict">
      <h3 className="govuk-heading-s" id="verdict" tabIndex={-1}>{t('complete.verdict')}: <span role="status">{t(judged.leave.goes ? 'complete.passes' : 'complete.lacks')}</span></h3>
      {blocked.length > 0 && <ul className="govuk-list govuk-list--bullet">{blocked.map(({ code, sentence, mend }, at) => <li key={`${code} ${at}`}>{sentence[language]} {mend[language]}</li>)}</ul>}
      <Warnings judged={judged} given={draft.acknowledgements} set={(acknowledgements) => { change({ acknowledgements }); }} errors={errors} />
    </section>
  );
}
