import type { JoinerKeyBody } from '@lateral/contracts';
import { done, refuse, type Result } from '../result.js';
import type { Actor, InvitationStore } from '../ports/index.js';

/** The public key that somebody who joins, or joins again, made. The hub only hands it on: custodians compare its words with the person. */
export class BringKey {
  constructor(private readonly deps: { invitations: InvitationStore }) {}

  async carryOut({ agency, member }: Actor, { key, fingerprint }: JoinerKeyBody): Promise<Result<null>> {
    return (await this.deps.invitations.bringKey({ agency, member, key, fingerprint })) ? done(null) : refuse('not-found');
  }
}
