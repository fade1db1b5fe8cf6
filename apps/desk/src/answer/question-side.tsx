import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Details, InsetText } from '../components/index.js';
import { statementOf } from '../justify/statement.js';
import { judged } from '../justify/verdict.js';
import { UrgencyTag } from '../words/urgency-tag.js';
import { useLanguage } from '../words/use-language.js';
import { DueClock } from '../inbox/due-clock.js';
import { useDueRule } from '../inbox/due-rule.js';
import { refusingOf } from './grounds.js';
import type { Answering } from './compose.js';
import { Prose } from '../words/prose.js';
import { Question } from './question.js';
import type { OpenRequest } from './use-answer.js';

/** The left-hand side: until when, about whom, what is asked and why, and what the law says of answering. */
export function QuestionSide({ request, answering }: { request: OpenRequest; answering: Answering | undefined }): ReactElement {
  const ruleOf = useDueRule();
  const { view, opened } = request;
  return (
    <>
      <p className="govuk-body-l"><UrgencyTag urgency={view.urgency} /> <DueClock view={view} /></p>
      {view.endedAt === null && <p className="govuk-hint">{ruleOf(view.dueRule)}</p>}
      <Question opened={opened} />
      {answering !== undefined && <Duty answering={answering} />}
      {answering !== undefined && <Statement request={request} answering={answering} />}
    </>
  );
}

/** Which duty to answer binds whoever reads this, and what it asks of a refusal. */
function Duty({ answering: { question, law } }: { answering: Answering }): ReactElement | null {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { duties, needsReasons } = refusingOf(question.record, law);
  const gateways = question.record.stack.gateway.flatMap((code) => {
    const row = law.catalogue.row(code);
    return row === null ? [] : `${row.name[language]} (${row.citation})`;
  });
  if (duties.length > 0) return <InsetText>{duties.map((name) => name[language]).join('; ')}. {needsReasons && t('question.reasonsIfRefused')}</InsetText>;
  return gateways.length === 0 ? null : <InsetText>{t('question.under', { duties: gateways.join('; ') })}</InsetText>;
}

function Statement({ request: { view, opened }, answering: { own, question, law, on } }: { request: OpenRequest; answering: Answering }): ReactElement {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const text = useMemo(() => {
    const { cover } = judged(opened.record, opened, { other: own, request: null, around: { own: question.asking, law, on } });
    return statementOf({ record: opened.record, cover, words: opened, owner: question.asking, other: own, dueAt: view.dueAt, law }, language);
  }, [opened, question.asking, own, on, view.dueAt, law, language]);
  return <Details summary={t('question.statement')}><Prose text={text} /></Details>;
}
