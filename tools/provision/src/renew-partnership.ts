import { fromBase64Url, type PartnershipAgency, type PartnershipRegistration, type Roster, type SignedDocument, type TeamKeyCopy } from '@lateral/contracts';
import { addEpoch, certifyAgency, following, publicKeyFrom, publicKeyText, readPrivateKey, signAgencyStatements, signPartnership, signRoster, type PrivateKey, type PublicKey } from '@lateral/envelope/keys';
import { listMembers, readClient, readRegistration, readRoot, writeClient, writeRegistration, type ClientFile } from './client-files.js';
import { wholeSecond, wrapForReaders } from './make-agency.js';
import { EPOCH_DAYS, lifeFrom, secretText } from './provision-partnership.js';

export interface Renewal {
  folder: string;
  at: Date;
  /** Agencies that get a new epoch of their team key: monthly, and whenever somebody left. */
  rotate: readonly string[];
  /** Members who leave at `at`. Their agency is rotated with them, so that what comes next is closed to them. */
  leavers?: readonly { agency: string; member: string }[];
}

interface Renewed { entry: PartnershipAgency; roster: SignedDocument<Roster>; copies: TeamKeyCopy[] }

/**
 * The next version of a provisioned partnership: the root certifies every agency afresh; a rotated agency has a new epoch
 * subkey, a next roster and newly wrapped copies for those who stay. Written over `registration.json`; returned as well.
 */
export async function renewPartnership({ folder, at, rotate, leavers = [] }: Renewal): Promise<PartnershipRegistration> {
  const before = await readRegistration(folder);
  if (before === null) throw new Error('this folder holds no partnership');
  const rootKey = await readPrivateKey(fromBase64Url((await readRoot(folder)).key));
  const { document } = before.partnership;
  const turning = new Set([...rotate, ...leavers.map(({ agency }) => agency)]);
  const renewed = await Promise.all(document.agencies.map(async (entry, index): Promise<Renewed> => {
    const roster = before.rosters[index];
    if (roster === undefined || roster.document.agency !== entry.id) throw new Error('the registration is not in the order of its agencies');
    const copies = before.copies.filter(({ agency }) => agency === entry.id);
    if (!turning.has(entry.id)) return { entry: await certified(entry, await publicPart(entry.key), rootKey, at), roster, copies };
    const gone = new Set(leavers.filter(({ agency }) => agency === entry.id).map(({ member }) => member));
    return rotated(folder, { entry, roster, gone, rootKey, at, epochDays: EPOCH_DAYS[document.mode] });
  }));
  const next = { ...document, ...following(document), ...lifeFrom(at), agencies: renewed.map(({ entry }) => entry) };
  const registration: PartnershipRegistration = {
    partnership: await signPartnership(next, rootKey),
    statements: await signAgencyStatements(next, rootKey),
    rosters: renewed.map(({ roster }) => roster),
    copies: renewed.flatMap(({ copies }) => copies),
    mailboxes: before.mailboxes,
  };
  await writeRegistration(folder, registration);
  return registration;
}

async function rotated(folder: string, { entry, roster, gone, rootKey, at, epochDays }: {
  entry: PartnershipAgency; roster: SignedDocument<Roster>; gone: ReadonlySet<string>; rootKey: PrivateKey; at: Date; epochDays: number;
}): Promise<Renewed> {
  const custodians = await custodiansOf(folder, entry.id, gone);
  const acting = custodians[0];
  if (acting?.primary === undefined || acting.primary === null) throw new Error(`no custodian of ${entry.id} is left`);
  const primary = await addEpoch(await readPrivateKey(fromBase64Url(acting.primary)), { at, days: epochDays });
  // Before anything is published: an epoch that senders use and nobody holds would be content lost.
  for (const custodian of custodians) await writeClient(folder, { ...custodian, primary: secretText(primary) });
  const until = wholeSecond(at);
  const members = roster.document.members.map((member) => (gone.has(member.member) && member.until === null ? { ...member, until } : member));
  const staying = await Promise.all(members.filter((member) => member.until === null).map(async ({ member, roles, key }) => ({ member, roles, key: await publicPart(key) })));
  const custodianKey = await readPrivateKey(fromBase64Url(acting.personal));
  return {
    entry: await certified(entry, primary.toPublic(), rootKey, at),
    roster: await signRoster({ ...roster.document, ...following(roster.document), issued: at.toISOString(), members }, primary),
    copies: await wrapForReaders(entry.id, { primary, custodianKey, at }, staying),
  };
}

async function custodiansOf(folder: string, agency: string, gone: ReadonlySet<string>): Promise<ClientFile[]> {
  const members = await listMembers(folder, agency);
  const clients = await Promise.all(members.filter((member) => !gone.has(member)).map((member) => readClient(folder, agency, member)));
  return clients.filter(({ roles }) => roles.includes('custodian'));
}

async function certified(entry: PartnershipAgency, key: PublicKey, rootKey: PrivateKey, at: Date): Promise<PartnershipAgency> {
  return { ...entry, key: publicKeyText(await certifyAgency(key, rootKey, { agency: entry.id, at })) };
}

async function publicPart(text: string): Promise<PublicKey> {
  const key = await publicKeyFrom(text);
  if (key === null) throw new Error('the registration holds something that is no public key');
  return key;
}
