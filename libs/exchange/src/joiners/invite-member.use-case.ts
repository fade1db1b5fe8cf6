import type { InvitationBody, InvitationReply, MemberRole } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, Attempt, AuditRow, Clock, Directory, Invitation, InvitationStore, Randomness, TokenHash } from '../ports/index.js';
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

  /**
   * Refused with `id-taken` where the pseudonym has been somebody's: it may never come to mean two people. The same bytes under the same key come from
   * whoever did not hear the answer: nobody has kept the code, so they are told another, and the one before is void.
   */
  async carryOut(actor: Actor, attempt: Attempt, { id, member, roles }: InvitationBody): Promise<Result<InvitationReply>> {
    const { directory, invitations } = this.deps;
    // An administrator brings in people who work; who keeps the keys or signs for the agency, a custodian brings in.
    if (!actor.roles.includes('custodian') && roles.some((role) => TRUSTED.includes(role))) return refuse('not-allowed');
    if ((await directory.view()).member(actor.agency, member) !== null) return refuse('id-taken', { fields: [{ field: '/member', reason: 'taken' }] });
    const at = await this.deps.clock.now();
    const { invitation, record, reply } = this.made(actor, { id, member, roles }, at);
    const result = await invitations.invite({ actor, attempt, at, invitation, records: [record] });
    if (result.outcome === 'done') return done(reply);
    if (result.outcome !== 'replayed') return refuse('id-taken');
    return result.digest === attempt.digest ? this.again(actor, { member, roles }, at) : refuse('idempotency-key-reused');
  }

  private async again(actor: Actor, body: Omit<InvitationBody, 'id'>, at: Date): Promise<Result<InvitationReply>> {
    const { invitation, record, reply } = this.made(actor, { ...body, id: uuid7(at, this.deps.randomness.bytes(10)) }, at);
    return (await this.deps.invitations.inviteAnew(invitation, record)) ? done(reply) : refuse('id-taken');
  }

  private made({ agency, member: by }: Actor, { id, member, roles }: InvitationBody, at: Date): { invitation: Invitation; record: AuditRow; reply: InvitationReply } {
    const { randomness, tokens } = this.deps;
    const code = newCode(randomness);
    const expiresAt = new Date(at.getTime() + INVITED_MS);
    return {
      invitation: { id, agency, member, roles, codeHash: codeHashOf(agency, code, tokens), issuedBy: by, expiresAt },
      record: composeRecord('member.invited.v1', { agency, member, invitation: id, by }, { at, randomness, parties: [agency] }),
      reply: { id, code: spelledOut(code), expires: expiresAt.toISOString() },
    };
  }
}
