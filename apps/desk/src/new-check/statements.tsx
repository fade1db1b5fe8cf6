import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Details } from '../components/index.js';
import { useDesk } from '../frame/desk.js';
import { statementOf } from '../justify/statement.js';
import { useLanguage } from '../words/use-language.js';
import { dueIf } from './ask.js';
import type { CheckDraft } from './check-draft.js';
import type { ComposedRequest, Composing } from './compose.js';

interface StatementsProps { draft: Pick<CheckDraft, 'receivedAt' | 'urgency' | 'language'>; composed: readonly ComposedRequest[]; composing: Composing }

/** The record, as each agency and the officers on both sides will read it. */
export function Statements({ draft: { receivedAt, urgency, language: written }, composed, composing: { own, law } }: StatementsProps): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const { now } = useDesk();
  const texts = useMemo(() => composed.map(({ asked, body, narrative, judged: { record, cover } }) => {
    const dueAt = urgency === null ? null : dueIf(law, asked, { urgency, receivedAt, now: now() });
    return { asked, text: statementOf({ record, cover, words: { body, narrative }, owner: own, other: asked, dueAt, law }, written) };
  }), [composed, law, now, own, receivedAt, urgency, written]);
  return (
    <section aria-labelledby="statements">
      <h2 className="govuk-heading-m" id="statements">{t('statement.title')}</h2>
      <p className="govuk-hint">{t('statement.hint')}</p>
      {texts.map(({ asked, text }) => <Details key={asked.id} summary={t('statement.to', { agency: asked.name[language] })}><p lang={written} className="desk-statement">{text}</p></Details>)}
    </section>
  );
}
