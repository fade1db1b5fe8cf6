import type { JoinerView } from '@lateral/contracts';
import type { Actor, Clock, InvitationStore } from '../ports/index.js';

/** Whom an agency has invited and no roster names yet, oldest first. An invitation that has run out and was not taken up is not among them. */
export class ListJoiners {
  constructor(private readonly deps: { clock: Clock; invitations: InvitationStore }) {}

  async carryOut({ agency }: Actor): Promise<JoinerView[]> {
    return this.deps.invitations.waiting(agency, await this.deps.clock.now());
  }
}
