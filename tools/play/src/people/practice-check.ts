import type { PlannedCheck } from '../case/plan.js';
import { AskingParty } from '../party/asking-party.js';
import type { Clients } from '../round/stage.js';

/**
 * Asks everybody once more and answers for nobody: a check that waits for whoever opens the desk first. Its family is the shipped case's, which
 * nobody is. Returns its reference.
 */
export async function leavePracticeCheck(plan: PlannedCheck, clients: Clients): Promise<string> {
  const asking = new AskingParty(plan, await clients.asking(plan.asking), clients.time);
  await asking.open();
  return asking.reference;
}
