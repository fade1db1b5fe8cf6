import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '@lateral/domain/justification';
import { Details } from '../components/index.js';
import { reasonFor, withReason } from '../justify/acknowledgements.js';
import { GoPast } from '../justify/go-past.js';
import { useLanguage } from '../words/use-language.js';
import { onceEach } from './findings.js';
import { useAnswerForm } from './form.js';

/** What the hub will make of it, said while it is written. */
export function Verdict(): ReactElement | null {
  const { t } = useTranslation(['answer', 'codes']);
  const { composed } = useAnswerForm();
  if (composed === null) return null;
  const { verdict, findings, leave } = composed.judged;
  const told = findings.filter(({ level }) => level !== 'note');
  const notes = findings.filter(({ level }) => level === 'note');
  return (
    <section aria-labelledby="verdict">
      <h3 className="govuk-heading-s" id="verdict" tabIndex={-1}>{t('verdict.title')}: <span role="status">{leave.goes ? t(composed.record.override === null ? 'codes:verdict.accept' : 'answer:emergency.goes') : t(`codes:verdict.${verdict}`)}</span></h3>
      {told.length > 0 && <Findings findings={onceEach(told)} />}
      {notes.length > 0 && <Details summary={t('verdict.notes', { number: notes.length })}><Findings findings={notes} /></Details>}
    </section>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }): ReactElement {
  const { language } = useLanguage();
  return (
    <ul className="govuk-list govuk-list--bullet">
      {findings.map((finding, at) => (
        <li key={`${finding.code} ${at}`}>
          {finding.sentence[language]} {finding.mend[language]}
          {finding.level === 'warn' && <Acknowledge code={finding.code} />}
        </li>
      ))}
    </ul>
  );
}

function Acknowledge({ code }: { code: Finding['code'] }): ReactElement {
  const { t } = useTranslation('answer');
  const { draft: { acknowledgements: given }, change, errorAt } = useAnswerForm();
  return (
    <GoPast
      finding={code} words={{ why: t('verdict.why'), choose: t('choose') }} error={errorAt(`acknowledge-${code}`)}
      reason={reasonFor(given, code)} onReason={(reason) => { change({ acknowledgements: withReason(given, code, reason) }); }}
    />
  );
}
