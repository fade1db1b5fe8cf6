import { REMINDER_GAP_MS, type RemindBody, type ReminderReply } from '@lateral/contracts';
import { TERMINAL_STATES, uuid7 } from '@lateral/domain';
import { ACTS, hasRight } from '@lateral/domain/access';
import { composeRecord } from '../compose-record.js';
import { refuse, type Result } from '../result.js';
import type { Actor, Attempt, CheckStore, Clock, Randomness, WorkStore } from '../ports/index.js';
import { conflict, onceOnly, settle } from '../settle.js';

export interface RemindDeps {
  clock: Clock;
  randomness: Randomness;
  checks: CheckStore;
  work: WorkStore;
}

/** Somebody of the asking agency asks again, at most once an hour; what is overdue a manager may put to the managers of the asked agency. */
export class Remind {
  constructor(private readonly deps: RemindDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, request: string, body: RemindBody): Promise<Result<ReminderReply>> {
    return onceOnly(this.deps.checks, actor, attempt, () => this.remind(actor, attempt, request, body));
  }

  private async remind(actor: Actor, attempt: Attempt, request: string, { level }: RemindBody): Promise<Result<ReminderReply>> {
    const { checks, clock, randomness, work } = this.deps;
    const facts = await checks.requestFacts(request, actor);
    if (facts === null || facts.asking !== actor.agency) return refuse('not-found');
    if (TERMINAL_STATES.includes(facts.state)) return conflict('wrong-state', facts);
    const at = await clock.now();
    if (level === 'escalation') {
      if (!hasRight(ACTS['escalate'], actor.roles)) return refuse('not-allowed');
      if (facts.dueAt.getTime() >= at.getTime()) return refuse('wrong-state', { current: { version: facts.version, state: facts.state }, fields: [{ field: '/level', reason: 'not-overdue' }] });
    }
    const fields = { check: facts.check, request, agency: actor.agency, member: actor.member, asked: facts.asked, level };
    const result = await work.remind({
      actor, attempt, at, request, level, since: new Date(at.getTime() - REMINDER_GAP_MS + 1),
      records: [composeRecord('request.reminded.v1', fields, { at, randomness, parties: [facts.asking, facts.asked] })],
      outbox: { id: uuid7(at, randomness.bytes(10)), event: 'request.reminded.v1', agency: facts.asked, check: facts.check, request, at, ...(level === 'escalation' ? { escalates: true } : {}) },
    });
    return settle(result, attempt, async () => {
      const now = await checks.requestFacts(request, actor);
      return now !== null && TERMINAL_STATES.includes(now.state) ? conflict('wrong-state', now) : refuse('too-many-requests');
    });
  }
}
