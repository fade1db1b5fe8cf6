import { setTimeout as wait } from 'node:timers/promises';
import { SystemRandom, systemNow } from '@lateral/platform';
import { listMembers, loadClient, type Client } from '@lateral/provision';
import type { Installation } from '../processes/installation.js';
import { HubSession } from '../party/hub-session.js';
import type { Story } from '../round/story.js';
import { DemoCustodians } from './demo-custodians.js';
import { NEWCOMERS } from './demo-providers.js';

const LOOK_MS = 2_000;

/**
 * After the round: says how somebody comes in by a browser, and signs in whoever brings a key, until `ending` is done. One agency is
 * enough to try it.
 */
export async function welcomeNewcomers(installation: Installation, { agency, story, ending }: { agency: string; story: Story; ending: Promise<void> }): Promise<void> {
  const random = new SystemRandom();
  const custodians = await custodiansOf(installation, agency, random);
  const member = `u-${Buffer.from(random.bytes(8)).toString('hex')}`;
  const code = await custodians.invite(member);
  story.say(`A person's way in: open ${installation.hubUrl} in a browser, choose ${agency}, take the account ${NEWCOMERS[0]}, and give the invitation ${code} (it is good for a week).`);
  const ended = { yes: false };
  void ending.then(() => { ended.yes = true; });
  while (!ended.yes) {
    for (const { member: who, words } of await custodians.welcome()) {
      story.say(`Both custodians of ${agency} have signed in ${who}. In life one of them would have heard these words from the person first: ${words.en.join(' ')} (${words.cy.join(' ')}).`);
    }
    await Promise.race([wait(LOOK_MS, undefined, { ref: false }), ending]);
  }
}

async function custodiansOf(installation: Installation, agency: string, random: SystemRandom): Promise<DemoCustodians> {
  const { folder } = installation.input;
  const clients: Client[] = [];
  for (const member of await listMembers(folder, agency)) {
    const client = await loadClient(folder, agency, member);
    if (client.roles.includes('custodian')) clients.push(client);
  }
  const [first, second] = clients.map((client) => new HubSession({ url: installation.hubUrl, audience: installation.audience }, client, { now: systemNow }, random));
  if (first === undefined || second === undefined) throw new Error('an agency of the demonstration has two custodians');
  await Promise.all([first.signIn(), second.signIn()]);
  return new DemoCustodians(first, second, systemNow);
}
