import { toBase64Url } from '@lateral/contracts';
import type { AuditRow, KeyProofStore, NewSession, OneTimeCode, OneTimeCodeStore, PersonStore, ProviderTrip, ProviderTripStore, Session, SessionsFrom, SessionsOf, SessionStore } from '@lateral/exchange';
import type { MemoryTables } from './memory-tables.js';

type Stored = NewSession & Session;
const lives = ({ idleUntil, expiresAt }: Session, at: Date): boolean => (idleUntil === null || idleUntil > at) && expiresAt > at;

/** Sessions by the hash of their token; an assertion's id is spent once for each member. One that was ended is gone. */
export class MemorySessionStore implements SessionStore, KeyProofStore {
  private readonly sessions = new Map<string, Stored>();
  private readonly challenges = new Map<string, { nonce: string; expiresAt: Date }>();
  private readonly used = new Set<string>();

  constructor(private readonly tables: MemoryTables) {}

  startMachine(session: NewSession, assertion: Parameters<SessionStore['startMachine']>[1], record: AuditRow): Promise<boolean> {
    return this.tables.write(() => {
      const spent = JSON.stringify([session.agency, session.member, assertion.id]);
      if (this.used.has(spent)) return false;
      this.used.add(spent);
      this.begin(session, [record]);
      return true;
    });
  }

  start(session: NewSession, records: readonly AuditRow[]): Promise<void> {
    return this.tables.write(() => this.begin(session, records));
  }

  /** Inside a write of another store. */
  begin(session: NewSession, records: readonly AuditRow[]): void {
    this.sessions.set(session.id, { ...session, keyProvenAt: null });
    this.tables.record(records);
  }

  async find(tokenHash: Uint8Array, at: Date): Promise<Session | null> {
    const found = [...this.sessions.values()].find((session) => toBase64Url(session.tokenHash) === toBase64Url(tokenHash));
    return found === undefined || !lives(found, at) ? null : withoutToken(found);
  }

  seen(id: string, seenAt: Date, idleUntil: Date): Promise<void> {
    return this.tables.write(() => {
      const session = this.sessions.get(id);
      if (session !== undefined && session.seenAt < seenAt) this.sessions.set(id, { ...session, seenAt, idleUntil });
    });
  }

  rotate(id: string, tokenHash: Uint8Array, at: Date): Promise<boolean> {
    return this.tables.write(() => {
      const session = this.sessions.get(id);
      if (session === undefined || !lives(session, at)) return false;
      this.sessions.set(id, { ...session, tokenHash });
      return true;
    });
  }

  async living(ids: readonly string[], at: Date): Promise<string[]> {
    return ids.filter((id) => this.livingOne(id, at) !== null);
  }

  challenge(id: string, challenge: { nonce: string; expiresAt: Date }, at: Date): Promise<boolean> {
    return this.tables.write(() => {
      const session = this.livingOne(id, at);
      if (session?.kind !== 'one-time-code' || session.keyProvenAt !== null) return false;
      this.challenges.set(id, challenge);
      return true;
    });
  }

  async challenged(id: string, at: Date): Promise<string | null> {
    const found = this.challenges.get(id);
    return found !== undefined && found.expiresAt > at && this.livingOne(id, at) !== null ? found.nonce : null;
  }

  prove({ session: id, nonce, tokenHash, at }: Parameters<KeyProofStore['prove']>[0], record: AuditRow): Promise<boolean> {
    return this.tables.write(() => {
      const [session, challenge] = [this.livingOne(id, at), this.challenges.get(id)];
      if (session === null || challenge === undefined || challenge.nonce !== nonce || challenge.expiresAt <= at) return false;
      this.challenges.delete(id);
      this.sessions.set(id, { ...session, tokenHash, keyProvenAt: at });
      this.tables.record([record]);
      return true;
    });
  }

  private livingOne(id: string, at: Date): Stored | null {
    const session = this.sessions.get(id);
    return session !== undefined && lives(session, at) ? session : null;
  }

