import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactView } from '@lateral/contracts';
import { packFor, type DataCategory } from '@lateral/domain/packs';
import { Checkboxes, DateInput, Details, Input, Radios, Textarea } from '../components/index.js';
import type { KnownAgency } from '../crypto/protocol.js';
import type { Law } from '../justify/law.js';
import { useLanguage } from '../words/use-language.js';
import { isLong, usualQuestions } from './ask.js';
import { PERIODS, type AgencyDraft, type CheckDraft, type Period } from './check-draft.js';
import { windowOf } from './compose.js';
import type { Faults } from './use-faults.js';

const PERIOD_WORDS = { 12: 'months12', 24: 'months24', birth: 'birth', other: 'other' } as const satisfies Record<Period, string>;

interface AgencyQuestionsProps {
  agency: KnownAgency;
  of: AgencyDraft;
  law: Law;
  people: CheckDraft['people'];
  on: string;
  contact: ContactView | undefined;
  errorAt: Faults['errorAt'];
  change: (change: Partial<AgencyDraft>) => void;
}

/** What one agency is asked, how far back, and how it can be spoken to. */
export function AgencyQuestions(props: AgencyQuestionsProps): ReactElement {
  const { t } = useTranslation('newCheck');
  const { agency, of, law, contact, change } = props;
  const { categories } = packFor(law.packs, agency.type);
  const usual = usualQuestions({ categories });
  const others = categories.filter(({ code }) => !usual.includes(code));
  return (
    <>
      <Contact contact={contact} />
      <Questions {...props} id={`${agency.id}-questions`} legend={t('ask.questions')} categories={categories.filter(({ code }) => usual.includes(code))} error={props.errorAt(`${agency.id}-questions`)} />
      {others.length > 0 && <Details summary={t('ask.moreQuestions', { count: others.length })} open={others.some(({ code }) => of.categories.includes(code)) ? true : undefined}><Questions {...props} id={`${agency.id}-others`} legend={t('ask.otherQuestions')} categories={others} /></Details>}
      <Textarea id={`${agency.id}-more`} label={t('ask.more')} rows={2} value={of.more} onChange={(event) => { change({ more: event.currentTarget.value }); }} />
      <PeriodChoice {...props} />
    </>
  );
}

function Contact({ contact }: { contact: ContactView | undefined }): ReactElement | null {
  const { t } = useTranslation('newCheck');
  if (contact === undefined || (contact.phone === null && contact.outOfHoursPhone === null)) return null;
  return <p className="govuk-hint">{contact.phone !== null && t('ask.phone', { phone: contact.phone })} {contact.outOfHoursPhone !== null && t('ask.outOfHours', { phone: contact.outOfHoursPhone })}</p>;
}

function Questions({ of, change, id, legend, categories, error }: AgencyQuestionsProps & { id: string; legend: string; categories: readonly DataCategory[]; error?: string | undefined }): ReactElement {
  const { language } = useLanguage();
  const own = categories.map(({ code }) => code);
  return (
    <Checkboxes
      name={`${id}[]`} idPrefix={id} legend={legend} legendSize="s" small error={error} values={of.categories.filter((code) => own.includes(code))} onChange={(ticked) => { change({ categories: [...of.categories.filter((code) => !own.includes(code)), ...ticked] }); }}
      items={categories.map(({ code, name, prompt }) => ({ value: code, label: name[language], hint: prompt[language] }))}
    />
  );
}

function PeriodChoice({ agency, of, people, on, errorAt, change }: AgencyQuestionsProps): ReactElement {
  const { t } = useTranslation('newCheck');
  const window = windowOf(of, people, on);
  const from = (
    <DateInput
      id={`${agency.id}-from`} namePrefix={`${agency.id}-from`} legend={t('ask.from')} labels={{ day: t('date.day'), month: t('date.month'), year: t('date.year') }} error={errorAt(`${agency.id}-from-day`)}
      values={of.from} onChange={({ day = '', month = '', year = '' }) => { change({ from: { day, month, year } }); }}
    />
  );
  return (
    <>
      <Radios
        name={`${agency.id}-period`} legend={t('ask.period')} legendSize="s" small inline={of.period !== 'other'} error={errorAt(`${agency.id}-period`)} value={of.period} onChange={(period) => { change({ period: period as Period }); }}
        items={PERIODS.map((period) => ({ value: period, label: t(`ask.periods.${PERIOD_WORDS[period]}`), ...(period === 'other' && of.period === 'other' ? { conditional: from } : {}) }))}
      />
      {window !== null && isLong(window, on) && <Input id={`${agency.id}-period-why`} label={t('ask.periodWhy')} error={errorAt(`${agency.id}-period-why`)} autoComplete="off" value={of.periodReason} onChange={(event) => { change({ periodReason: event.currentTarget.value }); }} />}
    </>
  );
}
