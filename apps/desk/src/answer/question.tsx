import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestBody } from '@lateral/envelope/words';
import { PURPOSE_CALLED, ROLE_CALLED } from '@lateral/domain/statement';
import { Button, SummaryList, WarningText, type SummaryRow } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { KeyNews } from '../frame/key-news.js';
import { OnHubsWord } from '../frame/message-states.js';
import { useHideNames } from '../frame/use-hide-names.js';
import { called } from '../words/called.js';
import { dayOf } from '../words/dates.js';
import { initialsOf } from '../words/initials.js';
import { useLanguage } from '../words/use-language.js';
import { Prose } from '../words/prose.js';
import type { OpenRequest } from './use-answer.js';

type Person = RequestBody['people'][number];
type Opened = OpenRequest['opened'];

/** What a question says: about whom, what is asked and why, with whatever its reader has to know of it. */
export function Question({ opened }: { opened: Opened }): ReactElement {
  const { t } = useTranslation(['answer', 'codes', 'frame']);
  const { language } = useLanguage();
  const agencyName = useAgencyNames();
  const { body, narrative, record, mismatched } = opened;
  return (
    <>
      <OnHubsWord of={opened} agency={agencyName(opened.signer.agency)} />
      <KeyNews of={[opened]} />
      {mismatched.length > 0 && <WarningText prefix={t('frame:warning')}>{t('question.mismatched', { fields: mismatched.map((field) => t(`codes:sealed.${field}`)).join('; ') })}</WarningText>}
      {record.override !== null && <WarningText prefix={t('frame:warning')}>{t('question.override')}</WarningText>}
      <People people={body.people} language={body.language} />
      <section lang={body.language}>
        <h2 className="govuk-heading-m" lang={language}>{t('question.asked')}</h2>
        <Prose text={body.question} />
        <SummaryList rows={rowsOf(opened, t, language)} />
      </section>
      <section lang={narrative.language}>
        <h2 className="govuk-heading-m" lang={language}>{t('question.why')}</h2>
        <Prose text={narrative.necessity} />
        {narrative.harmOfNotSharing !== undefined && narrative.harmOfNotSharing !== narrative.necessity && <Prose text={narrative.harmOfNotSharing} />}
      </section>
    </>
  );
}

type Words = ReturnType<typeof useTranslation<['answer', 'codes', 'frame']>>['t'];

function rowsOf({ body, record }: Opened, t: Words, language: 'en' | 'cy'): SummaryRow[] {
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

function dateIn(text: string, language: 'en' | 'cy'): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? dayOf(text, language) : text;
}

function yearOf(dob: string | null | undefined): string {
  const year = /^\d{4}/u.exec(dob ?? '')?.[0];
  return year === undefined ? '' : `, ${year}`;
}
