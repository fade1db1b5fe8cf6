import { importJWK, SignJWT } from 'jose';
import { ROUTES, type NoticeView, type Problem, type SignInReply } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import type { Randomness } from '@lateral/platform';
import type { Client } from '@lateral/provision';
import { answered, NoAnswer, patiently } from './patience.js';
import { readEvents } from './read-events.js';

/** The time a client lives in: the machine's, or the case's when a case is played. */
export interface PartyTime {
  now(): Date;
}

/** The hub said no. Carries the stable code and the fields it named, never a value; and how long to wait, where it asked for that. */
export class HubRefused extends Error {
  constructor(readonly status: number, readonly problem: Pick<Problem, 'code' | 'detail' | 'fields' | 'current' | 'judgements'>, readonly retryAfterMs: number | null = null) {
    super(`the hub refused: ${problem.code}${problem.fields === undefined ? '' : ` at ${problem.fields.map(({ field, reason }) => `${field} (${reason})`).join(', ')}`}`);
  }
}

export interface HubDoor {
  /** Address of the hub, without a path. */
  url: string;
  /** What assertions are made out to. */
  audience: string;
  /** Is shown every answer as it came; what a stream carries is not waited for. */
  onAnswer?: (answer: HubAnswer) => void;
}

/** One answer of the hub. `body` is the parsed JSON, or null where there was none. */
export interface HubAnswer {
  method: string;
  path: string;
  status: number;
  contentType: string | null;
  body: unknown;
}

/**
 * One member's connection to the hub, as a machine client has it: a signed assertion buys a session; every write carries its own
 * key. Where no answer comes, or the hub is not available, it asks again for a bounded time: the same key, the same bytes, one act.
 */
export class HubSession {
  private session: { token: string; until: Date } | null = null;

  constructor(private readonly door: HubDoor, readonly client: Client, private readonly time: PartyTime, private readonly random: Randomness) {}

  signIn(): Promise<void> {
    this.session = null;
    return patiently(() => this.startSession());
  }

