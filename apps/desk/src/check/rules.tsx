import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '@lateral/domain/justification';
import { onceEach, stopping } from '../answer/findings.js';
import { errorAt, type SummaryError } from '../components/index.js';
import { reasonFor, withReason, type Acknowledgements } from '../justify/acknowledgements.js';
import { wouldCarry, type Override } from '../justify/as-emergency.js';
import { GoPast } from '../justify/go-past.js';
import type { Judged } from '../justify/verdict.js';
import { AsEmergency } from '../new-check/in-an-emergency.js';
import { useLanguage } from '../words/use-language.js';
import type { FurtherQuestion } from './further.js';

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
            finding={code} words={{ why: t('rules.why'), choose: t('choose') }} error={errorAt(errors, `acknowledge-${code}`)}
            reason={reasonFor(given, code)} onReason={(reason) => { set(withReason(given, code, reason)); }}
          />
        </li>
      ))}
    </ul>
  );
}

interface InEmergencyProps { further: FurtherQuestion | null; under: (override: Override) => FurtherQuestion | null; override: Override; urgency: Judged['record']['urgency']; set: (override: Override) => void }

/** An emergency, offered where it would carry what is in the way; one that was chosen stays there, to be taken back. `under` makes the question with it. */
export function InEmergency({ further, under, override, urgency, set }: InEmergencyProps): ReactElement | null {
  const each = (as: Override): FurtherQuestion[] | null => {
    const made = under(as);
    return made === null ? null : [made];
  };
  return override !== null || (further !== null && wouldCarry(urgency, [further], each)) ? <AsEmergency override={override} set={set} /> : null;
}

/** What still stops a share, in words. `fieldOf`: where on this page what blocks it is mended. */
export function useStops(fieldOf: (finding: Finding) => string): (share: { judged: Judged }) => SummaryError[] {
  const { t } = useTranslation('check');
  const { language } = useLanguage();
  return ({ judged: { leave } }) => stopping(leave).map(({ finding, isWarning }) => (isWarning
    ? { field: `acknowledge-${finding.code}`, message: t('rules.reason', { finding: finding.sentence[language] }) }
    : { field: fieldOf(finding), message: `${finding.sentence[language]} ${finding.mend[language]}` }));
}
