import type { RoundPlan } from '../case/plan.js';
import type { Installation } from '../processes/installation.js';
import { Clients, realTime } from '../round/stage.js';
import type { Story } from '../round/story.js';
import { enrolDemoPeople } from './demo-people.js';
import { leavePracticeCheck } from './practice-check.js';

/** After the round: everybody has a key that opens in a browser, a check waits, and the terminal says how to answer it. */
export async function openTheDesk({ installation, plan, story }: { installation: Installation; plan: RoundPlan; story: Story }): Promise<void> {
  const [check] = plan.checks;
  if (check === undefined) return;
  const { passphrase, accounts } = await enrolDemoPeople(installation, plan.agencies.map(({ id }) => id));
  const reference = await leavePracticeCheck(check, new Clients(installation, realTime, installation.hubUrl));
  const asked = check.requests[0]?.agency ?? check.asking;
  story.say([
    `A practice check waits: ${reference}, asked by ${check.asking} of ${check.requests.map(({ agency }) => agency).join(', ')}.`,
    `To answer it, open ${installation.hubUrl}/ in a browser, choose ${asked} and take the account responder; ${check.asking} and senior-practitioner asked it.`,
    `Every agency's provider (${installation.providerUrl}) lets in: ${accounts.join(', ')}. Where the desk asks to unlock, take the passphrase: ${passphrase}`,
  ].join('\n'));
}
