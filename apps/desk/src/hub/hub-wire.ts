import { toBase64Url, type Problem } from '@lateral/contracts';
import { ASKED } from '../asked.js';
import { systemTimers, type Timers } from '../clock.js';

/** The hub said no, and why: `code` is one of the problems of its document, `away` where it could not be reached. `problem` is all it said. */
export class HubProblem extends Error {
  override readonly name = 'HubProblem';
  constructor(readonly status: number, readonly code: string, readonly problem: Problem | null = null) {
    super(code);
  }
}

/** What is said of whoever sends, and not of what is sent. */
const SAYS_NOTHING_OF_IT = new Set(['step-up-needed', 'too-many-requests']);

/**
 * Whether the hub has said no to what was sent: what is sent next is something else then, under a key of its own. After silence, or a hub that
 * failed, it may have been taken in.
 */
export function isClearNo(error: unknown): boolean {
  return error instanceof HubProblem && error.status >= 400 && error.status < 500 && !SAYS_NOTHING_OF_IT.has(error.code);
}

/** Who is told how the hub answers: that it did, that it could not be reached, that nobody is signed in any more, that it knows other readers of a message than it was sealed for. */
export interface HubHearer { reached?: () => void; away?: () => void; ended?: () => void; outdated?: () => void }

/**
 * `whoever`: asked before it is known whether anybody is there. `change`: what itself changes the token, and so waits for no change of this
 * window's. `last`: not to be asked again.
 */
type Turn = 'first' | 'whoever' | 'change' | 'last';

/** One write's own name: a retry under the same key is the same act, done once. 16 to 80 letters, digits, hyphens and underscores. */
export type WriteKey = string;
type Method = 'POST' | 'PUT' | 'DELETE';

/** The answer to a gesture in another window is on its way: the token that it brings is this window's too. */
const OTHER_WINDOW_MS = 500;

/**
 * Same origin, cookie, JSON. A granted gesture changes the session's token, and whatever was under way with the old one is refused as
 * somebody unknown: that is asked once more, so that nobody is shown out because two things happened at once, in this window or in two.
 */
export class HubWire {
  /** How many such changes were begun, and the newest of them. */
  private changes = 0;
  private change: { isOver: boolean; done: Promise<unknown> } = { isOver: true, done: Promise.resolve() };

  constructor(private readonly fetch: typeof globalThis.fetch, private readonly random: (length: number) => Uint8Array, private readonly hearer: HubHearer = {}, private readonly timers: Timers = systemTimers) {}

  newKey(): WriteKey {
    return toBase64Url(this.random(18));
  }

  async read<T>(path: string): Promise<T> {
    return jsonOf(await this.ask(path, { method: 'GET' }));
  }

  /** What is asked before it is known whether anybody is there: that nobody is, is an answer, and at once. */
  async readWhoever<T>(path: string): Promise<T> {
    return jsonOf(await this.ask(path, { method: 'GET' }, 'whoever'));
  }

  async send<T>(method: Method, path: string, body?: unknown, key: WriteKey = this.newKey()): Promise<T> {
    return jsonOf(await this.ask(path, this.write(method, body, key)));
  }

  /** A write after which the session has another token. */
  sendChanging<T>(method: Method, path: string, body: unknown): Promise<T> {
    const sent = this.ask(path, this.write(method, body, this.newKey()), 'change').then((response) => jsonOf<T>(response));
    const change = { isOver: false, done: sent.then(() => undefined, () => undefined).then(() => { change.isOver = true; }) };
    this.changes += 1;
    this.change = change;
    return sent;
  }

  async put(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.ask(path, { method: 'PUT', headers: { 'content-type': 'application/octet-stream', 'idempotency-key': this.newKey() }, body: bytes });
  }

  async collect(path: string, key: WriteKey = this.newKey()): Promise<Uint8Array<ArrayBuffer>> {
    const response = await this.ask(path, this.write('POST', {}, key));
    return new Uint8Array(await response.arrayBuffer().catch(() => { throw this.away(); }));
  }

  /** A stream that goes on until it ends or `signal` says so. `after` is the id of the last event that was heard. */
  async stream(path: string, after: string | null, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const response = await this.ask(path, { method: 'GET', signal, headers: { accept: 'text/event-stream', ...(after === null ? {} : { 'last-event-id': after }) } });
    if (response.body === null) throw this.away();
    return response.body;
  }

  private write(method: Method, body: unknown, key: WriteKey): RequestInit {
    const headers = { 'idempotency-key': key };
    return body === undefined ? { method, headers } : { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  }

  private async ask(path: string, init: RequestInit, turn: Turn = 'first'): Promise<Response> {
    const before = { changes: this.changes, isOver: this.change.isOver };
    const response = await this.fetch(path, { ...init, ...ASKED }).catch(() => null);
    if (response === null) {
      // What was called off here says nothing of the hub.
      if (init.signal?.aborted === true) throw new HubProblem(0, 'away');
      throw this.away();
    }
    if (response.status < 500) this.hearer.reached?.();
    if (response.ok) return response;
    const problem = problemOf(await response.json().catch(() => null));
    if (response.status >= 502 && problem === null) throw this.away();
    if (problem?.code === 'unauthenticated') {
      const isOwn = turn !== 'change' && (this.changes > before.changes || !before.isOver);
      if (turn !== 'last' && (isOwn || turn !== 'whoever')) {
        await (isOwn ? this.change.done : new Promise<void>((go) => { this.timers.after(OTHER_WINDOW_MS, go); }));
        return this.ask(path, init, 'last');
      }
      this.hearer.ended?.();
    }
    if (problem?.code === 'readers-mismatch') this.hearer.outdated?.();
    throw new HubProblem(response.status, problem?.code ?? 'unknown', problem);
  }

  private away(): HubProblem {
    this.hearer.away?.();
    return new HubProblem(0, 'away');
  }
}

async function jsonOf<T>(response: Response): Promise<T> {
  return response.status === 204 ? null as T : await response.json() as T;
}

function problemOf(answer: unknown): Problem | null {
  return typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string' ? answer as Problem : null;
}

export function nullOn(status: number): (error: unknown) => null {
  return (error) => {
    if (error instanceof HubProblem && error.status === status) return null;
    throw error;
  };
}

/** A path of the API with its parameters, and with those of `query` that are given. */
export function at(path: string, values: Record<string, string>, query: Record<string, string | number | undefined> = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const asked = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
  return asked.size === 0 ? filled : `${filled}?${asked.toString()}`;
}
