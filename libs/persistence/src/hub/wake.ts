import type { Client } from 'pg';
import { CHANNELS } from '@lateral/contracts';
import { WAKE } from './statements/wake.statement.js';

/** What a wake-up is about; the names of the channels are the contracts'. */
export type WakeChannel = keyof typeof CHANNELS;

export interface WakeSettings {
  /** Makes an unconnected client: wake-ups have connections of their own, so that a busy pool cannot keep them back. */
  client: () => Client;
  /** Told of a lost connection; wake-ups are hints, a poll is what finds work, so nothing else happens. */
  onError: (error: unknown) => void;
  debounceMs?: number;
  reconnectMs?: number;
}

/** Postgres takes 8,000 bytes; ids of 36 letters and a comma. */
const IDS_PER_PAYLOAD = 200;
/** How many ids wait for a database that is away; clients that come back ask for what they missed anyway. */
const MOST_IDS = 10_000;

/**
 * One NOTIFY for many commits, sent after them. Inside the business transaction it would hold a lock over the whole database
 * until the commit is on disk, and end group commit.
 */
export class Wake {
  private readonly due = new Map<WakeChannel, Set<string>>();
  private readonly listening = new Set<Listening>();
  private sender: Client | null = null;
  private sending: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly settings: WakeSettings) {}

  /** Wakes whoever listens on a channel, soon. `id` is passed on where the listener needs it (notices). Returns at once. */
  soon(channel: WakeChannel, id?: string): void {
    if (this.closed) return;
    const ids = this.due.get(channel) ?? new Set<string>();
    if (id !== undefined) ids.add(id);
    this.due.set(channel, ids);
    this.arm();
  }

  /**
   * Calls `onWake` with the ids sent, or with none where there is only the hint that something may be there: also after each
   * reconnection, because what was sent meanwhile is lost. Resolves once it listens. Returns the end of it.
   */
  async listen(channel: WakeChannel, onWake: (ids: string[]) => void): Promise<() => Promise<void>> {
    const listening = new Listening(this.settings, CHANNELS[channel], onWake);
    this.listening.add(listening);
    await listening.start();
    return async () => {
      this.listening.delete(listening);
      await listening.stop();
    };
  }

  /** Sends what is due and lets go of every connection. */
  async close(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    await this.sending;
    if (this.due.size > 0) await this.flush();
    this.closed = true;
    await Promise.all([...this.listening].map((listening) => listening.stop()));
    await this.sender?.end();
    this.sender = null;
  }

  private arm(delayMs = this.settings.debounceMs ?? 1): void {
    if (this.timer !== null || this.sending !== null || this.closed) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.sending = this.flush().then((sent) => {
        this.sending = null;
        if (this.due.size > 0) this.arm(sent ? undefined : this.settings.reconnectMs ?? 500);
      });
    }, delayMs);
  }

  private async flush(): Promise<boolean> {
    const sent = [...this.due].map(([channel, ids]) => ({ channel, ids: [...ids] }));
    this.due.clear();
    const pages = sent.flatMap(({ channel, ids }) => Array.from({ length: Math.max(1, Math.ceil(ids.length / IDS_PER_PAYLOAD)) }, (_, page) => (
      { channel: CHANNELS[channel], payload: ids.slice(page * IDS_PER_PAYLOAD, (page + 1) * IDS_PER_PAYLOAD).join(',') })));
    try {
      const client = await this.connected();
      await client.query({ name: WAKE.name, text: WAKE.text, values: [pages.map(({ channel }) => channel), pages.map(({ payload }) => payload)] });
      return true;
    } catch (error) {
      const failed = this.sender;
      this.sender = null;
      this.settings.onError(error);
      for (const { channel, ids } of sent) this.due.set(channel, new Set([...(this.due.get(channel) ?? []), ...ids].slice(-MOST_IDS)));
      await failed?.end().catch(this.settings.onError);
      return false;
    }
  }

  private async connected(): Promise<Client> {
    if (this.sender !== null) return this.sender;
    const client = this.settings.client();
    client.on('error', (error) => {
      if (this.sender === client) this.sender = null;
      this.settings.onError(error);
    });
    await client.connect();
    this.sender = client;
    return client;
  }
}

/** One connection that listens, and listens again after it was lost. */
class Listening {
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(private readonly settings: WakeSettings, private readonly channel: string, private readonly onWake: (ids: string[]) => void) {}

  async start(): Promise<void> {
    const client = this.settings.client();
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, null));
    client.on('notification', ({ payload }) => this.onWake(payload === undefined || payload === '' ? [] : payload.split(',')));
    await client.connect();
    await client.query(`listen ${this.channel}`);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    const { client } = this;
    this.client = null;
    await client?.end();
  }

  private lost(client: Client, error: unknown): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
    this.settings.onError(error ?? new Error('a listening connection ended'));
    this.retry = setTimeout(() => {
      this.start().then(() => this.onWake([]), (again: unknown) => { if (this.client !== null) this.lost(this.client, again); });
    }, this.settings.reconnectMs ?? 500);
  }
}
