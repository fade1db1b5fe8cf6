import { ACTS, hasRight, type Act } from '@lateral/domain/access';
import type { Clock, Directory, SessionStore } from '../ports/index.js';
import { isMemberAt } from './sign-in.use-case.js';

export interface StillInDeps {
  clock: Clock;
  directory: Directory;
  sessions: Pick<SessionStore, 'living'>;
}

/** Somebody who was let in a while ago and is still being answered. `session` is the handle. */
export interface Connected { session: string; agency: string; member: string }

/**
 * Who of those who are being answered for longer than a request lasts would be let in again now: their session lives, they are in the roster,
 * and their roles allow the act. A stream that is open must not be a way to go on after one has left. Keeps no session alive.
 */
export class StillIn {
  constructor(private readonly deps: StillInDeps, private readonly act: Act) {}

  /** By handle. One reading for all, however many. */
  async carryOut(connected: readonly Connected[]): Promise<ReadonlySet<string>> {
    const { clock, directory, sessions } = this.deps;
    const at = await clock.now();
    const living = new Set(await sessions.living([...new Set(connected.map(({ session }) => session))], at));
    const view = await directory.view();
    const stay = connected.filter(({ session, agency, member }) => {
      const known = view.member(agency, member);
      return living.has(session) && known !== null && isMemberAt(known, at) && hasRight(ACTS[this.act], known.roles);
    });
    return new Set(stay.map(({ session }) => session));
  }
}
