import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView, RequestView } from '@lateral/contracts';
import { Button, Details, InsetText, Link, LinkButton } from '../components/index.js';
import { useAgencyNames, useContacts } from '../data/people.js';
import { useRefresh } from '../data/work.js';
import { useDesk } from '../frame/desk.js';
import { KeyNews } from '../frame/key-news.js';
import type { Act } from '../frame/use-act.js';
import { HubProblem } from '../hub/hub.js';
import { DueClock } from '../inbox/due-clock.js';
import { useDueRule } from '../inbox/due-rule.js';
import { dayOf, momentOf } from '../words/dates.js';
import { UrgencyTag } from '../words/urgency-tag.js';
import { useLanguage } from '../words/use-language.js';
import { cardState, type CardState } from './card-state.js';
import { pathTo } from './path-to.js';
import type { ReadRequest } from './wanted.js';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

interface CardProps { read: ReadRequest; agency: string; check: CheckView; act: Act; tell: (said: string) => void; /** Shows what came of an own act at once. */ after: () => void }

/** One agency: what binds whoever reads it first, then how it stands, then what can be done. */
export function AgencyCard({ read, agency, check, act, tell, after }: CardProps): ReactElement {
  const { t } = useTranslation('check');
  const { view } = read;
  const state = cardState(read);
  const heading = `card-${view.id}`;
  return (
    <section className="govuk-summary-card" aria-labelledby={heading}>
      <div className="govuk-summary-card__title-wrapper">
        <h3 className="govuk-summary-card__title" id={heading}>{agency}</h3>
        <UrgencyTag urgency={view.urgency} />
      </div>
      <div className="govuk-summary-card__content">
        {state.handling.length > 0 && <><p className="govuk-visually-hidden">{t('card.handling')}</p><ul className="govuk-list desk-flags">{state.handling.map((limit) => <li key={limit}><strong className="desk-flag">{t(`flag.${limit}`)}</strong></li>)}</ul></>}
        {state.isRefused && <p className="govuk-body"><strong>{t('card.refused')}</strong></p>}
        <p className="govuk-body"><strong>{useStatus(view, state)}</strong>{view.state !== 'withdrawn' && <>. <DueClock view={view} /></>}</p>
        <KeyNews of={[read.question, ...read.answers.map(({ opened }) => opened)]} />
        <Times view={view} state={state} />
        {!state.isEnded && read.question !== null && <ReadBy others={read.question.readBy} agency={agency} />}
        <Acts view={view} state={state} agency={agency} check={check} act={act} tell={tell} after={after} />
      </div>
    </section>
  );
}

/** "Nothing held"; "3 items. Part of it shared"; "Opened". */
function useStatus({ state }: RequestView, { type, items }: CardState): string {
  const { t } = useTranslation(['check', 'codes']);
  if (type === null || state === 'withdrawn' || state === 'expired') return t(`codes:request.${state}`);
  if (type === 'NO_TRACE') return t('card.nothing');
  return items === 0 ? t(`codes:response.${type}`) : `${t('card.items', { count: items })}. ${t(`codes:response.${type}`)}`;
}

function Times({ view: { dueRule, endedAt, sentAt, acknowledgedAt, notice, remindedAt }, state: { type, isOpen, isErased, erasedAt, witness } }: { view: RequestView; state: CardState }): ReactElement {
  const { t } = useTranslation(['check', 'codes']);
  const { language } = useLanguage();
  const { now } = useDesk();
  const ruleOf = useDueRule();
  const at = (moment: string): string => momentOf(moment, language, now());
  const said = [
    t('card.sent', { at: at(sentAt) }), acknowledgedAt === null ? null : t('card.opened', { at: at(acknowledgedAt) }), notice === 'undelivered' ? t('card.undelivered') : null, remindedAt === null ? null : t('card.reminded', { at: at(remindedAt) }), endedAt === null ? ruleOf(dueRule) : null,
    isErased ? erasedAt === null ? t('card.erased') : t('card.erasedOn', { date: dayOf(erasedAt, language) }) : type !== null && !isOpen ? t('card.sealed') : null, witness === null ? null : `${t('card.record')}: ${t(`codes:witness.${witness}`)}`,
  ].filter((each) => each !== null);
  return <ul className="govuk-list govuk-hint desk-times">{said.map((each) => <li key={each}>{each}</li>)}</ul>;
}

