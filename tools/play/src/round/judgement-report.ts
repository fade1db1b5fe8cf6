import type { CoveringClause, ShareJudgement } from '@lateral/contracts';
import type { Verdict } from '@lateral/domain/justification';
import type { Judged } from '../party/attempt.js';
import type { JudgementReport } from './report.js';

/** The verdict of the rules: that no agreement covers a share, or an old one, is told beside it and is no part of what a case expects. */
function verdictOfRules({ verdict, rules, officerChecks, fieldErrors }: ShareJudgement): Verdict {
  return verdict === 'warn' && rules.length + officerChecks.length + fieldErrors.length === 0 ? 'accept' : verdict;
}

/** What is reported of a share. `afterFix` is null where it needed none. */
export function judgementReport({ first, left }: Judged, afterFix: Verdict | null): JudgementReport {
  const { cover, otherFindings } = left ?? first;
  return {
    verdict: verdictOfRules(first), rules: first.rules, dpoChecks: first.officerChecks, fieldErrors: first.fieldErrors, verdictAfterFix: afterFix,
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
