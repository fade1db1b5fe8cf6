import { Agent, request as send } from 'node:http';
import { importJWK, SignJWT } from 'jose';
import { ROUTES } from '@lateral/contracts';
import type { SignInReply } from '@lateral/contracts';
import { systemNow } from '@lateral/platform';
import type { HubSession } from '@lateral/play';

const ANSWER_WITHIN_MS = 60_000;

/** A number of HTTP clients of one member: keep-alive connections and a session's token, with as little work a post as Node allows. */
export class HubDoor {
  private constructor(private readonly agent: Agent, private readonly port: number, private readonly token: string) {}

  /** `clients` connections, each used by one post at a time. */
  static async open(session: HubSession, hub: { url: string; audience: string }, clients: number): Promise<HubDoor> {
    const agent = new Agent({ keepAlive: true, maxSockets: clients, maxFreeSockets: clients });
    const signIn = new HubDoor(agent, Number(new URL(hub.url).port), '');
    const { status, text } = await signIn.post(ROUTES.signIn, JSON.stringify({ assertion: await assertionOf(session, hub.audience) }), session.newId());
    if (status !== 201) throw new Error(`signing in was answered ${status}: ${text}`);
    return new HubDoor(agent, signIn.port, (JSON.parse(text) as SignInReply).token);
  }

  /** Posts a check; rejects unless the hub took it. */
  async postCheck(body: string, key: string): Promise<void> {
    const { status, text } = await this.post(ROUTES.checks, body, key);
    if (status !== 201) throw new Error(`a check was answered ${status}: ${text.slice(0, 300)}`);
  }

  close(): void {
    this.agent.destroy();
  }

  private post(path: string, body: string, key: string): Promise<{ status: number; text: string }> {
    const headers = {
      'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'idempotency-key': key,
      ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
    };
    return new Promise((resolve, reject) => {
      const sending = send({ agent: this.agent, host: '127.0.0.1', port: this.port, method: 'POST', path, headers, timeout: ANSWER_WITHIN_MS }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => { text += part; });
        response.on('end', () => { resolve({ status: response.statusCode ?? 0, text }); });
        response.on('error', reject);
      });
      sending.on('timeout', () => sending.destroy(new Error('the hub did not answer in time')));
      sending.on('error', reject);
      sending.end(body);
    });
  }
}

async function assertionOf(session: HubSession, audience: string): Promise<string> {
  const { client } = session;
  const seconds = Math.floor(systemNow().getTime() / 1_000);
  const subject = `${client.member}@${client.agency}`;
  return new SignJWT({}).setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' }).setIssuer(subject).setSubject(subject).setAudience(audience)
    .setJti(session.newId()).setIssuedAt(seconds).setExpirationTime(seconds + 60).sign(await importJWK(client.signIn, 'EdDSA'));
}
