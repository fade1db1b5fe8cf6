import { digestOf, fromBase64Url, handedOutDigest, type CustodyCopy, type PartnershipAgency, type PartnershipRegistration, type Roster, type SignedDocument, type TeamKeyCopy } from '@lateral/contracts';
import { addEpoch, certifyAgency, following, publicKeyFrom, publicKeyText, readPrivateKey, signAgencyStatements, signPartnership, signRoster, verifyRoster, wrapCustody, type PrivateKey, type PublicKey, type TrustedRoster } from '@lateral/envelope/keys';
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

interface Renewed { entry: PartnershipAgency; roster: SignedDocument<Roster>; copies: TeamKeyCopy[]; custody: CustodyCopy[] }

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
    const custody = before.custody.filter(({ agency }) => agency === entry.id);
    if (!turning.has(entry.id)) return { entry: await certified(entry, await publicPart(entry.key), rootKey, at), roster, copies, custody };
    const gone = new Set(leavers.filter(({ agency }) => agency === entry.id).map(({ member }) => member));
    return rotated(folder, { entry, roster, gone, rootKey, at, epochDays: EPOCH_DAYS[document.mode] });
  }));
  const next = { ...document, ...following(document), ...lifeFrom(at), agencies: renewed.map(({ entry }) => entry) };
  const registration: PartnershipRegistration = {
    partnership: await signPartnership(next, rootKey),
    statements: await signAgencyStatements(next, rootKey),
    rosters: renewed.map(({ roster }) => roster),
    copies: renewed.flatMap(({ copies }) => copies),
    custody: renewed.flatMap(({ custody }) => custody),
    people: before.people.filter(({ agency, member }) => !leavers.some((leaver) => leaver.agency === agency && leaver.member === member)),
    mailboxes: before.mailboxes,
  };
  await writeRegistration(folder, registration);
  return registration;
}

async function rotated(folder: string, { entry, roster, gone, rootKey, at, epochDays }: {
  entry: PartnershipAgency; roster: SignedDocument<Roster>; gone: ReadonlySet<string>; rootKey: PrivateKey; at: Date; epochDays: number;
}): Promise<Renewed> {
  const acting = await custodiansOf(folder, entry.id, gone);
  const [first, second] = acting;
  if (second === undefined || first?.primary == null) throw new Error(`${entry.id} is left with fewer than two custodians`);
  const primary = await addEpoch(await readPrivateKey(fromBase64Url(first.primary)), { at, days: epochDays });
  // Before anything is published: an epoch that senders use and nobody holds would be content lost.
  for (const custodian of acting) await writeClient(folder, { ...custodian, primary: secretText(primary) });
  const until = wholeSecond(at);
  const members = roster.document.members.map((member) => (gone.has(member.member) && member.until === null ? { ...member, until } : member));
  const staying = await Promise.all(members.filter((member) => member.until === null).map(async ({ member, roles, key }) => ({ member, roles, key: await publicPart(key) })));
  const keys = await Promise.all([first, second].map(({ personal }) => readPrivateKey(fromBase64Url(personal))));
  const before = await asTrusted(roster, entry, primary);
  const custodianKey = keys[0]!;
  const copies = await wrapForReaders(entry.id, { primary, custodianKey, at }, staying);
  const custody = await Promise.all(staying.filter(({ roles }) => roles.includes('custodian')).map(({ member, key }) => wrapCustody({ agency: entry.id, member, agencyKey: primary, memberKey: key, custodianKey, at })));
  const next = await signRoster({ ...roster.document, ...following(roster.document), issued: at.toISOString(), members, teamKey: null, handedOut: handedOutDigest({ copies, custody })! }, { agencyKey: primary, custodians: keys, before });
  const vouched = { ...entry, rosterFrom: { version: next.document.version, digest: digestOf('roster', next.document) } };
  return {
    entry: await certified(vouched, primary.toPublic(), rootKey, at),
    roster: next, copies, custody,
  };
}

/** The roster as the registration has it: what this folder made needs no proof of where it came from. */
async function asTrusted(signed: SignedDocument<Roster>, { id, primary }: PartnershipAgency, key: PrivateKey): Promise<TrustedRoster> {
  const { version } = signed.document;
  const read = await verifyRoster(signed, { id, primary, key: key.toPublic(), rosterFrom: null }, { highestSeen: { version, digest: digestOf('roster', signed.document) } });
  if (!read.ok) throw new Error(`the registration holds a roster that is refused: ${read.code}`);
  return read.roster;
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
