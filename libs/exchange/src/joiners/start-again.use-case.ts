import { uuid7 } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, Attempt, CheckStore } from '../ports/index.js';
import { onceOnly, settle } from '../settle.js';
import { isMemberAt } from '../sign-in/sign-in.use-case.js';
import { newCode } from '../spoken-code.js';
import { codeHashOf } from './invitation-code.js';
import type { JoinerDeps } from './invite-member.use-case.js';

/**
 * A member has lost every way in, or a device was stolen: a custodian ends their sessions and passkeys and withholds their locked key at once. They come back
 * through their provider, make a new key, and two custodians sign it into the roster after comparing its words, as for anybody new.
 */
export class StartAgain {
  constructor(private readonly deps: JoinerDeps & { checks: Pick<CheckStore, 'earlier'> }) {}

  /** Refused with `not-allowed` for oneself: whoever stole a custodian's device could otherwise bring a key of their own. */
  carryOut(actor: Actor, attempt: Attempt, member: string): Promise<Result<null>> {
    // A retry that came late would take away what the member has made since.
    return onceOnly(this.deps.checks, actor, attempt, () => this.endAll(actor, attempt, member));
  }

  private async endAll(actor: Actor, attempt: Attempt, member: string): Promise<Result<null>> {
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
    const result = await invitations.startAgain({ actor, attempt, at, again: { id, agency, member, roles: known.roles, codeHash, issuedBy: actor.member }, records: [record] });
    return result.outcome === 'id-taken' ? done(null) : settle(result, attempt, () => Promise.resolve(refuse('not-found')));
  }
}
