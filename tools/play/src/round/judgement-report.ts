import type { CoveringClause } from '@lateral/contracts';
import type { Verdict } from '@lateral/domain/justification';
import type { Judged } from '../party/attempt.js';
import type { JudgementReport } from './report.js';

/** What is reported of a share. `afterFix` is null where it needed none. */
export function judgementReport({ first, left }: Judged, afterFix: Verdict | null): JudgementReport {
  const { cover, otherFindings } = left ?? first;
  return {
    verdict: first.verdict, rules: first.rules, dpoChecks: first.officerChecks, fieldErrors: first.fieldErrors, verdictAfterFix: afterFix,
    agreementClause: cover === null ? null : clauseName(cover), otherFindings, override: null,
  };
}

function clauseName({ agreement, version, clause }: CoveringClause): string {
  return `${agreement}@${version}#${clause}`;
}

/** The same in a few words, for the story. */
export function firstTry({ verdict, rules, dpoChecks, fieldErrors, verdictAfterFix }: JudgementReport): string {
  const codes = [...rules, ...dpoChecks, ...fieldErrors].join(', ');
  return `${verdict === 'block' ? 'blocked' : 'warned'} at first (${codes})${verdictAfterFix === null ? '' : `; ${verdictAfterFix} when mended`}`;
}
