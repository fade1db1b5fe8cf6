import type { SessionStore } from '@lateral/exchange';

/** A session is looked up once in this time, not at every request. The roster, which can end it, is asked every time. */
const REMEMBERED_MS = 5_000;
const MOST_REMEMBERED = 20_000;

type Found = { agency: string; member: string };

/** Sessions as the database has them, remembered for a few seconds. Only what was found is kept: a new session works at once. */
export class RememberedSessions implements SessionStore {
  private readonly found = new Map<string, { session: Found; until: number }>();

  constructor(private readonly sessions: SessionStore, private readonly elapsedMs: () => number) {}

  start(...given: Parameters<SessionStore['start']>): Promise<boolean> {
    return this.sessions.start(...given);
  }

  async find(tokenHash: Uint8Array, at: Date): Promise<Found | null> {
    const name = Buffer.from(tokenHash).toString('base64');
    const known = this.found.get(name);
    if (known !== undefined && known.until > this.elapsedMs()) return known.session;
    this.found.delete(name);
    const session = await this.sessions.find(tokenHash, at);
    if (session === null) return null;
    if (this.found.size >= MOST_REMEMBERED) this.found.delete(this.found.keys().next().value as string);
    this.found.set(name, { session, until: this.elapsedMs() + REMEMBERED_MS });
    return session;
  }
}
