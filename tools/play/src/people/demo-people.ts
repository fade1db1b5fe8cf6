import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROUTES, type ContactBody, type OwnContactView } from '@lateral/contracts';
import { sealDraft } from '@lateral/envelope';
import { lockPersonalKey, newRecoveryCode, offeredPassphrase } from '@lateral/envelope/keys';
import { SystemRandom, systemNow, type Randomness } from '@lateral/platform';
import { listMembers, loadClient, type Client } from '@lateral/provision';
import { HubRefused, HubSession, pathOf } from '../party/hub-session.js';
import { accountOf, AT_A_DESK } from './demo-accounts.js';
import { TrustedDirectory } from '../party/trust.js';
import type { Installation } from '../processes/installation.js';

/** Nobody's names. */
const NAMES: Readonly<Record<string, string>> = { 'senior-practitioner': 'Jo Hughes', 'responder': 'Alun Rees', 'team-manager': 'Nia Morgan', 'administrator': 'Sam Patel' };

export interface EnrolledPeople { passphrase: string; accounts: readonly string[] }

/**
 * Gives the demonstration's people their keys as a browser would find them: locked with a passphrase, which is the same for all of them and is
 * said in the terminal; the code of their recovery sheet is not kept. Whoever has a locked key already keeps it, so a second start changes nothing.
 */
export async function enrolDemoPeople(installation: Installation, agencies: readonly string[]): Promise<EnrolledPeople> {
  const random = new SystemRandom();
  const passphrase = await passphraseOf(installation.input.folder, random);
  await Promise.all(agencies.map(async (agency) => {
    for (const member of await listMembers(installation.input.folder, agency)) {
      const client = await loadClient(installation.input.folder, agency, member);
      if (AT_A_DESK.includes(accountOf(client.roles) ?? '')) await enrol(client, { installation, passphrase, random });
    }
  }));
  return { passphrase, accounts: AT_A_DESK };
}

async function enrol(client: Client, { installation, passphrase, random }: { installation: Installation; passphrase: string; random: Randomness }): Promise<void> {
  const session = new HubSession({ url: installation.hubUrl, audience: installation.audience }, client, { now: systemNow }, random);
  await session.signIn();
  if (client.roles.includes('agency_administrator')) await sayContact(session, client.agency);
  if (await hasKey(session)) return;
  await sayName(session, client);
  const { agency, member, personal: key } = client;
  const { locked } = await lockPersonalKey({ agency, member, key, secrets: [{ kind: 'passphrase', passphrase }, { kind: 'recovery-code', code: newRecoveryCode(random) }], random });
  await session.putJson(ROUTES.lockedKey, locked);
}

/** Sealed to the own team, as somebody's browser would do it: the hub knows no name, of a demonstration's people neither. */
async function sayName(session: HubSession, { agency, member, roles, personal }: Client): Promise<void> {
  const at = systemNow();
  const { reader, key } = await (await TrustedDirectory.fetch(session, { now: at })).reader(agency, at);
  const name = NAMES[accountOf(roles) ?? ''] ?? member;
  await session.putJson(ROUTES.ownName, { sealed: await sealDraft({ member, name }, { agency, draft: member, kind: 'name' }, { readers: [{ key, epoch: reader.epoch }], writer: personal, at }) });
}

/** What an administrator would have written down before anybody asks anything: without a policy document the law lets little be shared. */
async function sayContact(session: HubSession, agency: string): Promise<void> {
  const path = pathOf(ROUTES.contact, { agency });
  const { version, mailbox } = await session.get<OwnContactView>(path);
  if (version > 0) return;
  const body: ContactBody = {
    version, phone: '01632 960100', outOfHoursPhone: '01632 960199', hours: [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:30', to: '17:00' })), mailbox, escalationMailbox: null, language: 'both',
    policyDocument: { id: 'APD-DEMO-1', version: '1.0', reviewDate: `${systemNow().getUTCFullYear() + 1}-06-30` }, approved: 'some',
  };
  await session.putJson(path, body);
}

async function hasKey(session: HubSession): Promise<boolean> {
  try {
    await session.get(ROUTES.lockedKey);
    return true;
  } catch (cause) {
    if (cause instanceof HubRefused && cause.status === 404) return false;
    throw cause;
  }
}

async function passphraseOf(folder: string, random: Randomness): Promise<string> {
  const file = join(folder, 'demo-passphrase');
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  const passphrase = offeredPassphrase(random, 'en');
  await writeFile(file, passphrase, { mode: 0o600, flag: 'wx' });
  return passphrase;
}
