import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestBody } from '@lateral/envelope/words';
import { PURPOSE_CALLED, ROLE_CALLED } from '@lateral/domain/statement';
import { Button, Details, InsetText, SummaryList, WarningText, type SummaryRow } from '../components/index.js';
import { statementOf } from '../justify/statement.js';
import { judged } from '../justify/verdict.js';
import { called } from '../words/called.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { DueClock } from '../inbox/due-clock.js';
import { useDueRule } from '../inbox/due-rule.js';
import { initialsOf } from '../words/initials.js';
import { refusingOf } from './grounds.js';
import type { Answering } from './compose.js';
import type { OpenRequest } from './use-answer.js';
import { KeyNews } from '../frame/key-news.js';
import { useHideNames } from '../frame/use-hide-names.js';

type Person = RequestBody['people'][number];

/** The left-hand side: until when, about whom, what is asked and why, and what the law says of answering. */
export function QuestionSide({ request, answering }: { request: OpenRequest; answering: Answering | undefined }): ReactElement {
  const { t } = useTranslation(['answer', 'codes', 'frame']);
  const { language } = useLanguage();
  const ruleOf = useDueRule();
  const { view, opened } = request;
  const { body, narrative, record, mismatched } = opened;
  return (
    <>
      <p className="govuk-body-l"><DueClock view={view} /></p>
      {view.endedAt === null && <p className="govuk-hint">{ruleOf(view.dueRule)}</p>}
      <KeyNews of={[opened]} />
      {mismatched.length > 0 && <WarningText prefix={t('frame:warning')}>{t('question.mismatched', { fields: mismatched.map((field) => t(`codes:sealed.${field}`)).join('; ') })}</WarningText>}
      <People people={body.people} language={body.language} />
      <section lang={body.language}>
        <h2 className="govuk-heading-m" lang={language}>{t('question.asked')}</h2>
        <Prose text={body.question} />
        <SummaryList rows={rowsOf(request, t, language)} />
      </section>
      <section lang={narrative.language}>
        <h2 className="govuk-heading-m" lang={language}>{t('question.why')}</h2>
        <Prose text={narrative.necessity} />
        {narrative.harmOfNotSharing !== undefined && narrative.harmOfNotSharing !== narrative.necessity && <Prose text={narrative.harmOfNotSharing} />}
      </section>
      {answering !== undefined && <Duty answering={answering} />}
      {answering !== undefined && <Statement request={request} answering={answering} />}
      {record.override !== null && <WarningText prefix={t('frame:warning')}>{t('question.override')}</WarningText>}
    </>
  );
}

type Words = ReturnType<typeof useTranslation<['answer', 'codes', 'frame']>>['t'];

function rowsOf({ opened: { body, record } }: OpenRequest, t: Words, language: 'en' | 'cy'): SummaryRow[] {
  const row = (key: string, value: string | null | undefined): SummaryRow[] => (value === null || value === undefined || value.trim() === '' ? [] : [{ key: <span lang={language}>{key}</span>, value }]);
  return [
    ...row(t('question.decision'), called(PURPOSE_CALLED[record.purpose], language)), ...row(t('question.reason'), body.referralReason), ...row(t('question.history'), body.serviceHistory),
    ...row(t('question.period'), body.period === undefined || body.period === null ? null : t('question.fromTo', { from: dateIn(body.period.from, language), to: dateIn(body.period.to, language) })),
    ...row(t('question.limits'), body.limits), ...row(t('question.asker'), body.asker === undefined ? null : [body.asker.name, body.asker.role, body.asker.phone].filter((part) => part !== undefined && part !== '').join(', ')),
  ];
}

