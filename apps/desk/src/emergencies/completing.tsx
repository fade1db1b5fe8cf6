import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubjectRole } from '@lateral/domain';
import type { Informed } from '@lateral/domain/justification';
import { Warnings } from '../check/rules.js';
import { Checkboxes, Radios, type SummaryError } from '../components/index.js';
import type { Told } from '../new-check/check-draft.js';
import { LessIntrusiveChoice } from '../new-check/less-intrusive-choice.js';
import { ReasonBox } from '../new-check/reason-box.js';
import { TOLD } from '../new-check/told-choice.js';
import type { WrittenBeside } from '../new-check/why.js';
import { useLanguage } from '../words/use-language.js';
import { errorAt, fieldOf, type ReviewField } from './faults.js';
import type { InOrder, LeftInEmergency } from './in-order.js';
import type { ReviewDraft } from './review-draft.js';

interface Props { draft: ReviewDraft; left: LeftInEmergency; composed: InOrder; lacked: InOrder; errors: readonly SummaryError[]; change: (next: Partial<ReviewDraft>) => void }

/** The record, to be completed: the reason, and whatever else it was found to lack. */
export function Completing({ draft, left, composed, lacked, errors, change }: Props): ReactElement {
  const { t } = useTranslation('emergencies');
  // What it lacked when it left keeps its place while it is mended; what a change brings up comes beside it.
  const said = new Set<ReviewField>([lacked, composed].flatMap(({ judged }) => judged?.findings ?? []).filter(({ level }) => level !== 'note').map(fieldOf));
  const parts = { draft, left, errors, change };
  return (
    <>
      <h2 className="govuk-heading-m">{t('complete.title')}</h2>
      <p className="govuk-body">{t('complete.means')}</p>
      <Why {...parts} wantsThreshold={said.has('threshold-why') || draft.thresholdWhy !== ''} />
      {said.has('less-intrusive') && <LessIntrusiveChoice value={draft.lessIntrusive} onChange={(lessIntrusive) => { change({ lessIntrusive }); }} error={errorAt(errors, 'less-intrusive')} />}
      {said.has('told') && <ToldTheFamily {...parts} />}
      {said.has('relevant') && <Relevant {...parts} />}
      {(said.has('basis') || draft.asOffered) && <RestsOn {...parts} />}
      <Verdict draft={draft} composed={composed} errors={errors} change={change} />
    </>
  );
}

type PartProps = Omit<Props, 'composed' | 'lacked'>;

function Why({ draft, left, errors, change, wantsThreshold }: PartProps & { wantsThreshold: boolean }): ReactElement {
  const { t } = useTranslation(['emergencies', 'newCheck']);
  const beside = besideOf(draft, left);
  const keep = (word: string): void => { change({ notNames: [...draft.notNames, word] }); };
  return (
    <>
      <ReasonBox id="why" label={t('complete.why')} hint={t('complete.whyHint')} draft={beside} value={draft.why} error={errorAt(errors, 'why')} onText={(why) => { change({ why }); }} onKeep={keep} />
      {wantsThreshold && <ReasonBox id="threshold-why" label={t('newCheck:why.threshold')} hint={t('newCheck:why.thresholdHint')} draft={beside} value={draft.thresholdWhy} error={errorAt(errors, 'threshold-why')} onText={(thresholdWhy) => { change({ thresholdWhy }); }} onKeep={keep} />}
    </>
  );
}

/** Those whom the question is about: reasons are written without their names, in the language that the reasons were written in. */
function besideOf({ notNames }: ReviewDraft, { message, question }: LeftInEmergency): WrittenBeside {
  const body = [message.body, question?.body].find((each) => each?.type === 'request');
  const people = body?.type === 'request' ? body.people : [];
  return { language: message.narrative.language, notNames, people: people.map(({ name, aliases = [], roles: [role = 'child'] }) => ({ given: name, family: '', otherNames: aliases.map((alias) => alias.name).join(', '), role: role as SubjectRole })) };
}

function ToldTheFamily({ draft, errors, change }: PartProps): ReactElement {
  const { t } = useTranslation(['newCheck', 'emergencies']);
  return (
    <>
      <Radios
        name="told" legend={t('why.told')} legendSize="m" error={errorAt(errors, 'told')} value={draft.told ?? ''} onChange={(told) => { change({ told: told as Told }); }}
        items={TOLD.map((told) => ({ value: told, label: t(`told.${told}`) }))}
      />
      {draft.told !== null && draft.told !== 'yes' && (
        <Radios
          name="tell-when" legend={t('why.tellWhen')} legendSize="s" small value={draft.informed} onChange={(informed) => { change({ informed: informed as Informed }); }}
          items={[{ value: 'later', label: t('emergencies:complete.later') }, { value: 'no', label: t('why.tellReview') }]}
        />
      )}
    </>
  );
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
