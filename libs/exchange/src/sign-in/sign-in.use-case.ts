import { fromBase64Url, type RosterMember, type SignInReply } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { AssertionVerifier, Clock, Directory, Randomness, SessionStore, TokenHash } from '../ports/index.js';
import { beginSession } from './new-session.js';

export interface SignInDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  sessions: SessionStore;
  assertions: AssertionVerifier;
  tokens: TokenHash;
}

/**
 * A client proves that it holds the key its agency's roster names, and gets an opaque session. Every refusal is the same, so
 * that the door tells a stranger nothing; an assertion's id is spent in Postgres, so a restart or a second hub refuses a replay.
 */
export class SignIn {
  constructor(private readonly deps: SignInDeps) {}

  async carryOut({ assertion, audience }: { assertion: string; audience: string }): Promise<Result<SignInReply>> {
    const { assertions, clock, directory, randomness, sessions, tokens } = this.deps;
    const at = await clock.now();
    const claimant = assertions.claimant(assertion);
    if (claimant === null) return refuse('assertion-refused');
    const member = (await directory.view()).member(claimant.agency, claimant.member);
    if (member?.signIn == null || !isMemberAt(member, at)) return refuse('assertion-refused');
    const verified = await assertions.verify(assertion, fromBase64Url(member.signIn), audience, at);
    if (verified === null) return refuse('assertion-refused');

    const { token, session } = beginSession({ kind: 'machine', ...claimant }, { at, randomness, tokens });
    const record = composeRecord('member.signed-in.v1', { agency: claimant.agency, member: claimant.member }, { at, randomness, parties: [claimant.agency] });
    const started = await sessions.startMachine(session, verified, record);
    return started ? done({ token, ...claimant, expires: session.expiresAt.toISOString() }) : refuse('assertion-refused');
  }
}

/** Whether a person belongs to the agency at a time: from their first day until, and not including, their last moment. */
export function isMemberAt({ from, until }: Pick<RosterMember, 'from' | 'until'>, at: Date): boolean {
  return Date.parse(from) <= at.getTime() && (until === null || at.getTime() < Date.parse(until));
}
