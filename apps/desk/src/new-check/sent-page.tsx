import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CheckView, RequestView } from '@lateral/contracts';
import { NO_MOMENT } from '../answer/answer-draft.js';
import { icsOf } from '../talk/ics.js';
import { momentTyped } from '../talk/moments.js';
import { Button, Details, Link, Panel, Table } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { useCheck } from '../data/work.js';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { Shown } from '../frame/reading.js';
import { answerWords, useAnswerWords } from '../board/answer-words.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { MomentInput } from './moment-input.js';

const MINUTES = 30;
const KEPT_MS = 60_000;

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
        className="desk-sent" caption={t('sent.asked')} captionSize="m" head={[{ children: t('sent.agency') }, { children: t('sent.due') }, { children: t('sent.state') }]} firstCellIsHeader
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

function Discussion({ check }: { check: CheckView }): ReactElement {
  const { t } = useTranslation('newCheck');
  const [typed, setTyped] = useState(NO_MOMENT);
  const from = momentTyped(typed);
  return (
    <Details summary={t('sent.discussion')}>
      <MomentInput id="discussion" legend={t('sent.when')} hint={t('sent.discussionHint')} value={typed} onChange={setTyped} />
      {from !== null && <Invitation check={check} from={from} />}
    </Details>
  );
}

/** A file for a calendar, made in this page: nothing is fetched for it, and it names nobody. */
function Invitation({ check: { id, reference }, from }: { check: CheckView; from: string }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const { now, timers } = useDesk();
  const save = (): void => {
    const address = URL.createObjectURL(new Blob([icsOf({ uid: id, reference, from, minutes: MINUTES, now: now(), language })], { type: 'text/calendar;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${reference}.ics`;
    link.click();
    timers.after(KEPT_MS, () => { URL.revokeObjectURL(address); });
  };
  return <Button type="button" variant="secondary" onClick={save}>{t('sent.invitation')}</Button>;
}
