import { ROUTES, type OfficerReader, type PartnershipFile, type Reader, type SignedDocument } from '@lateral/contracts';
import type { PublicKey } from '@lateral/envelope';
import { delegatesAt, encryptionEpoch, membersAt, newestTeamKey, verifyPartnership, verifyRosterChain, withDocuments, type LogMark, type TrustedAgency, type TrustedPartnership, type TrustedRoster, type VerifiedRoster } from '@lateral/envelope/keys';
import { everyRoster } from './every-roster.js';
import type { HubSession } from './hub-session.js';
import { KnownKeyLog, type Shown } from './key-log.js';
import type { Patience } from './patience.js';

/** `keyLogHead`: the last head of the key log that a client of the agency saw. */
export interface Looking { now: Date; keyLogHead?: LogMark | null; patience?: Patience | undefined }

/**
 * The directory as one client believes it: fetched from the hub, obeyed only as far as the pinned root vouches for it and the key log says
 * nothing else.
 */
export class TrustedDirectory {
  private readonly chains = new Map<string, Promise<readonly VerifiedRoster[]>>();

  private constructor(private readonly session: HubSession, readonly partnership: TrustedPartnership, private readonly keyLog: KnownKeyLog) {}

  static async fetch(session: HubSession, { now, keyLogHead = null, patience }: Looking): Promise<TrustedDirectory> {
    const signed = await session.get<SignedDocument<PartnershipFile>>(ROUTES.partnership);
    const verified = await verifiedOnce(signed, session.client.rootFingerprint, now);
    if (!verified.ok) throw new Error(`the partnership file cannot be obeyed: ${verified.code}`);
    const keyLog = new KnownKeyLog(session, keyLogHead, patience);
    const directory = new TrustedDirectory(session, verified.partnership, keyLog);
    await keyLog.check(() => directory.shown(session.client.agency));
    return directory;
  }

  /** The head of the key log as it was last checked; where the hub could not ask it, the one that was seen before. */
  get keyLogHead(): LogMark | null {
    return this.keyLog.head;
  }

  /** Whether an agency's newest roster should be in the key log by `now`, and is not. */
  async isKeyLogLate(agency: string, now: Date): Promise<boolean> {
    return this.keyLog.isLate(await this.shown(agency), now);
  }

  agency(id: string): TrustedAgency {
    const agency = this.partnership.agencies.get(id);
    if (agency === undefined) throw new Error('the pinned root vouches for no such agency');
    return agency;
  }

  async roster(agency: string): Promise<TrustedRoster> {
    return (await this.rosters(agency)).at(-1)!;
  }

  /** Every version, oldest first. */
  async rosters(agency: string): Promise<readonly TrustedRoster[]> {
    return (await this.versions(agency)).map(({ roster }) => roster);
  }

  /** Teams that read for an agency at `at`, its office being closed; those left out whom nobody could seal to. */
  async delegates(agency: string, at: Date, except: readonly string[]): Promise<{ reader: Reader; key: PublicKey }[]> {
    const named = delegatesAt((await this.roster(agency)).document, at).filter((id) => !except.includes(id) && this.partnership.agencies.has(id));
    const found = await Promise.all(named.map((id) => this.reader(id, at).catch(() => null)));
    return found.filter((each) => each !== null);
  }

  /** The team of an agency as a reader of a message made at `at`, and the key to encrypt to. */
  async reader(agency: string, at: Date): Promise<{ reader: Reader; key: PublicKey }> {
    const { primary } = this.agency(agency);
    const key = newestTeamKey(this.agency(agency), await this.roster(agency));
    const epoch = await encryptionEpoch(key, at);
    if (epoch === null) throw new Error('the agency has no team key in force');
    return { reader: { agency, team: primary, epoch }, key };
  }

  /** The agency's data protection officers as readers of a narrative; those left out whose key has run out. */
  async officers(agency: string, at: Date): Promise<{ reader: OfficerReader; key: PublicKey }[]> {
    const officers = membersAt(await this.roster(agency), at, 'data_protection_officer');
    const found = await Promise.all(officers.map(async ({ fingerprint, key }) => ({ fingerprint, key, epoch: await encryptionEpoch(key, at) })));
    return found.flatMap(({ fingerprint, key, epoch }) => (epoch === null ? [] : [{ reader: { agency, officer: fingerprint, epoch }, key }]));
  }

  private async shown(agency: string): Promise<Shown> {
    return { partnership: this.partnership, agency, rosters: await this.versions(agency) };
  }

  private versions(agency: string): Promise<readonly VerifiedRoster[]> {
    const known = this.chains.get(agency) ?? this.fetchRosters(agency);
    this.chains.set(agency, known);
    return known;
  }

  private async fetchRosters(agency: string): Promise<readonly VerifiedRoster[]> {
    const signed = await everyRoster(this.session, agency);
    const verified = await verifyRosterChain(signed, this.agency(agency));
    if (!verified.ok) throw new Error(`the roster of ${agency} cannot be obeyed: ${verified.code}`);
    const versions = withDocuments(verified.rosters, signed);
    this.keyLog.judge(agency, versions);
    return versions;
  }
}

type Verified = ReturnType<typeof verifyPartnership>;
let last: { question: string; answer: Verified } | null = null;

/** Many clients of one player ask the same at the same moment: the same file, held against the same root as of the same time. It is worked out once. */
function verifiedOnce(signed: SignedDocument<PartnershipFile>, rootFingerprint: string, now: Date): Verified {
  const question = JSON.stringify([rootFingerprint, now.getTime(), signed]);
  if (last?.question !== question) last = { question, answer: verifyPartnership(signed, { rootFingerprint, now }) };
  return last.answer;
}
