import { createHash, randomBytes } from 'node:crypto';
import type { GrantedStepUpReply, KeyProofReply, MeReply, PasskeyOptionsReply, PasskeyView, StepUpReply } from '@lateral/contracts';
import type { StepUpAction } from '@lateral/domain/access';
import type { NewSession } from '@lateral/exchange';
import { proveKey, type PrivateKey } from '@lateral/envelope/keys';
import { openHubDatabase, type HubDatabase } from '@lateral/persistence/hub';
import type { Misbehaviour, SoftAuthenticator } from '@lateral/testing/webauthn';
import { newId } from './door-client.js';
import type { Answer, Ask, HubDoor } from './hub-door.js';

export const ORIGIN = 'http://localhost';
export const RP_ID = 'localhost';
const HOUR_MS = 3_600_000;
const COOKIE = /^lateral=([A-Za-z0-9_-]+);/;

/** Puts people's sessions into the store as signing in at a provider would, so that a test needs no provider. */
export class PersonDoors {
  private constructor(private readonly door: HubDoor, private readonly hub: HubDatabase) {}

  static async beside(door: HubDoor): Promise<PersonDoors> {
    return new PersonDoors(door, await openHubDatabase({ url: door.database.url, poolSize: 2, applicationName: 'person-door' }));
  }

  /** A session of a member that began `ago` before now. */
  async signIn({ agency, member }: { agency: string; member: string }, { ago = 0, kind = 'person' as NewSession['kind'] } = {}): Promise<PersonDoor> {
    const token = randomBytes(32).toString('base64url');
    const now = await this.hub.clock.now();
    const isPerson = kind === 'person' || kind === 'newcomer';
    const session: NewSession = {
      id: newId(), kind, agency, member: kind === 'newcomer' ? null : member, issuer: isPerson ? `https://provider.example/${agency}` : null, subject: isPerson ? member : null, sid: null,
      startedAt: new Date(now.getTime() - ago), seenAt: now, idleUntil: new Date(now.getTime() + HOUR_MS), expiresAt: new Date(now.getTime() + HOUR_MS), tokenHash: createHash('sha256').update(token).digest(),
    };
    await this.hub.sessions.start(session, []);
    return new PersonDoor(this.door.ask, session, token);
  }

  /** In with a custodian's one-time code. Throws where it is refused. */
  async byCode(body: { agency: string; member: string; code: string }): Promise<PersonDoor> {
    const { ask } = this.door;
    const answer = await ask('POST', '/v1/sign-in/code', { body, headers: { origin: ORIGIN } });
    const token = setToken(answer);
    if (token === null) throw new Error(`a code was answered ${answer.status}`);
    const { session } = (await ask('GET', '/v1/me', { headers: { cookie: `lateral=${token}` } })).body as MeReply;
    return new PersonDoor(ask, { id: session.id, agency: body.agency, member: body.member }, token);
  }

  end(): Promise<void> {
    return this.hub.close();
  }
}

/** One person's browser: its cookie goes along with every request, and changes when the hub says so. */
export class PersonDoor {
  constructor(private readonly ask: Ask, readonly session: Pick<NewSession, 'id' | 'agency' | 'member'>, public token: string) {}

  /** Another browser that holds the token as it is now. */
  copy(): PersonDoor {
    return new PersonDoor(this.ask, this.session, this.token);
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown = {}, key: string = newId()): Promise<Answer> {
    return this.send('POST', path, { body, headers: { 'idempotency-key': key } });
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  private async send(method: string, path: string, { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}): Promise<Answer> {
    const answer = await this.ask(method, path, { ...(body === undefined ? {} : { body }), headers: { cookie: `lateral=${this.token}`, origin: ORIGIN, ...headers } });
    this.token = setToken(answer) ?? this.token;
    return answer;
  }

  /** Asks for a challenge and enrols what the authenticator makes of it. */
  async enrol(authenticator: SoftAuthenticator, misbehaviour?: Misbehaviour): Promise<Answer> {
    const options = await this.post('/v1/passkeys/options');
    if (options.status !== 201) return options;
    const { challenge, rpId, user } = options.body as PasskeyOptionsReply;
    return this.post('/v1/passkeys', authenticator.create({ challenge, rpId, user, origin: ORIGIN }, misbehaviour));
  }

  /** The same where it must come off. */
  async enrolled(authenticator: SoftAuthenticator): Promise<PasskeyView> {
    const { status, body } = await this.enrol(authenticator);
    if (status !== 201) throw new Error(`a passkey was answered ${status} ${JSON.stringify(body)}`);
    return body as PasskeyView;
  }

  /** Proves the key of the member whom a one-time code let in. */
  async proveKey(key: PrivateKey): Promise<void> {
    const { session, nonce } = (await this.post('/v1/key-proofs')).body as KeyProofReply;
    const { agency, member } = this.session;
    const signature = await proveKey({ agency, member: member ?? '', session, nonce }, { key, at: new Date() });
    const { status, body } = await this.post('/v1/key-proofs/signature', { signature });
    if (status !== 204) throw new Error(`a proof was answered ${status} ${JSON.stringify(body)}`);
  }

  async beginStepUp(action: StepUpAction, objects: readonly string[]): Promise<StepUpReply> {
    const { status, body } = await this.post('/v1/step-ups', { action, objects });
    if (status !== 201) throw new Error(`a step-up was answered ${status} ${JSON.stringify(body)}`);
    return body as StepUpReply;
  }

  answerStepUp({ id, challenge, credentials, rpId }: StepUpReply, authenticator: SoftAuthenticator, misbehaviour?: Misbehaviour): Promise<Answer> {
    return this.post(`/v1/step-ups/${id}/passkey`, authenticator.get({ challenge, rpId, origin: ORIGIN, credentials }, misbehaviour));
  }

  /** One gesture, granted. */
  async stepUp(action: StepUpAction, objects: readonly string[], authenticator: SoftAuthenticator): Promise<GrantedStepUpReply> {
    const { status, body } = await this.answerStepUp(await this.beginStepUp(action, objects), authenticator);
    if (status !== 201) throw new Error(`a gesture was answered ${status} ${JSON.stringify(body)}`);
    return body as GrantedStepUpReply;
  }
}

function setToken({ headers }: Answer): string | null {
  const set = headers['set-cookie'];
  const lines = Array.isArray(set) ? (set as string[]) : [];
  return lines.map((line) => COOKIE.exec(line)?.[1] ?? null).find((token) => token !== null) ?? null;
}
