import { importJWK, SignJWT } from 'jose';
import { ROUTES, type NoticeView, type Problem, type SignInReply } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import type { Randomness } from '@lateral/platform';
import type { Client } from '@lateral/provision';
import { readEvents } from './read-events.js';

/** The time a client lives in: the machine's, or the case's when a case is played. */
export interface PartyTime {
  now(): Date;
}

/** The hub said no. Carries the stable code and the fields it named, never a value. */
export class HubRefused extends Error {
  constructor(readonly status: number, readonly problem: Pick<Problem, 'code' | 'detail' | 'fields' | 'current'>) {
    super(`the hub refused: ${problem.code}${problem.fields === undefined ? '' : ` at ${problem.fields.map(({ field, reason }) => `${field} (${reason})`).join(', ')}`}`);
  }
}

export interface HubDoor {
  /** Address of the hub, without a path. */
  url: string;
  /** What assertions are made out to. */
  audience: string;
}

/** One member's connection to the hub, as a machine client has it: a signed assertion buys a session; every write carries its own key. */
export class HubSession {
  private session: { token: string; until: Date } | null = null;

  constructor(private readonly door: HubDoor, readonly client: Client, private readonly time: PartyTime, private readonly random: Randomness) {}

  async signIn(): Promise<void> {
    const { agency, member, signIn } = this.client;
    const seconds = Math.floor(this.time.now().getTime() / 1000);
    const subject = `${member}@${agency}`;
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
      .setIssuer(subject).setSubject(subject).setAudience(this.door.audience)
      .setJti(this.newId()).setIssuedAt(seconds).setExpirationTime(seconds + 60)
      .sign(await importJWK(signIn, 'EdDSA'));
    this.session = null;
    const response = await fetch(this.door.url + ROUTES.signIn, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ assertion }) });
    await refuseUnlessOk(response);
    const { token, expires } = (await response.json()) as SignInReply;
    this.session = { token, until: new Date(expires) };
  }

  /** A fresh uuid v7 of this client's time. */
  newId(): string {
    return uuid7(this.time.now(), this.random.bytes(10));
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  /** A write. `key` makes a retry the same act; a new one is drawn where none is given. */
  post<T>(path: string, body: unknown, key: string = this.newId()): Promise<T> {
    return this.call<T>('POST', path, body, key);
  }

  /** Sends one attachment's ciphertext. */
  async put(path: string, bytes: ReadableStream<Uint8Array> | Uint8Array): Promise<void> {
    const response = await fetch(this.door.url + path, { method: 'PUT', headers: { ...(await this.headers()), 'content-type': 'application/octet-stream' }, body: bytes as BodyInit, duplex: 'half' } as RequestInit);
    await refuseUnlessOk(response);
  }

  /** Collects one attachment's ciphertext. */
  async collect(path: string): Promise<ReadableStream<Uint8Array>> {
    const response = await fetch(this.door.url + path, { method: 'POST', headers: { ...(await this.headers()), 'content-type': 'application/json', 'idempotency-key': this.newId() }, body: '{}' });
    await refuseUnlessOk(response);
    if (response.body === null) throw new Error('the hub sent an attachment without a body');
    return response.body;
  }

  /** Calls back for every notice to this agency until the returned function is called. Resolves once the stream stands. */
  async follow(onNotice: (notice: NoticeView) => void): Promise<() => void> {
    const ending = new AbortController();
    const response = await fetch(this.door.url + ROUTES.events, { headers: { ...(await this.headers()), accept: 'text/event-stream' }, signal: ending.signal });
    await refuseUnlessOk(response);
    if (response.body === null) throw new Error('the hub opened an event stream without a body');
    void readEvents(response.body, (data) => { onNotice(JSON.parse(data) as NoticeView); }, ending.signal);
    return () => { ending.abort(); };
  }

  private async call<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
    const response = await fetch(this.door.url + path, {
      method,
      headers: { ...(await this.headers()), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(key === undefined ? {} : { 'idempotency-key': key }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await refuseUnlessOk(response);
    const text = await response.text();
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  // A case lasts days, a session hours: what has run out is renewed before it is used.
  private async headers(): Promise<Record<string, string>> {
    if (this.session === null || this.session.until <= this.time.now()) await this.signIn();
    return { authorization: `Bearer ${this.session?.token ?? ''}` };
  }
}

async function refuseUnlessOk(response: Response): Promise<void> {
  if (response.ok) return;
  const text = await response.text();
  let problem: Pick<Problem, 'code' | 'detail' | 'fields' | 'current'>;
  try {
    problem = JSON.parse(text) as Problem;
  } catch {
    problem = { code: 'internal', detail: `HTTP ${response.status} without a problem document` };
  }
  throw new HubRefused(response.status, problem);
}

/** A route with its parameters filled in. */
export function pathOf(route: string, parameters: Record<string, string>): string {
  return route.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`the route needs ${name}`);
    return encodeURIComponent(value);
  });
}
