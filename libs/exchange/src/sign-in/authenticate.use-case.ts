import type { Actor, Clock, Directory, Session, SessionStanding, SessionStore, TokenHash } from '../ports/index.js';
import { useOf } from './new-session.js';
import { isMemberAt } from './sign-in.use-case.js';

export interface AuthenticateDeps {
  clock: Clock;
  directory: Directory;
  sessions: SessionStore;
  tokens: TokenHash;
}

/** Who has shown a token. `actor` is null for a newcomer, who is nobody's member yet. */
export interface Authenticated { actor: Actor | null; session: SessionStanding }

/**
 * Whom a session's token stands for, or null. A member who has left the roster has no session, whatever the token says. Machines show
 * their token in a header and people in a cookie: neither is taken in the place of the other, so a token that leaked from one is no use there.
 */
export class Authenticate {
  constructor(private readonly deps: AuthenticateDeps) {}

  /** `isUse`: somebody does something. What a page asks for by itself, with nobody in front of it, must not keep a session from ending. */
  async carryOut(token: string, shownAs: 'header' | 'cookie', isUse = true): Promise<Authenticated | null> {
    const { clock, directory, sessions, tokens } = this.deps;
    const at = await clock.now();
    const tokenHash = tokens.hash(token);
    const session = await sessions.find(tokenHash, at);
    if (session === null || (session.kind === 'machine') !== (shownAs === 'header')) return null;
    const actor = await this.actorOf(session, at);
    if (actor === null && (session.kind !== 'newcomer' || (await directory.view()).agency(session.agency) === null)) return null;
    const use = isUse ? useOf(session, at) : null;
    if (use !== null) await sessions.seen(session.id, use.seenAt, use.idleUntil);
    return { actor, session: standingOf(session, tokenHash) };
  }

  private async actorOf({ kind, agency, member }: Session, at: Date): Promise<Actor | null> {
    if (member === null) return null;
    // Invited and not in a roster yet: they have a pseudonym, under which they make their keys, and no role.
    if (kind === 'newcomer') return { agency, member, roles: [] };
    const known = (await this.deps.directory.view()).member(agency, member);
    return known !== null && isMemberAt(known, at) ? { agency, member, roles: known.roles, ...(kind === 'one-time-code' ? { reach: 'red' as const } : {}) } : null;
  }
}

/** What acts may know of a session, and the token that was shown. */
export function standingOf({ id, kind, agency, issuer, subject, startedAt, keyProvenAt }: Session, tokenHash: Uint8Array): SessionStanding {
  return { id, tokenHash, kind, agency, issuer, subject, startedAt, keyProven: keyProvenAt !== null };
}
