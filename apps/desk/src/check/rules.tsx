import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodedShare } from '@lateral/domain/justification';
import { onceEach, stopping } from '../answer/findings.js';
import type { SummaryError } from '../components/index.js';
import { reasonFor, withReason, type Acknowledgements } from '../justify/acknowledgements.js';
import { GoPast } from '../justify/go-past.js';
import type { Judged } from '../justify/verdict.js';
import { EmergencyChoice } from '../justify/emergency-choice.js';
import { useLanguage } from '../words/use-language.js';
import { mayOverride, type FurtherQuestion } from './further.js';

/** Warnings that a reason goes past. Given ones stay, so that they can be changed. */
export function Warnings({ judged, given, set, errors }: { judged: Judged | null; given: Acknowledgements; set: (given: Acknowledgements) => void; errors: readonly SummaryError[] }): ReactElement | null {
  const { t } = useTranslation('check');
  const { language } = useLanguage();
  const warnings = onceEach(judged?.findings.filter(({ level }) => level === 'warn') ?? []);
  if (warnings.length === 0) return null;
  return (
    <ul className="govuk-list">
      {warnings.map(({ code, sentence, mend }) => (
        <li key={code}>
          {sentence[language]} {mend[language]}
          <GoPast
            finding={code} words={{ why: t('rules.why'), choose: t('choose') }} error={errors.find(({ field }) => field === `acknowledge-${code}`)?.message}
            reason={reasonFor(given, code)} onReason={(reason) => { set(withReason(given, code, reason)); }}
          />
        </li>
      ))}
    </ul>
  );
}

/** An emergency, offered only where it would carry what is in the way. `under` makes the question with it. */
export function InEmergency({ further, under, override, set }: { further: FurtherQuestion | null; under: (override: CodedShare['override']) => FurtherQuestion | null; override: CodedShare['override']; set: (override: CodedShare['override']) => void }): ReactElement | null {
  const { t } = useTranslation('newCheck');
  if (!mayOverride(further, under)) return null;
  return (
    <EmergencyChoice
      value={override?.reason ?? null} onChange={(reason) => { set(reason === null ? null : { reason }); }} legendSize="m"
      words={{ legend: t('why.override'), hint: t('why.overrideHint'), no: t('why.noOverride') }}
    />
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
