import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CheckView, RequestView } from '@lateral/contracts';
import { icsOf } from '../answer/ics.js';
import { Details, Input, Link, LinkButton, Panel, Table } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { useCheck } from '../data/work.js';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { Shown } from '../frame/reading.js';
import { answerWords, useAnswerWords } from '../board/answer-words.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { discussionAt } from './discussion.js';

const MINUTES = 30;

export function Component(): ReactElement {
  const { t } = useTranslation('newCheck');
  const { reference = '' } = useParams();
  const query = useCheck(reference);
  return (
    <Page title={t('sent.title')} narrow>
      <Shown query={query} what={t('what')}>{(check) => <Sent check={check} />}</Shown>
    </Page>
  );
}

/** Who was asked, by when each answers, who has opened it; and what comes next. */
export function Sent({ check }: { check: CheckView }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const { now } = useDesk();
  const nameOf = useAgencyNames();
  const words = useAnswerWords();
  const stateOf = (request: RequestView): string => answerWords(request, words);
  return (
    <>
      <Panel headingLevel={2} title={t('sent.panel')}><strong translate="no">{check.reference}</strong></Panel>
      <Table
        caption={t('sent.asked')} captionSize="m" head={[{ children: t('sent.agency') }, { children: t('sent.due') }, { children: t('sent.state') }]} firstCellIsHeader
        rows={check.requests.map((request) => ({ key: request.id, cells: [{ children: nameOf(request.asked) }, { children: momentOf(request.dueAt, language, now()) }, { children: stateOf(request) }] }))}
      />
      <h2 className="govuk-heading-m">{t('sent.next')}</h2>
      <p className="govuk-body">{t('sent.how')}</p>
      <p className="govuk-body"><Link className="govuk-link" href={`/checks/${encodeURIComponent(check.reference)}`}>{t('sent.open')}</Link></p>
      <Discussion check={check} />
      <p className="govuk-body"><Link className="govuk-link" href="/checks">{t('sent.board')}</Link></p>
    </>
  );
}

/** A file for a calendar, made in this page: it names nobody. */
function Discussion({ check: { id, reference } }: { check: CheckView }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const { now } = useDesk();
  const [typed, setTyped] = useState('');
  const [address, setAddress] = useState<string | undefined>(undefined);
  const from = discussionAt(typed);
  useEffect(() => {
    if (from === null) return setAddress(undefined);
    const made = URL.createObjectURL(new Blob([icsOf({ uid: id, reference, from, minutes: MINUTES, now: now(), language })], { type: 'text/calendar;charset=utf-8' }));
    setAddress(made);
    return () => { URL.revokeObjectURL(made); };
  }, [from, id, language, now, reference]);
  return (
    <Details summary={t('sent.discussion')}>
      <Input id="discussion" type="datetime-local" label={t('sent.when')} hint={t('sent.discussionHint')} width={20} value={typed} onChange={(event) => { setTyped(event.currentTarget.value); }} />
      {address !== undefined && <LinkButton href={address} download={`${reference}.ics`} variant="secondary">{t('sent.invitation')}</LinkButton>}
    </Details>
  );
}
