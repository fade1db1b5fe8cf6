import type { Finding, Judgement, Verdict } from './judgement.js';
import type { LawBook, Rule, ShareToJudge } from './rule.js';
import { RULES } from './rules/rules.js';

/**
 * What the rules make of one direction of one share: the same in the hub, in the browser and in the offline verifier, given
 * the same catalogue version and day. The worst finding wins; notes change nothing. Readings: cases' README, section 3.
 */
export function judge(toJudge: ShareToJudge, law: LawBook, rules: readonly Rule[] = RULES): Judgement {
  const { direction } = toJudge.share;
  const findings: Finding[] = [];
  for (const rule of rules) if (rule.directions.includes(direction)) findings.push(...rule.find(toJudge, law));
  return { verdict: verdictOf(findings), findings };
}

/** The verdict of a whole list of findings, for whoever adds some (agreements) to those of the rules. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ level }) => level === 'block')) return 'block';
  return findings.some(({ level }) => level === 'warn') ? 'warn' : 'accept';
}
