import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { OverrideView, RequestView } from '@lateral/contracts';
import { OVERRIDE_CALLED } from '@lateral/domain/statement';
import { NotOpened } from '../answer/opening.js';
import { AnswerRead, isAnswer } from '../answer/own-answer.js';
import { Question } from '../answer/question.js';
import { Button, InsetText, SummaryList } from '../components/index.js';
import { isQuestion } from '../data/opened-question.js';
import { useNames } from '../data/people.js';
import { useOverrides, useRequest } from '../data/work.js';
import { useDesk, useMember } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { useProblemText } from '../frame/problem-text.js';
import { Loading, Shown } from '../frame/reading.js';
import { may } from '../frame/roles.js';
import { useAct, type Act } from '../frame/use-act.js';
import { HubProblem } from '../hub/hub.js';
import { useComposing } from '../new-check/use-check.js';
import { called } from '../words/called.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import type { LeftInEmergency } from './in-order.js';
import { ReviewForm } from './review-form.js';
import { useLeft } from './use-left.js';
import { WhatLeft } from './what-left.js';

/** One emergency, and what a second person makes of it. Nobody is the judge of their own. */
export function Component(): ReactElement {
  const { t } = useTranslation('emergencies');
  const { message = '' } = useParams();
  const query = useOverrides();
  const act = useAct();
  return (
    <Page title={t('one')} caption={query.data?.find((each) => each.message === message)?.reference} back={{ href: '/emergencies', label: t('title') }} errors={act.errors} narrow>
      <Shown query={query} what={t('what')}>{(all) => {
        const override = all.find((each) => each.message === message);
        if (override === undefined) throw new HubProblem(404, 'not-found');
        return <Emergency key={message} override={override} act={act} />;
      }}</Shown>
    </Page>
  );
}

interface Props { override: OverrideView; act: Act }

function Emergency({ override, act }: Props): ReactElement {
  const { t } = useTranslation('emergencies');
  const { language } = useLanguage();
  const { now } = useDesk();
  const { member, roles } = useMember();
  const query = useRequest(override.request);
  const { finding, reviewedAt, usedBy } = override;
  if (reviewedAt !== null && finding !== null) return <><Used override={override} /><InsetText>{t('reviewedSo', { finding: t(`finding.${finding}`), at: momentOf(reviewedAt, language, now()) })}</InsetText></>;
  if (usedBy === member || !may('review-override', roles)) return <><Used override={override} /><InsetText>{t(usedBy === member ? 'ownOne' : 'others')}</InsetText></>;
  return <><Used override={override} /><Shown query={query} what={t('what')}>{(view) => <Opened override={override} view={view} act={act} />}</Shown></>;
}

function Used({ override }: { override: OverrideView }): ReactElement {
  const { t } = useTranslation('emergencies');
  const { language } = useLanguage();
  const { now } = useDesk();
  const nameOf = useNames();
  const { reason, usedBy, usedAt, reviewDue } = override;
  const rows = [
    { key: t('column.what'), value: <WhatLeft override={override} /> },
    { key: t('column.reason'), value: called(OVERRIDE_CALLED[reason], language) }, { key: t('column.by'), value: nameOf(usedBy) }, { key: t('column.sent'), value: momentOf(usedAt, language, now()) }, { key: t('column.due'), value: momentOf(reviewDue, language, now()) },
  ];
  return <SummaryList rows={rows} />;
}

function Opened({ override, view, act }: Props & { view: RequestView }): ReactElement {
  const { t } = useTranslation('emergencies');
  const { agency } = useMember();
  const textOf = useProblemText();
  const composing = useComposing();
  const { left, refused, isOpening, error, open } = useLeft(override, view);
  if (refused !== null) return <NotOpened refused={refused} kind={view.asking === agency ? 'question' : 'answer'} from={agency} />;
  if (left === null) return isOpening ? <Loading what={t('what')} /> : (
    <>
      {error !== null && <InsetText role="status">{textOf(error)}</InsetText>}
      <Button type="button" onClick={() => void act.run(open)} disabled={act.busy}>{t('open')}</Button>
    </>
  );
  if (composing === undefined) return <Loading what={t('law')} />;
  return <>{view.state === 'withdrawn' && <InsetText>{t('takenBack')}</InsetText>}<Content left={left} /><ReviewForm override={override} left={left} around={composing} act={act} /></>;
}

function Content({ left: { message, question } }: { left: LeftInEmergency }): ReactElement {
  const { t } = useTranslation('emergencies');
  const asked = isQuestion(message) ? message : question;
  return (
    <>
      {isQuestion(asked) && <Question opened={asked} />}
      {isAnswer(message) && <section aria-labelledby="answered"><h2 className="govuk-heading-m" id="answered">{t('answered')}</h2><AnswerRead message={message} /></section>}
    </>
  );
}
