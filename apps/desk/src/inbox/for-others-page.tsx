import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DelegatedRequestView } from '@lateral/contracts';
import { Opening } from '../answer/opening.js';
import { Question } from '../answer/question.js';
import { Recuse } from '../answer/recuse.js';
import { InsetText, SummaryList } from '../components/index.js';
import { useOpened } from '../data/opened.js';
import { isQuestion } from '../data/opened-question.js';
import { useAgencyNames, useContacts } from '../data/people.js';
import { useDelegated } from '../data/work.js';
import { Page } from '../frame/page.js';
import { Shown } from '../frame/reading.js';
import { useAct, type Act } from '../frame/use-act.js';
import { HubProblem } from '../hub/hub.js';
import { UrgencyTag } from '../words/urgency-tag.js';
import { DueClock } from './due-clock.js';

/** A question to an agency whose office is closed, as whoever reads for it at this hour has it: to be read and acted on by telephone, and answered by nobody here. */
export function Component(): ReactElement {
  const { t } = useTranslation('inbox');
  const { request = '' } = useParams();
  const query = useDelegated();
  const act = useAct();
  return (
    <Page title={t('others.one')} caption={query.data?.find(({ id }) => id === request)?.reference} back={{ href: '/inbox', label: t('others.back') }} errors={act.errors}>
      <Shown query={query} what={t('others.list')}>{(list) => <Kept waiting={list.find(({ id }) => id === request) ?? null} act={act} />}</Shown>
    </Page>
  );
}

/** What was answered while it was being read goes from the list, and not from under its reader. */
function Kept({ waiting, act }: { waiting: DelegatedRequestView | null; act: Act }): ReactElement {
  const { t } = useTranslation('inbox');
  const [view, keep] = useState(waiting);
  if (waiting !== null && waiting !== view) keep(waiting);
  if (view === null) throw new HubProblem(404, 'not-found');
  return <>{waiting === null && <InsetText role="status">{t('others.over')}</InsetText>}<Delegated key={view.message} view={view} act={act} /></>;
}

function Delegated({ view, act }: { view: DelegatedRequestView; act: Act }): ReactElement {
  const { t } = useTranslation('inbox');
  const agencyName = useAgencyNames();
  const { id: request, message, check, asking, asked } = view;
  const wanted = useMemo(() => [{ envelope: message, expected: { type: 'request' as const, from: asking, check, request, inReplyTo: null } }], [message, asking, check, request]);
  const opened = useOpened(wanted);
  const question = opened.all.find((each) => each.opened !== null)?.opened ?? null;
  const said = <><p className="govuk-body-l"><UrgencyTag urgency={view.urgency} /> <DueClock view={{ ...view, endedAt: null }} /></p><InsetText>{t('others.means', { asked: agencyName(asked) })}</InsetText><Telephones of={[asking, asked]} /></>;
  const leave = <Recuse request={request} messages={[message]} act={act} />;
  if (!isQuestion(question)) return <Opening kind="question" opened={opened} from={asking} atOnce={false} what={said}>{leave}</Opening>;
  return <>{said}<Question opened={question} />{leave}</>;
}

/** Whoever reads for others acts by telephone: with those who ask, and with those for whom they read. */
function Telephones({ of }: { of: readonly string[] }): ReactElement {
  const { t } = useTranslation('inbox');
  const agencyName = useAgencyNames();
  const contacts = useContacts().data;
  const numbersOf = (agency: string): string => {
    const { phone = null, outOfHoursPhone = null } = contacts?.find((contact) => contact.agency === agency) ?? {};
    return [phone, outOfHoursPhone === null ? null : t('others.night', { phone: outOfHoursPhone })].filter((number) => number !== null).join('; ') || t('others.noPhone');
  };
  return <SummaryList rows={of.map((agency) => ({ key: agencyName(agency), value: numbersOf(agency) }))} />;
}
