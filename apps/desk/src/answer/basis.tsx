import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueRow } from '@lateral/domain/catalogue';
import type { LawfulStack } from '@lateral/domain/justification';
import { sourceOf } from '@lateral/domain/statement';
import { LISTS_OF_STACK, type ListOfStack } from '../justify/lists-of-stack.js';
import { partyOf } from '../justify/parties.js';
import { Button, Checkboxes, Input, SummaryList } from '../components/index.js';
import { useLanguage } from '../words/use-language.js';
import type { DataClasses } from './answer-draft.js';
import type { ComposedAnswer } from './compose.js';
import { useAnswerForm } from './form.js';

const DATA_CLASSES = ['specialCategory', 'criminalOffence'] as const satisfies readonly (keyof DataClasses)[];
const NO_DOCUMENT = { id: null, version: null, reviewDate: null };

/** What the own agency relies on: filled from the agreement, shown in one row, and changed where it is wrong. */
export function Basis(): ReactElement | null {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { composed, answering: { law } } = useAnswerForm();
  const [isOpen, setOpen] = useState(false);
  if (composed === null) return null;
  const { stack } = composed.record;
  const names = LISTS_OF_STACK.flatMap(([list]) => stack[list]).flatMap((code) => law.catalogue.row(code)?.name[language] ?? []);
  const cover = composed.judged.cover;
  const value = (
    <>
      {names.length === 0 ? t('basis.none') : names.join('; ')}
      {cover !== null && <p className="govuk-hint">{t('basis.by', { reference: cover.reference, version: cover.version })}</p>}
      <Button type="button" variant="secondary" id="basis" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{isOpen ? t('basis.done') : t('basis.change')}<span className="govuk-visually-hidden"> {t('basis.title')}</span></Button>
    </>
  );
  const classes = DATA_CLASSES.filter((each) => composed.record[each]).map((each) => t(`basis.classes.${each}`));
  return <><SummaryList rows={[{ key: t('basis.title'), value }, { key: t('basis.classes.title'), value: classes.length === 0 ? t('basis.classes.none') : classes.join('; ') }]} />{isOpen && <Change record={composed.record} />}</>;
}

function Change({ record }: { record: ComposedAnswer['record'] }): ReactElement {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { change, draft } = useAnswerForm();
  const rows = useOfferedRows();
  const { stack } = record;
  const put = (list: ListOfStack, codes: readonly string[]): void => { change({ stack: { ...stack, [list]: [...codes] } }); };
  return (
    <div className="govuk-inset-text">
      <Checkboxes
        name="data-classes" legend={t('basis.classes.title')} legendSize="s" hint={t('basis.classes.hint')} small values={DATA_CLASSES.filter((each) => record[each])}
        items={DATA_CLASSES.map((each) => ({ value: each, label: t(`basis.classes.${each}`) }))}
        onChange={(chosen) => { change({ dataClasses: { specialCategory: chosen.includes('specialCategory'), criminalOffence: chosen.includes('criminalOffence') } }); }}
      />
      {LISTS_OF_STACK.map(([list, family]) => {
        const own = rows.filter((row) => row.family === family || stack[list].includes(row.code));
        return own.length === 0 ? null : (
          <Checkboxes
            key={list} name={`basis-${list}`} legend={t(`basis.lists.${list}`)} legendSize="s" small values={stack[list]} onChange={(codes) => { put(list, codes); }}
            items={own.map((row) => ({ value: row.code, label: row.name[language], hint: sourceOf(row, language) }))}
          />
        );
      })}
      <PolicyDocument stack={stack} />
      {(draft.stack ?? draft.dataClasses ?? null) !== null && <Button type="button" variant="secondary" onClick={() => { change({ stack: null, dataClasses: null }); }}>{t('basis.asOffered')}</Button>}
    </div>
  );
}

function PolicyDocument({ stack }: { stack: LawfulStack }): ReactElement {
  const { t } = useTranslation('answer');
  const { draft, change, givePolicy } = useAnswerForm();
  const document = stack.policyDocument ?? NO_DOCUMENT;
  const put = (part: keyof typeof NO_DOCUMENT, text: string): void => {
    const next = { ...document, [part]: text.trim() === '' ? null : text.trim() };
    givePolicy(next);
    if (draft.stack !== null) change({ stack: { ...draft.stack, policyDocument: next } });
  };
  const parts = [['id', 20], ['version', 5], ['reviewDate', 10]] as const;
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{t('basis.policy.title')}</legend>
      {parts.map(([part, width]) => <Input key={part} id={`policy-${part}`} label={t(`basis.policy.${part}`)} width={width} autoComplete="off" value={document[part] ?? ''} onChange={(event) => { put(part, event.currentTarget.value); }} />)}
    </fieldset>
  );
}

function useOfferedRows(): CatalogueRow[] {
  const { answering: { own, on, question, law: { catalogue } } } = useAnswerForm();
  const { subjectKind } = question.record;
  return catalogue.offered({ nation: own.nation, day: on, sharer: partyOf(own), recipient: partyOf(question.asking), subject: subjectKind });
}
