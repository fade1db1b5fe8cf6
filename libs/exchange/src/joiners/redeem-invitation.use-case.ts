import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { SessionStanding } from '../ports/index.js';
import { writtenCode } from '../spoken-code.js';
import { codeHashOf } from './invitation-code.js';
import type { JoinerDeps } from './invite-member.use-case.js';

/**
 * A newcomer spends the code they were given: what their provider says of them is that member's from now on. They still read nothing:
 * a member is whom the roster names.
 */
export class RedeemInvitation {
  constructor(private readonly deps: JoinerDeps) {}

  /** One refusal for every wrong code. */
  async carryOut({ id, kind, agency, issuer, subject }: SessionStanding, text: string): Promise<Result<{ member: string }>> {
    const { clock, invitations, randomness, tokens } = this.deps;
    const code = writtenCode(text);
    if (kind !== 'newcomer' || issuer === null || subject === null) return refuse('not-allowed');
    const at = await clock.now();
    const found = code === null ? null : await invitations.byCode(agency, codeHashOf(agency, code, tokens), at);
    if (found === null) return refuse('code-refused');
    const record = composeRecord('member.joined.v1', { agency, member: found.member, invitation: found.id }, { at, randomness, parties: [agency] });
    return (await invitations.redeem(found.id, { agency, issuer, subject, session: id }, at, record)) ? done({ member: found.member }) : refuse('code-refused');
  }
}
