import type { MeReply } from '@lateral/contracts';
import { done, refuse, type Result } from '../result.js';
import type { OwnKeys } from '../ports/index.js';
import type { Oneself, OwnSessions } from './own-sessions.use-case.js';

/** Who the hub thinks is asking. */
export class ReadMe {
  constructor(private readonly deps: { sessions: OwnSessions; keys: OwnKeys }) {}

  async carryOut(oneself: Oneself): Promise<Result<MeReply>> {
    const { actor, session: { agency } } = oneself;
    const session = await this.deps.sessions.current(oneself);
    // Ended between the door and here.
    if (session === null) return refuse('unauthenticated');
    const keys = actor === null ? { passkeys: 0, keyLocked: false } : await this.deps.keys.of(agency, actor.member);
    return done({ agency, member: actor?.member ?? null, roles: [...(actor?.roles ?? [])], session, ...keys });
  }
}
