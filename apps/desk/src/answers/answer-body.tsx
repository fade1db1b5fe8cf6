import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView } from '@lateral/contracts';
import type { ResponseBody } from '@lateral/envelope/words';
import { Prose } from '../words/prose.js';
import { Details } from '../components/index.js';
import type { ReadRequest } from '../check/wanted.js';
import { dayOf, momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { isAnswer, type Answer } from './answer.js';
import { Corrected } from './corrected.js';
import { GivenItem } from './given-item.js';
import { WhatNow } from './what-now.js';

/** One answer: what to make of it where it gives nothing, its items, and where they looked. In the language it was written in. */
export function AnswerBody({ opened, read, check }: { opened: Answer; read: ReadRequest; check: CheckView }): ReactElement {
  const { t } = useTranslation('answers');
  const { body, record } = opened;
  const before = read.before.get(opened.message);
  return (
    <>
      {before !== undefined && isAnswer(before) && <Corrected before={before.body} after={body} />}
      <WhatNow body={body} response={record.response} view={read.view} check={check} />
      {read.question?.body.type === 'request' && <Details summary={t('item.question')}><div lang={read.question.body.language}><Prose text={read.question.body.question} /></div></Details>}
      <Words title={t('context')} text={body.context} language={body.language} />
      {body.items.map((item, at) => <GivenItem key={item.id} item={item} number={at + 1} opened={opened} question={read.question} />)}
      <Words title={t('analysis')} text={body.analysis} language={body.language} />
      {body.withheld?.withheld === true && <p className="govuk-body"><strong>{body.withheld.category == null || body.withheld.category === '' ? t('withheld') : t('withheldWhat', { what: body.withheld.category })}</strong></p>}
      <Words title={t('match')} text={body.match == null ? null : `${body.match.confidence}. ${body.match.basis}`} language={body.language} />
      <Looked body={body} />
      <Who body={body} />
    </>
  );
}

function Words({ title, text, language }: { title: string; text: string | null | undefined; language: 'en' | 'cy' }): ReactElement | null {
  if (text == null || text.trim() === '') return null;
  return <><h4 className="govuk-heading-s">{title}</h4><div lang={language}><Prose text={text} /></div></>;
}

function Looked({ body: { systemsSearched, namesSearched } }: { body: ResponseBody }): ReactElement | null {
  const { t } = useTranslation('answers');
  const { language } = useLanguage();
  if (systemsSearched.length === 0) return null;
  const when = (text: string): string => (/^\d{4}-\d{2}-\d{2}T/u.test(text) && !Number.isNaN(Date.parse(text)) ? momentOf(text, language) : /^\d{4}-\d{2}-\d{2}$/u.test(text) ? dayOf(text, language) : text);
  return (
    <Details summary={t('systems')}>
      <ul className="govuk-list">{systemsSearched.map(({ system, searchedAt }, at) => <li key={`${system} ${at}`}>{t('searched', { system, at: when(searchedAt) })}</li>)}</ul>
      {namesSearched.length > 0 && <p className="govuk-body" translate="no">{t('names', { names: namesSearched.join('; ') })}</p>}
    </Details>
  );
}

function Who({ body: { answeredBy, approvedBy } }: { body: ResponseBody }): ReactElement {
  const { t } = useTranslation('answers');
  const who = answeredBy === undefined ? null : [answeredBy.name, answeredBy.role, answeredBy.phone].filter((part) => part !== undefined && part !== '').join(', ');
  return <p className="govuk-hint" translate="no">{who !== null && t('by', { who })} {approvedBy !== undefined && approvedBy !== '' && t('approved', { who: approvedBy })}</p>;
}
