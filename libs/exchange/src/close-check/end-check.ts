import type { CheckStanding, EventName } from '@lateral/contracts';
import { checkAfter, requestAfter, TERMINAL_STATES, uuid7, type CheckAct, type RequestAct } from '@lateral/domain';
import { refuse, type Result } from '../result.js';
import type { Actor, Attempt, AuditRow, RequestFacts } from '../ports/index.js';
import { conflict, settle } from '../settle.js';
import type { WithdrawDeps } from '../withdraw/withdraw-request.use-case.js';

/** How a check ends: which act it is for the check and for each request that has not ended, and what is recorded of either. */
export interface Ending {
  act: CheckAct;
  requestAct: RequestAct;
  event: EventName;
  checkRecord(check: string, at: Date): AuditRow;
  requestRecord(request: RequestFacts, at: Date): AuditRow;
}

/** Ends a check and with it every request that is not in a terminal state, so that each ends in exactly one; each agency is told. */
export async function endCheck(
  { checks, clock, randomness }: WithdrawDeps,
  { actor, attempt, reference, version }: { actor: Actor; attempt: Attempt; reference: string; version: number },
  ending: Ending,
): Promise<Result<CheckStanding>> {
  const facts = await checks.checkFacts(reference, actor);
  if (facts === null || facts.asking !== actor.agency) return refuse('not-found');
  if (facts.version !== version) return conflict('version-changed', facts);
  const to = checkAfter(facts.state, ending.act);
  if (to === null) return conflict('wrong-state', facts);
  const at = await clock.now();
  const unended = facts.requests.filter(({ state }) => !TERMINAL_STATES.includes(state));
  const result = await checks.changeCheck({
    actor, attempt, at,
    records: [ending.checkRecord(facts.id, at), ...unended.map((request) => ending.requestRecord(request, at))],
    outbox: unended.map((request) => ({ id: uuid7(at, randomness.bytes(10)), event: ending.event, agency: request.asked, check: facts.id, request: request.id, at })),
    check: facts.id, from: { version, state: facts.state }, to, envelope: null,
    requests: unended.map((request) => {
      const after = requestAfter(request.state, ending.requestAct);
      if (after === null) throw new Error(`a request that has not ended does not allow ${ending.requestAct}`);
      return { request: request.id, from: { version: request.version, state: request.state }, to: after };
    }),
  });
  return settle(result, attempt, async () => conflict('version-changed', (await checks.checkFacts(reference, actor)) ?? facts));
}