function People({ people, language: written }: { people: readonly Person[]; language: 'en' | 'cy' }): ReactElement {
  const { t } = useTranslation(['answer', 'frame']);
  const { hidden, toggle } = useHideNames();
  return (
    <section lang={written}>
      <h2 className="govuk-heading-m">{t('question.people')}</h2>
      {people.some(({ addresses = [] }) => addresses.some(({ confidential }) => confidential === true)) && <WarningText prefix={t('frame:warning')}>{t('question.hidden')}</WarningText>}
      <ul className="govuk-list">{people.map((person) => <li key={person.id}><PersonLine person={person} hidden={hidden} /></li>)}</ul>
      <Button type="button" variant="secondary" aria-pressed={hidden} onClick={toggle}>{t('question.hideNames')}</Button>
    </section>
  );
}

function PersonLine({ person, hidden }: { person: Person; hidden: boolean }): ReactElement {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const [isShown, setShown] = useState(false);
  const { name, roles, dob, edd, ageEstimate, aliases = [], addresses = [], identifiers = [] } = person;
  const role = roles.map((each) => called(ROLE_CALLED[each], language)).join(', ');
  // With names hidden a press shows one person: somebody else may be looking on.
  if (hidden && !isShown) return <><button type="button" className="desk-plain" onClick={() => { setShown(true); }}>{initialsOf(name)}<span className="govuk-visually-hidden"> {t('question.showName')}</span></button> ({role}{yearOf(dob)})</>;
  const born = [dob === null || dob === undefined ? null : t('question.born', { date: dateIn(dob, language) }), edd === null || edd === undefined ? null : t('question.expected', { date: dateIn(edd, language) }), ageEstimate ?? null];
  return (
    <>
      <strong translate="no">{name}</strong> ({role}){born.filter((part) => part !== null).map((part) => `, ${part}`).join('')}
      {aliases.length > 0 && <div className="govuk-hint" translate="no">{t('question.also', { names: aliases.map((alias) => alias.name).join('; ') })}</div>}
      {identifiers.length > 0 && <div className="govuk-hint" translate="no">{identifiers.map(({ kind, value }) => `${kind === 'nhs_number' ? t('question.nhs') : kind === 'upn' ? t('question.upn') : kind} ${value}`).join('; ')}</div>}
      {addresses.map(({ line, town, confidential }, at) => <div key={at} className="govuk-hint" translate="no">{[line, town].filter((part) => part !== '').join(', ')}{confidential === true && <strong> {t('question.confidential')}</strong>}</div>)}
    </>
  );
}

/** Which duty to answer binds whoever reads this, and what it asks of a refusal. */
function Duty({ answering: { question, law } }: { answering: Answering }): ReactElement | null {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { duties, needsReasons } = refusingOf(question.record, law);
  const gateways = question.record.stack.gateway.flatMap((code) => {
    const row = law.catalogue.row(code);
    return row === null ? [] : `${row.name[language]} (${row.citation})`;
  });
  if (duties.length > 0) return <InsetText>{duties.map((name) => name[language]).join('; ')}. {needsReasons && t('question.reasonsIfRefused')}</InsetText>;
  return gateways.length === 0 ? null : <InsetText>{t('question.under', { duties: gateways.join('; ') })}</InsetText>;
}

function Statement({ request: { view, opened }, answering: { own, question, law, on } }: { request: OpenRequest; answering: Answering }): ReactElement {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const text = useMemo(() => {
    const { cover } = judged(opened.record, opened, { other: own, request: null, around: { own: question.asking, law, on } });
    return statementOf({ record: opened.record, cover, words: opened, owner: question.asking, other: own, dueAt: view.dueAt, law }, language);
  }, [opened, question.asking, own, on, view.dueAt, law, language]);
  return <Details summary={t('question.statement')}><Prose text={text} /></Details>;
}

export function Prose({ text }: { text: string }): ReactElement {
  return <>{text.split(/\n+/u).filter((line) => line.trim() !== '').map((line, at) => <p key={at} className="govuk-body" translate="no">{line}</p>)}</>;
}

function dateIn(text: string, language: 'en' | 'cy'): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? dayOf(text, language) : text;
}

function yearOf(dob: string | null | undefined): string {
  const year = /^\d{4}/u.exec(dob ?? '')?.[0];
  return year === undefined ? '' : `, ${year}`;
}
