import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CheckView } from '@lateral/contracts';
import { InsetText, Link } from '../components/index.js';
import { inDueOrder } from '../check/card-state.js';
import { OpenEverything } from '../check/check-page.js';
import { isAnswerGone } from '../check/erased.js';
import { pathTo } from '../check/path-to.js';
import { useReadCheck } from '../check/use-read.js';
import { useChronologyDraft } from '../chronology/chronology-draft.js';
import { useAgencyNames } from '../data/people.js';
import { useCheck } from '../data/work.js';
import { useDecideDraft } from '../decide/decide-draft.js';
import { DraftNote } from '../frame/use-draft.js';
import { Page } from '../frame/page.js';
import { Loading, Shown } from '../frame/reading.js';
import { useAct, type Act } from '../frame/use-act.js';
import { HubProblem } from '../hub/hub.js';
import { useLanguage } from '../words/use-language.js';
import { AgencyAnswers } from './agency-answers.js';
import { ErasedAnswer } from './erased-answer.js';
import { MarksContext } from './marks.js';

/** What one agency answered, or all of them: the address says which. */
export function Component(): ReactElement {
  const { t } = useTranslation(['answers', 'check']);
  const { reference = '', request } = useParams();
  const query = useCheck(reference);
  const act = useAct();
  return (
    <Page title={t(request === undefined ? 'title' : 'titleOne')} caption={reference} back={{ href: pathTo(reference), label: t('check:toCheck') }} errors={act.errors}>
      <Shown query={query} what={t('what')}>{(check) => <Answers key={check.id} check={check} request={request} act={act} />}</Shown>
    </Page>
  );
}

function Answers({ check, request, act }: { check: CheckView; request: string | undefined; act: Act }): ReactElement {
  const { t } = useTranslation(['answers', 'check']);
  const { language } = useLanguage();
  const agencyName = useAgencyNames();
  const whole = useReadCheck(check);
  const deciding = useDecideDraft(check, language);
  const chronology = useChronologyDraft(check.reference);
  const marks = useMemo(() => ({ deciding, chronology }), [deciding, chronology]);
  const views = inDueOrder(check.requests).filter(({ id }) => request === undefined || id === request);
  if (views.length === 0) throw new HubProblem(404, 'not-found');
  return (
    <MarksContext.Provider value={marks}>
      <OpenEverything whole={whole} act={act} />
      {whole.isOpening && <Loading what={t('what')} />}
      {views.map((view) => {
        const read = whole.read.find((each) => each.view.id === view.id);
        if (read !== undefined && isAnswerGone(read)) return <ErasedAnswer key={view.id} view={view} />;
        if (read === undefined || view.answer === null && read.answers.length === 0) return <InsetText key={view.id}>{view.state === 'withdrawn' ? `${agencyName(view.asked)}: ${t('withdrawn')}` : t('notYet', { agency: agencyName(view.asked) })}</InsetText>;
        return <AgencyAnswers key={view.id} read={read} check={check} />;
      })}
      <p className="govuk-hint">{t('kept')}</p>
      <DraftNote draft={deciding} />
      <nav className="desk-ways" aria-label={t('check:nav.label')}>
        <ul className="govuk-list">
          {request !== undefined && <li><Link className="govuk-link govuk-link--no-visited-state" href={pathTo(check.reference, '/answers')}>{t('all')}</Link></li>}
          <li><Link className="govuk-link govuk-link--no-visited-state" href={pathTo(check.reference, '/chronology')}>{t('chronology')}</Link></li>
          <li><Link className="govuk-link govuk-link--no-visited-state" href={pathTo(check.reference, '/decide')}>{t('decide')}</Link></li>
        </ul>
      </nav>
    </MarksContext.Provider>
  );
}
