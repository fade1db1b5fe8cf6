import type { InvitationBody, InvitationReply, MemberRole } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Outcome } from '../outcome.js';
import type { Actor, Clock, Directory, InvitationStore, Randomness, TokenHash } from '../ports/index.js';
import { newCode, spelledOut } from '../spoken-code.js';
import { codeHashOf } from './invitation-code.js';

const INVITED_MS = 7 * 86_400_000;
const TRUSTED: readonly MemberRole[] = ['custodian', 'signatory', 'data_protection_officer', 'caldicott_guardian'];

export interface JoinerDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  invitations: InvitationStore;
  tokens: TokenHash;
}

/** A custodian invites somebody. The code is said once and goes to the person by hand; it makes nobody a member: two custodians' signatures do. */
export class InviteMember {
  constructor(private readonly deps: JoinerDeps) {}

  /** Refused with `id-taken` where the pseudonym has been somebody's: it may never come to mean two people. */
  async carryOut(actor: Actor, { id, member, roles }: InvitationBody): Promise<Outcome<InvitationReply>> {
    const { clock, directory, invitations, randomness, tokens } = this.deps;
    const { agency } = actor;
    // An administrator brings in people who work; who keeps the keys or signs for the agency, a custodian brings in.
    if (!actor.roles.includes('custodian') && roles.some((role) => TRUSTED.includes(role))) return refuse('not-allowed');
    if ((await directory.view()).member(agency, member) !== null) return refuse('id-taken', { fields: [{ field: '/member', reason: 'taken' }] });
    const at = await clock.now();
    const code = newCode(randomness);
    const expiresAt = new Date(at.getTime() + INVITED_MS);
    const record = composeRecord('member.invited.v1', { agency, member, invitation: id, by: actor.member }, { at, randomness, parties: [agency] });
    const invited = await invitations.invite({ id, agency, member, roles, codeHash: codeHashOf(agency, code, tokens), issuedBy: actor.member, expiresAt }, record);
    return invited ? done({ id, code: spelledOut(code), expires: expiresAt.toISOString() }) : refuse('id-taken');
  }
}
