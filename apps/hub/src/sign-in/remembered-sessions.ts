import type { Session, SessionStore } from '@lateral/exchange';

/** A machine's session is looked up once in this time, not at every request. The roster, which can end it, is asked every time. */
const REMEMBERED_MS = 5_000;
const MOST_REMEMBERED = 20_000;

/**
 * Sessions as the database has them. Those of machines are remembered for a few seconds, because a busy client asks hundreds of times in
 * one; those of people are looked up each time, so that a session that was ended is nothing from that moment, at every hub. Only what
 * was found is kept: a new session works at once.
 */
export class RememberedSessions implements SessionStore {
  private readonly found = new Map<string, { session: Session; until: number }>();

  constructor(private readonly sessions: SessionStore, private readonly elapsedMs: () => number) {}

  async find(tokenHash: Uint8Array, at: Date): Promise<Session | null> {
    const name = Buffer.from(tokenHash).toString('base64');
    const known = this.found.get(name);
    if (known !== undefined && known.until > this.elapsedMs() && known.session.expiresAt > at) return known.session;
    this.found.delete(name);
    const session = await this.sessions.find(tokenHash, at);
    if (session?.kind === 'machine') this.remember(name, session);
    return session;
  }

  async end(...given: Parameters<SessionStore['end']>): Promise<number> {
    const ended = await this.sessions.end(...given);
    // Whose they were is not worth looking for: it is a rare act, and what is forgotten is looked up again.
    this.found.clear();
    return ended;
  }

  /** A provider speaks of people, whose sessions are not remembered. */
  endOnNotice(...given: Parameters<SessionStore['endOnNotice']>): Promise<boolean> {
    return this.sessions.endOnNotice(...given);
  }

  startMachine(...given: Parameters<SessionStore['startMachine']>): Promise<boolean> {
    return this.sessions.startMachine(...given);
  }

  start(...given: Parameters<SessionStore['start']>): Promise<void> {
    return this.sessions.start(...given);
  }

  seen(...given: Parameters<SessionStore['seen']>): Promise<void> {
    return this.sessions.seen(...given);
  }

  rotate(...given: Parameters<SessionStore['rotate']>): Promise<boolean> {
    return this.sessions.rotate(...given);
  }

  living(...given: Parameters<SessionStore['living']>): Promise<string[]> {
    return this.sessions.living(...given);
  }

  list(...given: Parameters<SessionStore['list']>): Promise<Session[]> {
    return this.sessions.list(...given);
  }

  private remember(name: string, session: Session): void {
    if (this.found.size >= MOST_REMEMBERED) this.found.delete(this.found.keys().next().value as string);
    this.found.set(name, { session, until: this.elapsedMs() + REMEMBERED_MS });
  }
}
