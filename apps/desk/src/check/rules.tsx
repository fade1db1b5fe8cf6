import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ACKNOWLEDGEMENT_REASONS, type AcknowledgementReason, type CodedShare, type Finding } from '@lateral/domain/justification';
import { ACKNOWLEDGEMENT_CALLED } from '@lateral/domain/statement';
import { onceEach, stopping } from '../answer/findings.js';
import { Select, type SummaryError } from '../components/index.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';
import type { Judged } from '../justify/verdict.js';
import type { FurtherQuestion } from './further.js';

type Acknowledgements = CodedShare['acknowledgements'];

/** Warnings that a reason goes past. Given ones stay, so that they can be changed. */
export function Warnings({ question, given, set, errors }: { question: { judged: Judged } | null; given: Acknowledgements; set: (given: Acknowledgements) => void; errors: readonly SummaryError[] }): ReactElement | null {
  const { t } = useTranslation('check');
  const { language } = useLanguage();
  const warnings = onceEach(question?.judged.findings.filter(({ level }) => level === 'warn') ?? []);
  if (warnings.length === 0) return null;
  const choose = (code: Finding['code'], reason: string): void => {
    const others = given.filter(({ finding }) => finding !== code);
    set(reason === '' ? others : [...others, { finding: code, reason: reason as AcknowledgementReason }]);
  };
  return (
    <ul className="govuk-list">
      {warnings.map(({ code, sentence, mend }) => (
        <li key={code}>
          {sentence[language]} {mend[language]}
          <Select id={`acknowledge-${code}`} label={t('rules.why')} error={errors.find(({ field }) => field === `acknowledge-${code}`)?.message} value={given.find(({ finding }) => finding === code)?.reason ?? ''} onChange={(event) => { choose(code, event.currentTarget.value); }}>
            <option value="">{t('choose')}</option>
            {ACKNOWLEDGEMENT_REASONS.map((reason) => <option key={reason} value={reason}>{called(ACKNOWLEDGEMENT_CALLED[reason], language)}</option>)}
          </Select>
        </li>
      ))}
    </ul>
  );
}

/** What still stops a question, in words. `field`: where what is blocked is mended on this page. */
export function useStops(field: string): (question: FurtherQuestion) => SummaryError[] {
  const { t } = useTranslation('check');
  const { language } = useLanguage();
  return ({ judged: { leave } }) => stopping(leave).map(({ finding, isWarning }) => (isWarning
    ? { field: `acknowledge-${finding.code}`, message: t('rules.reason', { finding: finding.sentence[language] }) }
    : { field, message: `${finding.sentence[language]} ${finding.mend[language]}` }));
}