  async list(of: SessionsOf, at: Date): Promise<Session[]> {
    const newestFirst = (a: Session, b: Session): number => b.startedAt.getTime() - a.startedAt.getTime() || (a.id < b.id ? 1 : -1);
    return [...this.sessions.values()].filter((session) => isOf(session, of) && lives(session, at)).sort(newestFirst).map(withoutToken);
  }

  end(of: SessionsOf, which: { only?: string; except?: string }, records: readonly AuditRow[]): Promise<number> {
    return this.tables.write(() => this.endAll(of, which, records));
  }

  endOnNotice({ agency, id }: Parameters<SessionStore['endOnNotice']>[0], of: SessionsFrom, records: readonly AuditRow[]): Promise<boolean> {
    return this.tables.write(() => {
      const spent = JSON.stringify([agency, '', id]);
      if (this.used.has(spent)) return false;
      this.used.add(spent);
      this.endAll(of, {}, records);
      return true;
    });
  }

  private endAll(of: SessionsOf, { only, except }: { only?: string; except?: string }, records: readonly AuditRow[]): number {
    const ended = [...this.sessions.values()].filter((session) => isOf(session, of) && (only === undefined || session.id === only) && session.id !== except);
    for (const { id } of ended) this.sessions.delete(id);
    if (ended.length > 0) this.tables.record(records);
    return ended.length;
  }
}

function isOf(session: Session, of: SessionsOf): boolean {
  const isUnnamed = 'subject' in of && 'sid' in of && session.sid === null;
  return Object.entries(of).every(([name, value]) => session[name as keyof Session] === value || (name === 'sid' && isUnnamed));
}

function withoutToken({ tokenHash: _, ...session }: Stored): Session {
  return session;
}

export class MemoryPersonStore implements PersonStore {
  constructor(private readonly tables: MemoryTables) {}

  /** Bindings of the fake outlive a membership: it knows no rosters. */
  async byProvider(issuer: string, subject: string, _at: Date): Promise<{ agency: string; member: string } | null> {
    const found = this.tables.people.find((person) => person.issuer === issuer && person.subject === subject);
    return found === undefined ? null : { agency: found.agency, member: found.member };
  }
}

export class MemoryProviderTripStore implements ProviderTripStore {
  private readonly trips = new Map<string, ProviderTrip>();

  constructor(private readonly tables: MemoryTables) {}

  begin(trip: ProviderTrip): Promise<void> {
    return this.tables.write(() => void this.trips.set(toBase64Url(trip.stateHash), trip));
  }

  take(stateHash: Uint8Array, at: Date): Promise<ProviderTrip | null> {
    return this.tables.write(() => {
      const trip = this.trips.get(toBase64Url(stateHash));
      this.trips.delete(toBase64Url(stateHash));
      return trip !== undefined && trip.expiresAt > at ? trip : null;
    });
  }
}

export class MemoryOneTimeCodeStore implements OneTimeCodeStore {
  private readonly codes = new Map<string, OneTimeCode>();

  constructor(private readonly tables: MemoryTables, private readonly sessions: MemorySessionStore) {}

  issue(code: OneTimeCode, record: AuditRow): Promise<void> {
    return this.tables.write(() => {
      this.codes.set(JSON.stringify([code.agency, code.member]), code);
      this.tables.record([record]);
    });
  }

  async find({ agency, member, codeHash }: Pick<OneTimeCode, 'agency' | 'member' | 'codeHash'>, at: Date): Promise<{ id: string } | null> {
    const code = this.codes.get(JSON.stringify([agency, member]));
    return code !== undefined && toBase64Url(code.codeHash) === toBase64Url(codeHash) && code.expiresAt > at ? { id: code.id } : null;
  }

  spend(id: string, session: NewSession, record: AuditRow): Promise<boolean> {
    return this.tables.write(() => {
      const found = [...this.codes].find(([, code]) => code.id === id && code.expiresAt > session.startedAt);
      if (found === undefined) return false;
      this.codes.delete(found[0]);
      this.sessions.begin(session, [record]);
      return true;
    });
  }
}
