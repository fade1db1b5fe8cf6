import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLE_CALLED } from '@lateral/domain/statement';
import type { RequestBody } from '@lateral/envelope/words';
import { Prose } from '../words/prose.js';
import { useHideNames } from '../frame/use-hide-names.js';
import { Button, Details, WarningText } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { initialsOf } from '../words/initials.js';
import { called } from '../words/called.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { erasedInCheck } from './erased.js';
import { isQuestion, type OpenedQuestion } from '../data/opened-question.js';
import type { ReadCheck } from './use-read.js';

type Person = RequestBody['people'][number];

/** About whom, and what was asked and why: from the own questions, which are opened like any other message. */
export function PeopleSide({ whole: { check, read, sealed, isErased } }: { whole: ReadCheck }): ReactElement {
  const { t } = useTranslation('check');
  const { language } = useLanguage();
  const since = erasedInCheck(check);
  const asked = read.flatMap(({ view, question }) => (isQuestion(question) ? [{ agency: view.asked, request: view.id, question }] : []));
  const first = asked[0]?.question;
  if (first === undefined) return <p className="govuk-body">{!isErased || sealed > 0 ? t('people.sealed') : since === null ? t('people.erased') : t('people.erasedOn', { date: dayOf(since, language) })}</p>;
  return (
    <>
      <People body={first.body} />
      <Why question={first} />
      {asked.map(({ agency, request, question }) => <Asked key={request} agency={agency} body={question.body} />)}
    </>
  );
}

function People({ body: { people, language } }: { body: RequestBody }): ReactElement {
  const { t } = useTranslation('check');
  const { hidden, toggle } = useHideNames();
  return (
    <section aria-labelledby="people">
      <h2 className="govuk-heading-m" id="people">{t('people.title')}</h2>
      <ul className="govuk-list" lang={language}>{people.map((person) => <li key={person.id}><PersonLine person={person} hidden={hidden} /></li>)}</ul>
      <Button type="button" variant="secondary" className="desk-not-printed" aria-pressed={hidden} onClick={toggle}>{t('people.hideNames')}</Button>
    </section>
  );
}

function PersonLine({ person, hidden }: { person: Person; hidden: boolean }): ReactElement {
  const { t } = useTranslation(['check', 'frame']);
  const { language } = useLanguage();
  const [isShown, setShown] = useState(false);
  const { name, roles, dob, edd, ageEstimate, aliases = [], addresses = [] } = person;
  const role = roles.map((each) => called(ROLE_CALLED[each], language)).join(', ');
  const year = /^\d{4}/u.exec(dob ?? '')?.[0];
  if (hidden && !isShown) return <><button type="button" className="desk-plain" onClick={() => { setShown(true); }}>{initialsOf(name)}<span className="govuk-visually-hidden"> {t('people.showName')}</span></button> ({[role, year].filter((part) => part !== undefined).join(', ')})</>;
  const day = (date: string): string => (/^\d{4}-\d{2}-\d{2}$/u.test(date) ? dayOf(date, language) : date);
  const born = [dob == null ? null : t('people.born', { date: day(dob) }), edd == null ? null : t('people.expected', { date: day(edd) }), ageEstimate ?? null].filter((part) => part !== null);
  return (
    <>
      <strong translate="no">{name}</strong> ({[role, ...born].join(', ')})
      {aliases.length > 0 && <div className="govuk-hint" translate="no">{t('people.also', { names: aliases.map((alias) => alias.name).join('; ') })}</div>}
      {addresses.map(({ line, town, confidential }, at) => (
        <div key={at} className="govuk-hint" translate="no">{[line, town].filter((part) => part !== '').join(', ')}{confidential === true && <WarningText prefix={t('frame:warning')}>{t('people.addressHidden')}</WarningText>}</div>
      ))}
    </>
  );
}

function Why({ question: { body, narrative } }: { question: OpenedQuestion }): ReactElement {
  const { t } = useTranslation('check');
  const { language } = useLanguage();
  const parts = [['reason', body.referralReason], ['history', body.serviceHistory], ['why', narrative.necessity]] as const;
  return (
    <section aria-labelledby="question" lang={body.language}>
      <h2 className="govuk-heading-m" id="question" lang={language}>{t('question.title')}</h2>
      {parts.map(([key, text]) => text.trim() !== '' && <div key={key}><h3 className="govuk-heading-s" lang={language}>{t(`question.${key}`)}</h3><Prose text={text} /></div>)}
    </section>
  );
}

function Asked({ agency, body }: { agency: string; body: RequestBody }): ReactElement {
  const { t } = useTranslation('check');
  const agencyName = useAgencyNames();
  return <Details summary={t('question.asked', { agency: agencyName(agency) })}><div lang={body.language}><Prose text={body.question} /></div></Details>;
}
