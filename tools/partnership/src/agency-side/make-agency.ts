import { digestOf, handedOutDigest, type CustodyCopy, type LockedKey, type MemberRole, type RecoveryKit, type Roster, type RosterMember, type SignedDocument, type TeamKeyCopy } from '@lateral/contracts';
import { encryptionEpoch, fingerprintOf, following, lockPersonalKey, makePersonalKey, makeRecoveryKit, memberCopy, newRecoveryCode, publicKeyFrom, publicKeyText, signDocument, verifyRoster, wrapCustody, wrapTeamCopies, type PrivateKey, type PublicKey, type RandomBytes } from '@lateral/envelope/keys';
import { ROLES_THAT_READ } from '@lateral/domain/access';
import { Refusal } from '../refusal.js';

/** One of the two people who make an agency's keys. `passphrase` is asked at the keyboard; the recovery code is made here. */
export interface NewCustodian { member: string; roles: MemberRole[]; passphrase: string }

/** What stays with a custodian, locked, and the code that goes onto paper. */
export interface MadeCustodian { member: string; locked: LockedKey; code: string }

export interface MadeAgencyKeys { custodians: MadeCustodian[]; roster: SignedDocument<Roster>; copies: TeamKeyCopy[]; custody: CustodyCopy[]; kit: RecoveryKit; shares: string[] }

export interface AgencyBeginning {
  agency: string;
  /** The whole key: new, or out of a recovery kit. */
  agencyKey: PrivateKey;
  people: readonly NewCustodian[];
  /** The roster in force when an agency begins again: its people stay, its custodians are the two new ones, and the root has to mark what follows. */
  after: Roster | null;
  /** In whole seconds, as keys say their times. */
  at: Date;
  random: RandomBytes;
}

/** Makes two custodians' keys, locks them, signs the roster that names them, and wraps for everyone in it what they may open. Nothing unlocked is returned. */
export async function makeAgencyKeys({ agency, agencyKey, people, after, at, random }: AgencyBeginning): Promise<MadeAgencyKeys> {
  const keys = await Promise.all(people.map(({ member }) => makePersonalKey({ member, agency, at })));
  const listed: RosterMember[] = people.map(({ member, roles }, i) => ({ member, roles: [...roles], key: publicKeyText(keys[i]!), fingerprint: fingerprintOf(keys[i]!), from: at.toISOString(), until: null, signIn: null }));
  const custodianKey = keys[0]!;
  const members = [...(after?.members ?? []).map((entry) => withoutCustody(entry, at)), ...listed];
  const readers = await readersOf(members, at);
  const copies = await wrapTeamCopies({ agency, copy: await memberCopy(agencyKey), readers, custodianKey, at });
  const custody = await Promise.all(keys.map((key, i) => wrapCustody({ agency, member: people[i]!.member, agencyKey, memberKey: key.toPublic(), custodianKey, at })));
  // Signed with the roster, so that nobody on the way to the hub gives one person another's copy.
  const document: Roster = {
    v: 1, type: 'roster', agency, ...following(after), issued: at.toISOString(), members,
    teamKey: after === null ? null : publicKeyText(agencyKey.toPublic()), delegates: after?.delegates ?? [], handedOut: handedOutDigest({ copies, custody })!,
  };
  const roster = await signDocument('roster', document, agencyKey, ...keys);
  await assertObeyed(roster, agencyKey);
  const { kit, shares } = await makeRecoveryKit({ agency, agencyKey, at, random });
  return {
    custodians: await Promise.all(people.map((person, i) => locked(agency, person, keys[i]!, random))),
    roster, kit, shares, copies, custody,
  };
}

async function locked(agency: string, { member, passphrase }: NewCustodian, key: PrivateKey, random: RandomBytes): Promise<MadeCustodian> {
  const code = newRecoveryCode(random);
  const { locked: kept, mek } = await lockPersonalKey({ agency, member, key, secrets: [{ kind: 'passphrase', passphrase }, { kind: 'recovery-code', code }], random });
  mek.fill(0);
  return { member, locked: kept, code };
}

/** Custodians of before are none any more: who lost the keys, or lost them to somebody, does not sign the next roster. */
function withoutCustody(entry: RosterMember, at: Date): RosterMember {
  const isOpen = entry.until === null || Date.parse(entry.until) > at.getTime();
  return isOpen && entry.roles.includes('custodian') ? { ...entry, until: at.toISOString() } : entry;
}

/** Everyone who reads content and whose own key is still in force: a lapsed one is replaced by its owner, and wrapped for then. */
async function readersOf(members: readonly RosterMember[], at: Date): Promise<{ member: string; key: PublicKey }[]> {
  const readers = members.filter(({ until, roles }) => until === null && roles.some((role) => ROLES_THAT_READ.includes(role)));
  const read = await Promise.all(readers.map(async ({ member, key }) => ({ member, key: await publicKeyFrom(key) })));
  const found: { member: string; key: PublicKey }[] = [];
  for (const { member, key } of read) if (key !== null && (await encryptionEpoch(key, at)) !== null) found.push({ member, key });
  return found;
}

/** Version 1 stands by itself; a later one stands as soon as the root has marked it, and is judged as if it had. */
async function assertObeyed(roster: SignedDocument<Roster>, agencyKey: PrivateKey): Promise<void> {
  const { agency, version } = roster.document;
  const rosterFrom = version === 1 ? null : { version, digest: digestOf('roster', roster.document) };
  const read = await verifyRoster(roster, { id: agency, primary: fingerprintOf(agencyKey), key: agencyKey.toPublic(), rosterFrom });
  if (!read.ok) throw new Refusal('roster-refused', { about: read.code });
}
