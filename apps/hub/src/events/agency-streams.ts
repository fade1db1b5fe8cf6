import type { NoticeView } from '@lateral/contracts';
import type { AnnouncedNotice, StillIn } from '@lateral/exchange';
import type { Logger } from '@lateral/platform';
import type { NoticeSource } from '../ports.js';

/** Notices that are read at once; there may be more pages of them. */
const PAGE = 1_000;
/** Ids that are remembered of a stream, so that what is read again is not sent again. */
const MOST_REMEMBERED = 4_000;

/** One connected client. */
export interface Stream {
  /** Handle of the session that it was begun in. */
  session: string;
  agency: string;
  member: string;
  /** Set where the session reaches what is red only. */
  reach?: 'red';
  /** Writes to the client; false where it reads too slowly, and it is then dropped: it comes back with Last-Event-ID. */
  send(notice: NoticeView): boolean;
  close(): void;
}

/** `held`: what came while it was catching up, or null once it has. `isOver`: it read too slowly, and comes back. */
interface Listener { stream: Stream; sent: Set<string>; held: AnnouncedNotice[] | null; isOver: boolean }
interface AgencyListeners { listeners: Set<Listener>; seen: string | null }

/**
 * Streams of notices to connected clients. A wake-up names what was announced and it is passed on at once; the poll reads what
 * followed the last notice known, which finds whatever no wake-up named. A client may be sent a notice twice, with the same id.
 */
export class AgencyStreams {
  private readonly agencies = new Map<string, AgencyListeners>();
  private polling: Promise<void> | null = null;
  private checking: Promise<void> | null = null;
  private again = false;

  constructor(private readonly notices: NoticeSource, private readonly stillIn: Pick<StillIn, 'carryOut'>, private readonly log: Logger) {}

  /** Begins a stream, after the notice that the client says it saw last; returns how to end it. Where what was missed cannot be read it has not begun. */
  async add(stream: Stream, lastSeen: string | null): Promise<() => void> {
    const listener: Listener = { stream, sent: new Set(lastSeen === null ? [] : [lastSeen]), held: [], isOver: false };
    const all = this.agencies.get(stream.agency) ?? { listeners: new Set(), seen: null };
    this.agencies.set(stream.agency, all);
    const end = (): void => {
      all.listeners.delete(listener);
      if (all.listeners.size === 0 && this.agencies.get(stream.agency) === all) this.agencies.delete(stream.agency);
    };
    // First listening, then looking where it stands: what is announced in between comes both ways, never neither.
    all.listeners.add(listener);
    try {
      all.seen ??= await this.notices.newest(stream.agency);
      if (lastSeen !== null) await this.catchUp(listener, lastSeen);
      release(listener);
    } catch (error) {
      end();
      throw error;
    }
    return end;
  }

  /** Passes on what a wake-up named; without names it looks. */
  async woken(ids: readonly string[]): Promise<void> {
    if (this.agencies.size === 0) return;
    if (ids.length === 0) return this.poll();
    try {
      for (const notice of await this.notices.byIds(ids)) {
        for (const listener of this.agencies.get(notice.notice.agency)?.listeners ?? []) deliver(listener, notice);
      }
    } catch (error) {
      this.log.failure('database.lost', error, { part: 'notices' });
    }
  }

  /** Looks for what no wake-up named. One reading at a time. */
  poll(): Promise<void> {
    this.polling ??= this.readAll().catch((error: unknown) => this.log.failure('database.lost', error, { part: 'notices' })).finally(() => { this.polling = null; });
    return this.polling;
  }

  /** Ends every stream whose session has ended or whose member may listen no more. One reading for all; whoever asks meanwhile gets one more. */
  checkSessions(): Promise<void> {
    if (this.checking !== null) this.again = true;
    this.checking ??= this.endOver().catch((error: unknown) => this.log.failure('database.lost', error, { part: 'sessions' })).finally(() => { this.checking = null; });
    return this.checking;
  }

  closeAll(): void {
    for (const { listeners } of this.agencies.values()) for (const { stream } of listeners) stream.close();
    this.agencies.clear();
  }

  private async endOver(): Promise<void> {
    do {
      this.again = false;
      const streams = [...this.agencies.values()].flatMap(({ listeners }) => [...listeners].map(({ stream }) => stream));
      if (streams.length === 0) return;
      const stay = await this.stillIn.carryOut(streams);
      for (const stream of streams) if (!stay.has(stream.session)) stream.close();
    } while (this.again);
  }

  private async readAll(): Promise<void> {
    for (const [agency, all] of this.agencies) {
      const first = all.seen === null ? await this.notices.newest(agency) : null;
      const from = all.seen ?? first;
      if (from === null) continue;
      let last = all.seen;
      const pass = (notice: AnnouncedNotice): void => {
        for (const listener of all.listeners) deliver(listener, notice);
        last = notice.notice.id;
      };
      for await (const page of this.pagesSince(agency, from)) page.forEach(pass);
      // The first notice of an agency's life, after any that came with it.
      if (first !== null) (await this.notices.byIds([first])).forEach(pass);
      all.seen = last;
    }
  }

  private async *pagesSince(agency: string, seen: string): AsyncIterable<AnnouncedNotice[]> {
    for (let past: string | null = null, isLast = false; !isLast;) {
      const page: AnnouncedNotice[] = await this.notices.since(agency, seen, { past, limit: PAGE });
      yield page;
      isLast = page.length < PAGE;
      past = page.at(-1)?.notice.id ?? null;
    }
  }

  // Older before newer: a client that is cut off names the last it saw, and is never given what came before that.
  private async catchUp(listener: Listener, lastSeen: string): Promise<void> {
    for await (const page of this.pagesSince(listener.stream.agency, lastSeen)) {
      for (const notice of page) send(listener, notice);
      if (listener.isOver) return;
    }
  }
}

function release(listener: Listener): void {
  const held = listener.held ?? [];
  listener.held = null;
  for (const notice of held) send(listener, notice);
}

function deliver(listener: Listener, announced: AnnouncedNotice): void {
  if (listener.held === null) send(listener, announced);
  else listener.held.push(announced);
}

function send(listener: Listener, { notice, without }: AnnouncedNotice): void {
  const { stream, sent, isOver } = listener;
  if (isOver || sent.has(notice.id) || without.includes(stream.member) || (stream.reach === 'red' && notice.urgency !== 'red')) return;
  if (!stream.send(notice)) {
    listener.isOver = true;
    return stream.close();
  }
  sent.add(notice.id);
  if (sent.size > MOST_REMEMBERED) sent.delete(sent.values().next().value as string);
}
