import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView, RequestView } from '@lateral/contracts';
import { AGENCY_TYPES } from '@lateral/domain';
import { AGENCY_CALLED, GROUND_CALLED } from '@lateral/domain/statement';
import { isKnownNotRelevant, type ResponseCodes } from '@lateral/domain/justification';
import type { ResponseBody } from '@lateral/envelope/words';
import { Prose } from '../words/prose.js';
import { InsetText, LinkButton } from '../components/index.js';
import { pathTo } from '../check/path-to.js';
import { useDesk } from '../frame/desk.js';
import { momentOf } from '../words/dates.js';
import { called } from '../words/called.js';
import type { Language } from '../words/languages.js';
import { useLanguage } from '../words/use-language.js';

interface Props { body: ResponseBody; response: ResponseCodes | null; view: RequestView; check: CheckView }

/** A kind of agency by what it is called; what is none of our kinds, as its sender wrote it. */
function agencyCalled(to: string, language: Language): string {
  const kind = AGENCY_TYPES.find((each) => each === to);
  return kind === undefined ? to : called(AGENCY_CALLED[kind], language);
}

/** Where an answer gives nothing, or not yet: which kind of nothing it is, and what can be done now. */
export function WhatNow({ body, response, view, check }: Props): ReactElement | null {
  const { t } = useTranslation('answers');
  const { language } = useLanguage();
  const own = (rest: string): string => pathTo(check.reference, `/requests/${view.id}/${rest}`);
  switch (body.responseType) {
    case 'NO_TRACE': return <InsetText><p>{t('nothing.NO_TRACE')}</p><p>{t('nothing.note')}</p></InsetText>;
    // More is held than was given: what is not relevant may still be a concern.
    case 'KNOWN_NO_CONCERN': return <InsetText><p>{t(response !== null && isKnownNotRelevant(response) ? 'nothing.notRelevant' : 'nothing.noConcern')}</p></InsetText>;
    case 'DECLINED': return <Refused body={body} />;
    case 'CLARIFY': return <Next title={t('clarify.title')} text={body.questionBack} body={body} next={t('clarify.next')}><LinkButton href={own('question')}>{t('clarify.go')}</LinkButton></Next>;
    case 'HOLDING': return <Waiting body={body} href={own('due')} />;
    case 'REDIRECT': return <Next title={t('redirect.title')} text={body.redirect == null ? null : `${t('redirect.to', { to: agencyCalled(body.redirect.to, language) })}\n${body.redirect.why}`} body={body}><LinkButton href={pathTo(check.reference, '/ask')}>{t('redirect.go')}</LinkButton></Next>;
    case 'IDENTITY_MISMATCH': return <Next title={t('nothing.IDENTITY_MISMATCH')} text={body.wrongPerson} body={body} next={t('wrongPerson.next')}>{check.state === 'open' && <LinkButton href={own('question')}>{t('wrongPerson.go')}</LinkButton>}</Next>;
    default: return null;
  }
}

function Next({ title, text, body: { language }, next, children }: { title: string; text: string | null | undefined; body: ResponseBody; next?: string; children?: ReactNode }): ReactElement {
  return (
    <InsetText>
      <p><strong>{title}</strong></p>
      {text != null && <div lang={language}><Prose text={text} /></div>}
      {next !== undefined && <p>{next}</p>}
      {children}
    </InsetText>
  );
}

function Refused({ body }: { body: ResponseBody }): ReactElement {
  const { t } = useTranslation('answers');
  const { language } = useLanguage();
  const { refusalGround, writtenReasons } = body;
  return (
    <Next title={t('refused.title')} text={null} body={body} next={t('refused.next')}>
      {refusalGround != null && <p>{t('refused.ground', { ground: GROUND_CALLED[refusalGround][language] })}</p>}
      <h4 className="govuk-heading-s">{t('refused.reasons')}</h4>
      {writtenReasons == null || writtenReasons.trim() === '' ? <p>{t('refused.noReasons')}</p> : <div lang={body.language}><Prose text={writtenReasons} /></div>}
    </Next>
  );
}

function Waiting({ body, href }: { body: ResponseBody; href: string }): ReactElement {
  const { t } = useTranslation('answers');
  const { language } = useLanguage();
  const { now } = useDesk();
  const { holding } = body;
  return (
    <Next title={t('holding.title')} text={holding?.why} body={body} next={t('holding.next')}>
      {holding != null && <p>{t('holding.until', { at: momentOf(holding.until, language, now()) })}</p>}
      <LinkButton variant="secondary" href={href}>{t('holding.go')}</LinkButton>
    </Next>
  );
}
