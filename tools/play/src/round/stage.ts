import { SystemRandom, systemNow } from '@lateral/platform';
import { loadClientByRole, loadWitness } from '@lateral/provision';
import type { MemberRole } from '@lateral/contracts';
import type { LogMark } from '@lateral/envelope/keys';
import { Correspondent, type Means } from '../party/correspondent.js';
import { HubSession, type HubDoor, type PartyTime } from '../party/hub-session.js';
import { Witness } from '../party/witness.js';
import type { Installation } from '../processes/installation.js';

/** What a test or a planter puts between a client and the hub. */
export type ClientHooks = Omit<Means, 'time' | 'random'> & Pick<HubDoor, 'onAnswer'>;

/** The clients of a partnership, each signed in once, in the time the round is played in. */
export class Clients {
  private readonly correspondents = new Map<string, Promise<Correspondent>>();
  /** The last head of the key log that each agency's clients saw. */
  private readonly keyLogHeads = new Map<string, LogMark>();
  private readonly random = new SystemRandom();

  constructor(private readonly installation: Installation, readonly time: PartyTime, private readonly url: string, private readonly hooks: ClientHooks = {}) {}

  asking = (agency: string): Promise<Correspondent> => this.of(agency, 'practitioner');
  answering = (agency: string): Promise<Correspondent> => this.of(agency, 'responder');
  reviewing = (agency: string): Promise<Correspondent> => this.of(agency, 'team_manager');
  signing = (agency: string): Promise<Correspondent> => this.of(agency, 'signatory');

  /** A witness of an agency, on the session of its responder. */
  async witness(agency: string): Promise<Witness> {
    const { session, directory } = await this.answering(agency);
    return new Witness(session, await loadWitness(this.installation.input.folder, agency), directory.partnership.document.log, this.time);
  }

  private of(agency: string, role: MemberRole): Promise<Correspondent> {
    const key = `${agency}/${role}`;
    const known = this.correspondents.get(key) ?? this.start(agency, role);
    this.correspondents.set(key, known);
    return known;
  }

  private async start(agency: string, role: MemberRole): Promise<Correspondent> {
    const client = await loadClientByRole(this.installation.input.folder, agency, role);
    const { onAnswer, ...means } = this.hooks;
    const session = new HubSession({ url: this.url, audience: this.installation.audience, ...(onAnswer === undefined ? {} : { onAnswer }) }, client, this.time, this.random);
    const correspondent = await Correspondent.start(session, { time: this.time, random: this.random, keyLogHead: this.keyLogHeads.get(agency) ?? null, ...means });
    const { keyLogHead } = correspondent.directory;
    if (keyLogHead !== null && keyLogHead.size >= (this.keyLogHeads.get(agency)?.size ?? 0)) this.keyLogHeads.set(agency, keyLogHead);
    return correspondent;
  }
}

/** The time a round lives in. */
export interface RoundTime extends PartyTime {
  reach(at: Date): Promise<void>;
}

/** A demo happens now. */
export const realTime: RoundTime = { now: systemNow, reach: () => Promise.resolve() };