  // Each attempt has an assertion of its own: the hub may have spent the last one without our hearing of it.
  private async startSession(): Promise<void> {
    const { agency, member, signIn } = this.client;
    const seconds = Math.floor(this.time.now().getTime() / 1000);
    const subject = `${member}@${agency}`;
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
      .setIssuer(subject).setSubject(subject).setAudience(this.door.audience)
      .setJti(this.newId()).setIssuedAt(seconds).setExpirationTime(seconds + 60)
      .sign(await importJWK(signIn, 'EdDSA'));
    const text = await this.answer(ROUTES.signIn, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ assertion }) });
    const { token, expires } = JSON.parse(text) as SignInReply;
    this.session = { token, until: new Date(expires) };
  }

  /** A fresh uuid v7 of this client's time. */
  newId(): string {
    return uuid7(this.time.now(), this.random.bytes(10));
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  /** Reads once, without patience: for whoever has a use for the answer that something is not available. */
  ask<T>(path: string): Promise<T> {
    return this.once<T>('GET', path, null);
  }

  /** A write. `key` makes a retry the same act; a new one is drawn where none is given. */
  post<T>(path: string, body: unknown, key: string = this.newId()): Promise<T> {
    return this.call<T>('POST', path, body, key);
  }

  /** A write of a whole thing in its place. */
  putJson<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>('PUT', path, body, this.newId());
  }

  /** Sends one attachment's ciphertext. A stream can be read once only, so it is for the caller to seal and send another. */
  async put(path: string, bytes: ReadableStream<Uint8Array> | Uint8Array): Promise<void> {
    await this.answer(path, { method: 'PUT', headers: { ...(await this.headers()), 'content-type': 'application/octet-stream' }, body: bytes as BodyInit, duplex: 'half' } as RequestInit);
  }

  /** Collects one attachment's ciphertext. It may be cut short on the way: under the same key it can be collected again. */
  async collect(path: string, key: string): Promise<ReadableStream<Uint8Array>> {
    const headers = { ...(await this.headers()), 'content-type': 'application/json', 'idempotency-key': key };
    return this.stream(path, { method: 'POST', headers, body: '{}' });
  }

  /**
   * Calls back for every notice to this agency until the returned function is called. Resolves once the stream stands. A stream
   * that breaks is opened again after the last notice seen; `onGap` is told, for where none had been seen some may have been missed.
   */
  async follow(onNotice: (notice: NoticeView) => void, onGap: () => void = () => undefined): Promise<() => void> {
    const ending = new AbortController();
    let seen: string | null = null;
    const open = (): Promise<ReadableStream<Uint8Array>> => patiently(() => this.openEvents(seen, ending.signal));
    const heard = (data: string): void => {
      const notice = JSON.parse(data) as NoticeView;
      seen = notice.id;
      onNotice(notice);
    };
    void this.readOn(await open(), { open, heard, onGap: () => { if (seen === null) onGap(); }, signal: ending.signal });
    return () => { ending.abort(); };
  }

  private async readOn(first: ReadableStream<Uint8Array>, { open, heard, onGap, signal }: Following): Promise<void> {
    try {
      for (let body = first; ; body = await open()) {
        if (body !== first) onGap();
        await readEvents(body, heard, signal);
        if (signal.aborted) return;
      }
    } catch (cause) {
      // The hub stayed away for longer than a client bears with it: the party goes on by listing its inbox.
      if (!signal.aborted && !(cause instanceof NoAnswer)) throw cause;
    }
  }

  private async openEvents(seen: string | null, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const headers = { ...(await this.headers()), accept: 'text/event-stream', ...(seen === null ? {} : { 'last-event-id': seen }) };
    return this.stream(ROUTES.events, { headers, signal });
  }

  private call<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
    const sent = body === undefined ? null : JSON.stringify(body);
    return patiently(() => this.once<T>(method, path, sent, key));
  }

  private async once<T>(method: string, path: string, sent: string | null, key?: string): Promise<T> {
    const text = await this.answer(path, {
      method,
      headers: { ...(await this.headers()), ...(sent === null ? {} : { 'content-type': 'application/json' }), ...(key === undefined ? {} : { 'idempotency-key': key }) },
      ...(sent === null ? {} : { body: sent }),
    });
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  /** Asks once and reads the whole answer. */
  private answer(path: string, init: RequestInit): Promise<string> {
    return answered(async () => {
      const response = await this.accepted(path, init);
      const text = await response.text();
      this.show(path, init, response, text);
      return text;
    });
  }

  /** Asks once for what comes little by little. */
  private stream(path: string, init: RequestInit): Promise<ReadableStream<Uint8Array>> {
    return answered(async () => {
      const response = await this.accepted(path, init);
      this.show(path, init, response, '');
      return bodyOf(response);
    });
  }

  private async accepted(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(this.door.url + path, init);
    if (response.ok) return response;
    const text = await response.text();
    this.show(path, init, response, text);
    throw refusalOf(response, text);
  }

  private show(path: string, { method = 'GET' }: RequestInit, { status, headers }: Response, text: string): void {
    if (this.door.onAnswer === undefined) return;
    const contentType = headers.get('content-type');
    this.door.onAnswer({ method, path, status, contentType, body: contentType?.includes('json') === true ? JSON.parse(text) : null });
  }

  // A case lasts days, a session hours: what has run out is renewed before it is used.
  private async headers(): Promise<Record<string, string>> {
    if (this.session === null || this.session.until <= this.time.now()) await this.signIn();
    // Uncompressed: what is recorded on the wire must be readable as it was said.
    return { authorization: `Bearer ${this.session?.token ?? ''}`, 'accept-encoding': 'identity' };
  }
}

interface Following {
  open: () => Promise<ReadableStream<Uint8Array>>;
  heard: (data: string) => void;
  onGap: () => void;
  signal: AbortSignal;
}

function bodyOf({ body }: Response): ReadableStream<Uint8Array> {
  if (body === null) throw new Error('the hub sent a stream without a body');
  return body;
}

function refusalOf(response: Response, text: string): HubRefused {
  let problem: Pick<Problem, 'code' | 'detail' | 'fields' | 'current' | 'judgements'>;
  try {
    problem = JSON.parse(text) as Problem;
  } catch {
    problem = { code: 'internal', detail: `HTTP ${response.status} without a problem document` };
  }
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new HubRefused(response.status, problem, Number.isFinite(after) ? after * 1_000 : null);
}

/** A route with its parameters filled in. */
export function pathOf(route: string, parameters: Record<string, string>): string {
  return route.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`the route needs ${name}`);
    return encodeURIComponent(value);
  });
}
