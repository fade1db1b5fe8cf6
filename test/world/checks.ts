import { AskingParty, AnsweringParty, type Clients, type RoundPlan } from '@lateral/play';
import type { Urgency } from '@lateral/domain';

type Check = RoundPlan['checks'][number];

/** A check of the plan with another urgency, in its requests' and answers' records too. */
export function withUrgency(check: Check, urgency: Urgency): Check {
  const changed = structuredClone(check);
  changed.urgency = urgency;
  for (const { record, answers } of changed.requests) {
    record.urgency = urgency;
    for (const answer of answers) answer.record.urgency = urgency;
  }
  return changed;
}

/** A check of the plan that asks these agencies only. */
export function asking(check: Check, agencies: readonly string[]): Check {
  return { ...check, requests: check.requests.filter(({ agency }) => agencies.includes(agency)) };
}

/** Posts a check and says who was asked, so that a drill can go on from there by hand. */
export async function post(clients: Clients, check: Check): Promise<{ asking: AskingParty; asked: { agency: string; request: string; party: AnsweringParty }[] }> {
  const party = new AskingParty(check, await clients.asking(check.asking), clients.time);
  await party.open();
  const asked = await Promise.all([...party.requests.values()].map(async ({ id, plan }) => ({ agency: plan.agency, request: id, party: new AnsweringParty(id, await clients.answering(plan.agency)) })));
  return { asking: party, asked };
}
