import { digestOf, type JudgedShare, type ShareJudgement } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, Attempt, AuditRow, CheckStore, Randomness } from '../ports/index.js';
import { faultOfCodes } from './fault-of-codes.js';
import { judgeShare, type Bench, type Judged, type SubmittedShare } from './judge-share.js';

export interface JudgingDeps {
  checks: CheckStore;
  randomness: Randomness;
}

/**
 * No share without a lawful stack that the hub has checked. Every share of a body is judged before anything of it is kept; where
 * one may not go, none goes. Answers with the judgements in the order of the shares, or with what each was found to be. A share
 * that is blocked leaves one record: who tried, which way, and what the rules found; a warning that was not seen leaves nothing.
 */
export async function passJudgement(deps: JudgingDeps, { actor, attempt }: { actor: Actor; attempt: Attempt }, shares: readonly SubmittedShare[], bench: Bench): Promise<Result<ShareJudgement[]>> {
  const fault = faultOfCodes(shares, bench);
  if (fault !== null) return fault;
  const judged = shares.map((share) => judgeShare(share, bench));
  const blocked = judged.filter(({ stopped }) => stopped === 'blocked');
  if (blocked.length > 0) {
    await recordAttempts(deps, { actor, attempt, at: bench.now }, blocked);
    return refuse('share-blocked', { judgements: judged.map(shown) });
  }
  const misused = judged.filter(({ stopped }) => stopped === 'override-refused');
  if (misused.length > 0) return refuse('invalid-request', { fields: misused.map(({ share: { at } }) => ({ field: `${at}/override`, reason: 'nothing-to-override' })) });
  if (judged.some(({ stopped }) => stopped === 'unacknowledged')) return refuse('acknowledgement-needed', { judgements: judged.map(shown) });
  return done(judged.map(({ made }) => made));
}

/** A judgement with its sentences, for the person who must mend the share. */
export function shown({ share, made, findings }: Judged): JudgedShare {
  return { at: share.at, judgement: made, findings };
}

/** Codes of all that was found, as audit records say them: each once, parted by a space. */
export function allCodes({ rules, officerChecks, fieldErrors, otherFindings }: ShareJudgement): string {
  return [...rules, ...officerChecks, ...fieldErrors, ...otherFindings].join(' ');
}

async function recordAttempts({ checks, randomness }: JudgingDeps, { actor, attempt, at }: { actor: Actor; attempt: Attempt; at: Date }, blocked: readonly Judged[]): Promise<void> {
  // A retry of what was done before the law or a request changed is answered as it was then: it is no attempt of its own.
  if ((await checks.earlier(actor, attempt.key))?.digest === attempt.digest) return;
  const records: AuditRow[] = blocked.map(({ share: { justification }, made }) =>
    composeRecord('share.blocked.v1', {
      agency: actor.agency, member: actor.member, direction: justification.direction, findings: allCodes(made), justification: digestOf('justification', justification),
    }, { at, randomness, parties: [actor.agency] }));
  await checks.record({ actor, attempt: null, at, records });
}
