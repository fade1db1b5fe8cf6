import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import type { RequestView } from '@lateral/contracts';
import { erasedSince, hasLostCodes, isErased } from '../check/erased.js';
import { InsetText, SkipLink } from '../components/index.js';
import { useOpened } from '../data/opened.js';
import { isQuestion } from '../data/opened-question.js';
import { useAgencyNames } from '../data/people.js';
import { useRequest } from '../data/work.js';
import { Page } from '../frame/page.js';
import { Shown } from '../frame/reading.js';
import { useAct, type Act } from '../frame/use-act.js';
import { DueClock } from '../inbox/due-clock.js';
import { isCorrected, isOpen, wantedOf } from '../inbox/rows.js';
import { UrgencyTag } from '../words/urgency-tag.js';
import { AnswerSide } from './answer-side.js';
import { Before } from './before.js';
import { ErasedRequest } from './erased-request.js';
import { LeftOver } from './left-over.js';
import { Opening, TakenBack } from './opening.js';
import { OutcomeTold } from './outcome-told.js';
import { OwnAnswer } from './own-answer.js';
import { QuestionSide } from './question-side.js';
import { Recuse } from './recuse.js';
import { SentPanel } from './sent-panel.js';
import { useAnswer, type OpenRequest } from './use-answer.js';
import { useApproval } from './use-approval.js';
import { useSending } from './use-sending.js';

/** One request: what is asked, and the answer to it. */
export function RequestPage(): ReactElement {
  const { t } = useTranslation('answer');
  const { request = '' } = useParams();
  const query = useRequest(request);
  const act = useAct();
  return (
    <Page title={t('title')} caption={query.data?.reference} back={{ href: '/inbox', label: t('back') }} errors={act.errors}>
      <Shown query={query} what={t('what')}>{(view) => <Request key={view.id} view={view} act={act} />}</Shown>
    </Page>
  );
}

function Request({ view, act }: { view: RequestView; act: Act }): ReactElement {
  const { t } = useTranslation('answer');
  const agencyName = useAgencyNames();
  const { state } = useLocation() as { state: unknown };
  const wanted = useMemo(() => wantedOf(view), [view]);
  const opened = useOpened(wanted);
  const message = opened.all.find((each) => each.opened !== null)?.opened ?? null;
  const request = useMemo(() => (isQuestion(message) ? { view, opened: message } : null), [message, view]);
  if (request !== null) return <Both request={request} act={act} />;
  if (view.state === 'withdrawn') return <TakenBack view={view} />;
  if (hasLostCodes(view) || erasedSince(view) !== null || opened.all.some(isErased)) return <ErasedRequest view={view} />;
  if (wanted.length === 0) return <TakenBack view={view} />;
  const what = <><p className="govuk-body-l"><UrgencyTag urgency={view.urgency} /> <DueClock view={view} /></p>{isCorrected(view) && <InsetText role="status">{t('opening.corrected', { agency: agencyName(view.asking) })}</InsetText>}<p className="govuk-body">{t('opening.tells', { agency: agencyName(view.asking) })}</p></>;
  return <Opening kind="question" opened={opened} from={view.asking} atOnce={asksToOpen(state)} what={what}><Recuse {...leftBy(view)} act={act} /></Opening>;
}

const leftBy = ({ id: request, envelopes }: RequestView): { request: string; messages: string[] } => ({ request, messages: envelopes.map(({ id }) => id) });

/** Question and answer, side by side where there is room. */
function Both({ request, act }: { request: OpenRequest; act: Act }): ReactElement {
  const { t } = useTranslation('answer');
  const { view } = request;
  const answer = useAnswer(request);
  const sending = useSending(request, answer);
  const approval = useApproval(view);
  const corrects = answer?.kept.value.corrects ?? null;
  const isWritten = (isOpen(view) || view.state === 'expired' || corrects !== null) && sending.sent === null;
  return (
    <div className="govuk-grid-row">
      <SkipLink target="answer">{t('skip')}</SkipLink>
      <div className="govuk-grid-column-one-third-from-desktop desk-question desk-not-printed"><QuestionSide request={request} answering={answer?.answering} /><Before view={view} /></div>
      <section className="govuk-grid-column-two-thirds-from-desktop" id="answer" aria-label={t('answerRegion')}>
        <OutcomeTold request={request} />
        {sending.sent !== null && <SentPanel sent={sending.sent} again={sending.again} />}
        {isWritten && <AnswerSide request={request} answer={answer} sending={sending} approval={approval} act={act} />}
        {!isWritten && sending.sent === null && answer !== undefined && <LeftOver view={view} kept={answer.kept} />}
        <OwnAnswer request={request} answer={answer} sending={sending} act={act} />
        <Recuse {...leftBy(view)} act={act} />
      </section>
    </div>
  );
}

/** The inbox says so to the router where somebody pressed its link; an address or a reload says nothing. */
function asksToOpen(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'open' in state && state.open === true;
}