/** Whom to speak to at an hour at which the agency itself is closed. */
function ReadBy({ others, agency }: { others: readonly string[]; agency: string }): ReactElement | null {
  const { t } = useTranslation('check');
  const nameOf = useAgencyNames();
  return <>{others.map((other) => <div key={other}><p className="govuk-body">{t('card.readBy', { other: nameOf(other), agency })}</p><Phone view={{ asked: other }} agency={nameOf(other)} /></div>)}</>;
}

function Acts({ view, state, agency, check, act, tell, after }: Omit<CardProps, 'read'> & { view: RequestView; state: CardState }): ReactElement {
  const { t } = useTranslation('check');
  const hidden = <span className="govuk-visually-hidden"> {t('act.which', { agency })}</span>;
  const link = (rest: string, text: string): ReactElement => <li key={rest}><Link className="govuk-link govuk-link--no-visited-state" href={pathTo(check.reference, `/requests/${view.id}/${rest}`)}>{text}{hidden}</Link></li>;
  const mayAsk = state.isEnded ? check.state === 'open' && view.state !== 'withdrawn' : check.state !== 'withdrawn';
  return (
    <div className="desk-not-printed">
      <div className="govuk-button-group">
        {state.type !== null && !state.isErased && view.state !== 'withdrawn' && <LinkButton variant="secondary" href={pathTo(check.reference, `/answers/${view.id}`)}>{t('act.read')}{hidden}</LinkButton>}
        {!state.isEnded && <Remind view={view} agency={agency} act={act} tell={tell} after={after} />}
      </div>
      <ul className="govuk-list desk-ways">{mayAsk && link('question', t('act.ask'))}{!state.isEnded && link('due', t('act.due'))}{!state.isEnded && link('withdraw', t('act.withdraw'))}</ul>
      <Phone view={view} agency={agency} />
    </div>
  );
}

function Remind({ view, agency, act, tell, after }: Pick<CardProps, 'agency' | 'act' | 'tell' | 'after'> & { view: RequestView }): ReactElement {
  const { t } = useTranslation('check');
  const { hub } = useDesk();
  const refresh = useRefresh();
  const remind = (): void => void act.run(async () => {
    const isReminded = await hub.remind(view.id, 'reminder').then(() => true, (error: unknown) => {
      if (error instanceof HubProblem && error.code === 'too-many-requests') return false;
      throw error;
    });
    await refresh().catch(() => undefined);
    tell(t(isReminded ? 'reminded' : 'remindedLately', { agency }));
    after();
  });
  return <Button type="button" variant="secondary" preventDoubleClick onClick={remind}>{t('act.remind')}<span className="govuk-visually-hidden"> {t('act.which', { agency })}</span></Button>;
}

/** How the agency can be spoken to, as it says itself. */
export function Phone({ view, agency }: { view: Pick<RequestView, 'asked'>; agency: string }): ReactElement {
  const { t } = useTranslation('check');
  const { language } = useLanguage();
  const contact = useContacts().data?.find((each) => each.agency === view.asked);
  const { phone = null, outOfHoursPhone = null, hours = [], verifiedAt = null } = contact ?? {};
  const call = (number: string, text: string): ReactElement => <p className="govuk-body"><a className="govuk-link govuk-link--no-visited-state" href={`tel:${number.replace(/[^+\d]/gu, '')}`}>{text.replace(/ (?=[+\d])/gu, '\u00a0')}</a></p>;
  return (
    <Details summary={<>{t('act.phone')}<span className="govuk-visually-hidden"> {t('act.which', { agency })}</span></>}>
      {phone === null && outOfHoursPhone === null && <InsetText>{t('phone.none', { agency })}</InsetText>}
      {phone !== null && call(phone, t('phone.number', { phone: unbroken(phone) }))}
      {outOfHoursPhone !== null && call(outOfHoursPhone, t('phone.outOfHours', { phone: unbroken(outOfHoursPhone) }))}
      {hours.length > 0 && <p className="govuk-body">{t('phone.open', { hours: hours.map(({ day, from, to }) => t('phone.day', { day: t(`weekday.${WEEK[day - 1] ?? 'mon'}`), from, to })).join('; ') })}</p>}
      {verifiedAt !== null && <p className="govuk-hint">{t('phone.verified', { date: dayOf(verifiedAt, language) })}</p>}
    </Details>
  );
}

/** A number that stays on one line. */
function unbroken(phone: string): string {
  return phone.replaceAll(' ', '\u00a0');
}
