import type { MoveDueTimeBody, RequestStanding } from '@lateral/contracts';
import { TERMINAL_STATES, uuid7 } from '@lateral/domain';
import { faultOfActs } from '../check-limits.js';
import { composeRecord } from '../compose-record.js';
import { refuse, type Result } from '../result.js';
import type { Actor, Attempt } from '../ports/index.js';
import { conflict, onceOnly, settle } from '../settle.js';
import type { WithdrawDeps } from '../withdraw/withdraw-request.use-case.js';

/** An answer that is due later than this is not a lateral check. */
const LONGEST_DUE_MS = 60 * 24 * 3_600_000;

/** The one way in which a request that was sent becomes due at another time: by the asking agency, with a reason, and its agency is told. */
export class MoveDueTime {
  constructor(private readonly deps: WithdrawDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, request: string, body: MoveDueTimeBody): Promise<Result<RequestStanding>> {
    return onceOnly(this.deps.checks, actor, attempt, () => this.move(actor, attempt, request, body));
  }

  private async move(actor: Actor, attempt: Attempt, request: string, { version, dueAt, reason }: MoveDueTimeBody): Promise<Result<RequestStanding>> {
    const { checks, clock, randomness } = this.deps;
    const facts = await checks.requestFacts(request, actor);
    if (facts === null || facts.asking !== actor.agency) return refuse('not-found');
    if (facts.version !== version) return conflict('version-changed', facts);
    if (TERMINAL_STATES.includes(facts.state)) return conflict('wrong-state', facts);
    const full = faultOfActs(facts);
    if (full !== null) return full;
    const [at, due] = [await clock.now(), new Date(dueAt)];
    const ahead = due.getTime() - at.getTime();
    if (!(ahead > 0 && ahead <= LONGEST_DUE_MS)) return refuse('invalid-request', { fields: [{ field: '/dueAt', reason: 'out-of-range' }] });

    const fields = { check: facts.check, request, agency: actor.agency, member: actor.member, asked: facts.asked, dueAt: due.toISOString(), reason };
    const result = await checks.changeRequest({
      actor, attempt, at, envelope: null, override: null,
      records: [composeRecord('request.due-moved.v1', fields, { at, randomness, parties: [facts.asking, facts.asked] })],
      outbox: [{ id: uuid7(at, randomness.bytes(10)), event: 'request.due-moved.v1', agency: facts.asked, check: facts.check, request, at }],
      change: { request, check: facts.check, from: { version, state: facts.state }, to: facts.state, checkChange: null, due: { at: due, rule: `moved:${reason}` } },
    });
    return settle(result, attempt, async () => conflict('version-changed', (await checks.requestFacts(request, actor)) ?? facts));
  }
}
