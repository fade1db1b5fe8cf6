import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import type { CheckView } from '@lateral/contracts';
import { Button, InsetText, Link, NotificationBanner, SummaryList, type SummaryRow } from '../components/index.js';
import { useAgencyNames, useNames } from '../data/people.js';
import { useCheck } from '../data/work.js';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { useProblemText } from '../frame/problem-text.js';
import { Shown } from '../frame/reading.js';
import { useAct, type Act } from '../frame/use-act.js';
import { useSteady } from '../frame/use-steady.js';
import { dayOf, momentOf } from '../words/dates.js';
import { UrgencyTag } from '../words/urgency-tag.js';
import { useLanguage } from '../words/use-language.js';
import { AgencyCard } from './agency-card.js';
import { inDueOrder, newAnswers } from './card-state.js';
import { CheckActs } from './check-acts.js';
import { erasedInCheck } from './erased.js';
import { pathTo, type Said } from './path-to.js';
import { PeopleSide } from './people-side.js';
import { useReadCheck, type ReadCheck } from './use-read.js';

/** One check: about whom and what on the left, every agency that was asked on the right. */
export function Component(): ReactElement {
  const { t } = useTranslation('check');
  const { reference = '' } = useParams();
  const query = useCheck(reference);
  const act = useAct();
  return (
    <Page title={t('title')} caption={query.data?.reference} back={{ href: '/checks', label: t('back') }} errors={act.errors}>
      <Shown query={query} what={t('what')}>{(check) => <Whole key={check.id} check={check} act={act} />}</Shown>
    </Page>
  );
}

function Whole({ check, act }: { check: CheckView; act: Act }): ReactElement {
  const whole = useReadCheck(check);
  const [told, setTold] = useState<string | null>(null);
  return (
    <>
      <Told said={told} />
      <Ways check={check} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third-from-desktop">
          <Standing whole={whole} />
          <PeopleSide whole={whole} />
        </div>
        <div className="govuk-grid-column-two-thirds-from-desktop">
          <OpenEverything whole={whole} act={act} />
          <Cards whole={whole} act={act} tell={setTold} />
          <CheckActs check={check} act={act} tell={setTold} />
        </div>
      </div>
    </>
  );
}

/** What was done here, or on the page that led back here. */
function Told({ said }: { said: string | null }): ReactElement | null {
  const { t } = useTranslation(['check', 'frame']);
  const { state } = useLocation() as { state: unknown };
  const before = saidIn(state);
  const text = said ?? (before === null ? null : before === 'withdrawn' ? t('withdraw.doneRequest') : t(before));
  return text === null ? null : <NotificationBanner key={text} success autoFocus={false} title={t('frame:important')} titleId="told" heading={text} />;
}

function saidIn(state: unknown): Said | null {
  const said = typeof state === 'object' && state !== null && 'said' in state ? state.said : null;
  return said === 'added' || said === 'rated' || said === 'moved' || said === 'withdrawn' ? said : null;
}

function Ways({ check: { reference, decision, state } }: { check: CheckView }): ReactElement {
  const { t } = useTranslation('check');
  const link = (href: string, text: string): ReactElement => <li key={href}><Link className="govuk-link govuk-link--no-visited-state" href={pathTo(reference, href)}>{text}</Link></li>;
  return (
    <nav aria-label={t('nav.label')} className="desk-ways desk-not-printed">
      <ul className="govuk-list">{link('/answers', t('nav.answers'))}{link('/chronology', t('nav.chronology'))}{state !== 'closed' && link('/decide', t(decision === null ? 'nav.decide' : 'nav.decideAgain'))}</ul>
    </nav>
  );
}

/** Urgency as a word in its colour, state, since when, with whom. */
function Standing({ whole: { check, decision } }: { whole: ReadCheck }): ReactElement {
  const { t } = useTranslation(['check', 'codes']);
  const { language } = useLanguage();
  const { now } = useDesk();
  const nameOf = useNames();
  const at = (moment: string): string => momentOf(moment, language, now());
  const rows: SummaryRow[] = [
    { key: t('state.urgency'), value: <UrgencyTag urgency={check.urgency} /> }, { key: t('state.state'), value: t(`codes:check.${check.state}`) }, { key: t('state.opened'), value: at(check.openedAt) },
    { key: t('state.heldBy'), value: check.heldBy === null ? t('state.nobody') : nameOf(check.heldBy) },
    ...(check.decidedAt === null ? [] : [{ key: t('state.decided'), value: at(check.decidedAt) }]), ...(decision?.body.type === 'decision' ? [{ key: t('state.outcome'), value: t(`codes:outcome.${decision.body.outcome}`) }] : []),
  ];
  return <section aria-labelledby="standing"><h2 className="govuk-heading-m" id="standing">{t('state.title')}</h2><SummaryList rows={rows} /></section>;
}

/** One gesture for all that is sealed here: pressed for, because it is recorded that somebody opened it. What was erased by law is said to be. */
export function OpenEverything({ whole: { check, sealed, isErased, isOpening, openAll, error }, act }: { whole: ReadCheck; act: Act }): ReactElement | null {
  const { t } = useTranslation('check');
  const { language } = useLanguage();
  const textOf = useProblemText();
  const since = erasedInCheck(check);
  const erased = isErased ? <InsetText role="status">{since === null ? t('erased') : t('erasedOn', { date: dayOf(since, language) })}</InsetText> : null;
  if (sealed === 0) return erased;
  return (
    <section aria-labelledby="read-first" className="desk-not-printed">
      <h2 className="govuk-heading-m" id="read-first">{t('readFirst')}</h2>
      {erased}
      <p className="govuk-hint">{t('readAllHow')}</p>
      {error !== null && <InsetText role="status">{textOf(error)}</InsetText>}
      <Button type="button" disabled={isOpening} onClick={() => void act.run(openAll)}>{t('readAll', { count: sealed })}</Button>
    </section>
  );
}

/** Cards do not move while somebody is at them: what is new is announced and waits for a press. */
function Cards({ whole, act, tell }: { whole: ReadCheck; act: Act; tell: (said: string) => void }): ReactElement {
  const { t } = useTranslation('check');
  const agencyName = useAgencyNames();
  const ordered = useMemo(() => inDueOrder(whole.check.requests), [whole.check]);
  const steady = useSteady(ordered, whole.check.id);
  const news = newAnswers(steady.shown, ordered);
  useAnnounced(news);
  const show = steady.waiting === 0 ? null : news > 0 ? t('cards.show', { count: news }) : t('cards.changed');
  return (
    <section aria-labelledby="cards" {...steady.within}>
      <h2 className="govuk-heading-m" id="cards">{t('cards.title')}</h2>
      <p className="govuk-body desk-new" role="status">{show !== null && <Button type="button" variant="secondary" onClick={steady.show}>{show}</Button>}</p>
      {steady.shown.map((view) => {
        const read = whole.read.find((each) => each.view.id === view.id);
        return read === undefined ? null : <AgencyCard key={view.id} read={{ ...read, view }} agency={agencyName(view.asked)} check={whole.check} act={act} tell={tell} after={steady.show} />;
      })}
    </section>
  );
}

/** Said when their number grows, in the page's one polite region. */
function useAnnounced(news: number): void {
  const { t } = useTranslation('check');
  const { announcer } = useDesk();
  const before = useRef(0);
  useEffect(() => {
    if (news > before.current) announcer.say(t('cards.show', { count: news }));
    before.current = news;
  }, [announcer, news, t]);
}
