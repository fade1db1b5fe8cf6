import { toBase64Url, type PasskeyOptionsReply } from '@lateral/contracts';
import { done, type Result } from '../result.js';
import type { Clock, PasskeyStore, Randomness } from '../ports/index.js';
import type { Present } from '../step-up/begin-step-up.use-case.js';
import type { StepUpCheck } from '../step-up/step-up-check.js';
import { mayEnrol } from './may-enrol.js';

export interface BeginPasskeyDeps {
  clock: Clock;
  randomness: Randomness;
  passkeys: PasskeyStore;
  stepUps: StepUpCheck;
}

const CHALLENGE_MS = 5 * 60_000;

/**
 * What a browser needs to make a passkey. The user handle stays on the authenticator and goes wherever its maker copies
 * it, so it is random and not the pseudonym, which stands in records and evidence; it is the same for all of a member's passkeys.
 */
export class BeginPasskey {
  constructor(private readonly deps: BeginPasskeyDeps, private readonly rpId: string) {}

  async carryOut(present: Present): Promise<Result<PasskeyOptionsReply>> {
    const { clock, passkeys, randomness } = this.deps;
    const may = await mayEnrol(this.deps, present);
    if (!may.ok) return may;
    const { actor: { agency, member }, session } = present;
    const challenge = toBase64Url(randomness.bytes(32));
    const expiresAt = new Date((await clock.now()).getTime() + CHALLENGE_MS);
    const { handle } = await passkeys.begin({ challenge, session: session.id, agency, member, expiresAt }, toBase64Url(randomness.bytes(32)));
    return done({ challenge, rpId: this.rpId, user: handle, exclude: may.inUse.map(({ credential }) => credential), expires: expiresAt.toISOString() });
  }
}
