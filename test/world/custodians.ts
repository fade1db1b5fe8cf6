import type { CustodyCopy, JoinerView, RosterProposalBody, RosterProposalView, RosterStandingReply } from '@lateral/contracts';
import { cosignRoster, nextRoster, readJoiner, type Joining, type PrivateKey, type RosterChange } from '@lateral/envelope/keys';
import type { DoorClient } from './door-client.js';
import { newId } from './door-client.js';
import type { HubDoor } from './hub-door.js';
import { openCustody, readOwnAgency, type OwnAgency } from './personal-client.js';

/** One of an agency's two custodians, at their own client. */
export class Custodian {
  constructor(readonly client: DoorClient, private readonly rootFingerprint: string) {}

  static async both({ made, signInAs }: HubDoor, agency: string): Promise<[Custodian, Custodian]> {
    const names = made.members.filter((member) => member.agency === agency && member.roles.includes('custodian')).map(({ member }) => member);
    const [first, second] = await Promise.all(names.slice(0, 2).map((member) => signInAs(agency, member)));
    return [new Custodian(first!, made.rootFingerprint), new Custodian(second!, made.rootFingerprint)];
  }

  get member(): string {
    return this.client.client.member;
  }

  async get<T>(path: string): Promise<T> {
    const { status, body } = await this.client.get(path);
    if (status !== 200) throw new Error(`GET ${path} was answered ${status}`);
    return body as T;
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    const answer = await this.client.post(path, body);
    if (answer.status >= 300) throw new Error(`POST ${path} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  own(): Promise<OwnAgency> {
    return readOwnAgency((path) => this.get(path), this.client.client.agency, this.rootFingerprint);
  }

  /** The agency's whole key, from the copy that the hub keeps locked for this custodian. */
  async agencyKey(own: OwnAgency): Promise<PrivateKey> {
    return openCustody(await this.get<CustodyCopy>('/v1/custody-copies/mine'), this.client.client.personal, own);
  }

  invite(member: string, roles: readonly string[]): Promise<{ code: string }> {
    return this.post('/v1/invitations', { id: newId(), member, roles });
  }

  /** What a joiner brought, once the words that the person reads out are the words of the key that the hub shows. Throws where they are not. */
  async compared(member: string, readOut: readonly string[]): Promise<Joining> {
    const found = (await this.get<JoinerView[]>('/v1/joiners')).find((joiner) => joiner.member === member);
    const joiner = found?.key == null ? null : await readJoiner({ agency: this.client.client.agency, member, key: found.key });
    if (found === undefined || joiner === null) throw new Error('nobody brought a key');
    if (joiner.words.en.join(' ') !== readOut.join(' ')) throw new Error('the words are others');
    return { member, roles: found.roles, key: joiner.key, signIn: null };
  }

  async compose(change: RosterChange): Promise<RosterProposalBody> {
    const own = await this.own();
    return (await nextRoster(own.roster, change, { agencyKey: await this.agencyKey(own), custodianKey: this.client.client.personal, at: new Date() })).proposal;
  }

  async propose(change: RosterChange): Promise<RosterStandingReply> {
    return this.post('/v1/roster-proposals', await this.compose(change));
  }

  /** Reads what waits, judges it, signs it; `deleting`: the epochs that the person has been asked about. */
  async cosign(deleting: readonly string[] = []): Promise<RosterStandingReply> {
    const waiting = await this.get<RosterProposalView>('/v1/roster-proposals');
    const own = await this.own();
    const signed = await cosignRoster(waiting, { agency: own.agency, before: own.roster, custodianKey: this.client.client.personal, at: new Date(), deleting });
    if (!signed.ok) throw new Error(`the proposal is refused: ${signed.code}`);
    return this.post(`/v1/roster-proposals/${waiting.version}/cosignature`, { signature: signed.signature });
  }
}

/** A change of the roster as it is made in life: one custodian proposes, the other signs. */
export async function changeRoster([first, second]: readonly [Custodian, Custodian], change: RosterChange): Promise<void> {
  await first.propose(change);
  const { state } = await second.cosign(change.deleteEpochs);
  if (state !== 'published') throw new Error(`the roster is ${state}`);
}
