import type { SessionView } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, AuditRow, Clock, Randomness, Session, SessionsOf, SessionStanding, SessionStore } from '../ports/index.js';

export interface OwnSessionsDeps {
  clock: Clock;
  randomness: Randomness;
  sessions: SessionStore;
}

/** Whoever asks about their own sessions: a newcomer has no actor. */
export interface Oneself { actor: Actor | null; session: SessionStanding }
type Reason = 'signed-out' | 'ended-by-owner';

/** What somebody may do with their own sessions: see them, end one, end all others, and go. */
export class OwnSessions {
  constructor(private readonly deps: OwnSessionsDeps) {}

  async list(oneself: Oneself): Promise<SessionView[]> {
    const found = await this.deps.sessions.list(ownOf(oneself), await this.deps.clock.now());
    return found.map((session) => viewOf(session, oneself.session.id));
  }

  /** The session that somebody asks in. */
  async current(oneself: Oneself): Promise<SessionView | null> {
    return (await this.list(oneself)).find(({ current }) => current) ?? null;
  }

  /** Refused with `not-found` for a session of somebody else, and for one that has ended. */
  async end(oneself: Oneself, session: string): Promise<Result<null>> {
    return (await this.ended(oneself, { only: session }, 'ended-by-owner')) > 0 ? done(null) : refuse('not-found');
  }

  async endOthers(oneself: Oneself): Promise<void> {
    await this.ended(oneself, { except: oneself.session.id }, 'ended-by-owner');
  }

  async signOut(oneself: Oneself): Promise<void> {
    await this.ended(oneself, { only: oneself.session.id }, 'signed-out');
  }

  private async ended(oneself: Oneself, which: { only?: string; except?: string }, reason: Reason): Promise<number> {
    return this.deps.sessions.end(ownOf(oneself), which, await this.recordOf(oneself, reason));
  }

  private async recordOf({ actor }: Oneself, reason: Reason): Promise<AuditRow[]> {
    if (actor === null) return [];
    const { agency, member } = actor;
    return [composeRecord('session.ended.v1', { agency, member, reason }, { at: await this.deps.clock.now(), randomness: this.deps.randomness, parties: [agency] })];
  }
}

function ownOf({ actor, session: { issuer, subject } }: Oneself): SessionsOf {
  if (actor !== null) return { agency: actor.agency, member: actor.member };
  if (issuer === null || subject === null) throw new TypeError('a session that is nobody\'s');
  return { issuer, subject };
}

function viewOf({ id, kind, startedAt, seenAt, expiresAt }: Session, current: string): SessionView {
  return { id, kind, startedAt: startedAt.toISOString(), seenAt: seenAt.toISOString(), expiresAt: expiresAt.toISOString(), current: id === current };
}
