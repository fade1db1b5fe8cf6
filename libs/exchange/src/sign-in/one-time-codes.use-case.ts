import type { CodeSignInBody, OneTimeCodeReply } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, Clock, Directory, OneTimeCodeStore, Randomness, TokenHash } from '../ports/index.js';
import { newCode, spelledOut, writtenCode } from '../spoken-code.js';
import { beginSession } from './new-session.js';
import { isMemberAt } from './sign-in.use-case.js';

const CODE_MS = 15 * 60_000;

export interface OneTimeCodeDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  codes: OneTimeCodeStore;
  tokens: TokenHash;
}

/** A custodian lets in a colleague whose provider is down or has locked them out. The code is said once; a new one makes the one before void. */
export class IssueOneTimeCode {
  constructor(private readonly deps: OneTimeCodeDeps) {}

  /** Refused with `not-found` for nobody of the custodian's own agency, `not-allowed` for oneself. */
  async carryOut(by: Actor, member: string): Promise<Result<OneTimeCodeReply>> {
    const { clock, codes, directory, randomness, tokens } = this.deps;
    const at = await clock.now();
    const { agency } = by;
    const known = (await directory.view()).member(agency, member);
    if (known === null || !isMemberAt(known, at)) return refuse('not-found');
    if (member === by.member) return refuse('not-allowed');
    const id = uuid7(at, randomness.bytes(10));
    const code = newCode(randomness);
    const expiresAt = new Date(at.getTime() + CODE_MS);
    const record = composeRecord('code.issued.v1', { agency, member, code: id, issuedBy: by.member }, { at, randomness, parties: [agency] });
    await codes.issue({ id, agency, member, codeHash: hashOf({ agency, member, code }, tokens), expiresAt }, record);
    return done({ id, code: spelledOut(code), expires: expiresAt.toISOString() });
  }
}

export type SignInByCodeDeps = OneTimeCodeDeps;

/** In with a custodian's code: a session of its own kind, which reaches red checks only. */
export class SignInByCode {
  constructor(private readonly deps: SignInByCodeDeps) {}

  /** Every refusal is the same: a stranger does not learn who is a member, nor whether a code waits for them. */
  async carryOut(body: CodeSignInBody): Promise<Result<{ token: string }>> {
    const { clock, codes, directory, randomness, tokens } = this.deps;
    const at = await clock.now();
    const { agency, member } = body;
    const code = writtenCode(body.code);
    const known = (await directory.view()).member(agency, member);
    const found = code === null ? null : await codes.find({ agency, member, codeHash: hashOf({ agency, member, code }, tokens) }, at);
    if (found === null || known === null || !isMemberAt(known, at)) return refuse('code-refused');
    const { token, session } = beginSession({ kind: 'one-time-code', agency, member }, { at, randomness, tokens });
    const record = composeRecord('person.let-in.v1', { agency, member, code: found.id }, { at, randomness, parties: [agency] });
    return (await codes.spend(found.id, session, record)) ? done({ token }) : refuse('code-refused');
  }
}

function hashOf({ agency, member, code }: { agency: string; member: string; code: string }, tokens: TokenHash): Uint8Array {
  return tokens.hash(`lateral/v1/one-time-code\0${agency}\0${member}\0${code}`);
}
