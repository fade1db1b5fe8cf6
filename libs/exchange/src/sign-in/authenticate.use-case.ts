import type { Actor, Clock, Directory, SessionStore, TokenHash } from '../ports/index.js';
import { isMemberAt } from './sign-in.use-case.js';

export interface AuthenticateDeps {
  clock: Clock;
  directory: Directory;
  sessions: SessionStore;
  tokens: TokenHash;
}

/** Who a session's token stands for, or null. A member who has left the roster has no session, whatever the token says. */
export class Authenticate {
  constructor(private readonly deps: AuthenticateDeps) {}

  async carryOut(token: string): Promise<Actor | null> {
    const { clock, directory, sessions, tokens } = this.deps;
    const at = await clock.now();
    const session = await sessions.find(tokens.hash(token), at);
    if (session === null) return null;
    const member = (await directory.view()).member(session.agency, session.member);
    return member !== null && isMemberAt(member, at) ? { ...session, roles: member.roles } : null;
  }
}
