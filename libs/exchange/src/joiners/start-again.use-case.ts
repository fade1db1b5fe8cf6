import { uuid7 } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Outcome } from '../outcome.js';
import type { Actor } from '../ports/index.js';
import { isMemberAt } from '../sign-in/sign-in.use-case.js';
import { codeHashOf, newCode } from './invitation-code.js';
import type { JoinerDeps } from './invite-member.use-case.js';

/**
 * A member has lost every way in, or a device was stolen: a custodian ends their sessions, passkeys and locked key at once. They come back
 * through their provider, make a new key, and two custodians sign it into the roster after comparing its words, as for anybody new.
 */
export class StartAgain {
  constructor(private readonly deps: JoinerDeps) {}

  /** Refused with `not-allowed` for oneself: whoever stole a custodian's device could otherwise bring a key of their own. */
  async carryOut(actor: Actor, member: string): Promise<Outcome<null>> {
    const { clock, directory, invitations, randomness, tokens } = this.deps;
    const { agency } = actor;
    const at = await clock.now();
    const known = (await directory.view()).member(agency, member);
    if (known === null || !isMemberAt(known, at)) return refuse('not-found');
    if (member === actor.member) return refuse('not-allowed');
    const id = uuid7(at, randomness.bytes(10));
    const record = composeRecord('member.started-again.v1', { agency, member, by: actor.member }, { at, randomness, parties: [agency] });
    // Nobody is told this code: the person is known already, by their provider.
    const codeHash = codeHashOf(agency, newCode(randomness), tokens);
    return (await invitations.startAgain({ id, agency, member, roles: known.roles, codeHash, issuedBy: actor.member }, at, record)) ? done(null) : refuse('not-found');
  }
}
