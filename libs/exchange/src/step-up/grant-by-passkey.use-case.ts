import { digestOf, stepUpChallenge, type PasskeyAssertionBody } from '@lateral/contracts';
import { refuse, type Result } from '../result.js';
import { isPersons } from '../sign-in/is-persons.js';
import type { Clock, GrantedStepUp, PasskeyStore, PasskeyVerifier, StepUp, StoredPasskey } from '../ports/index.js';
import type { Present } from './begin-step-up.use-case.js';
import { carryThrough, type CarryThroughDeps } from './carry-through.js';

export interface GrantByPasskeyDeps extends CarryThroughDeps {
  clock: Clock;
  passkeys: PasskeyStore;
  verifier: PasskeyVerifier;
}

const REFUSED = refuse('passkey-refused');

/** A person's passkey answers a step-up. Every fault of the answer is the same refusal, and leaves nothing behind. */
export class GrantByPasskey {
  constructor(private readonly deps: GrantByPasskeyDeps) {}

  async carryOut({ actor, session }: Present, id: string, body: PasskeyAssertionBody): Promise<Result<GrantedStepUp>> {
    if (!isPersons(session)) return refuse('not-allowed');
    const stepUp = await this.deps.stepUps.find(id, session.id);
    if (stepUp === null) return refuse('not-found');
    const at = await this.deps.clock.now();
    const passkey = isOpen(stepUp, at) && stepUp.member === actor.member ? await this.passkeyOf(stepUp, body) : null;
    if (passkey === null) return REFUSED;
    const proven = await this.deps.verifier.asserted(body, passkey);
    // The challenge names the act, the objects and this session: an answer to any other question is none to this one.
    if (proven === null || proven.challenge !== stepUpChallenge(stepUp)) return REFUSED;
    return carryThrough(this.deps, stepUp, at, { method: 'passkey', assertion: digestOf('assertion', body), passkey: { id: passkey.id, counter: proven.counter }, spent: REFUSED });
  }

  private async passkeyOf({ agency, member }: StepUp, { credential, userHandle }: PasskeyAssertionBody): Promise<StoredPasskey | null> {
    const passkey = (await this.deps.passkeys.of(agency, member)).find((one) => one.credential === credential && one.disabledAt === null) ?? null;
    if (passkey === null || userHandle === null) return passkey;
    return (await this.deps.passkeys.handleOf(agency, member)) === userHandle ? passkey : null;
  }
}

/** Whether a step-up still waits for its gesture: not spent, and not at or after its last moment. */
export function isOpen({ spentAt, expiresAt }: Pick<StepUp, 'spentAt' | 'expiresAt'>, at: Date): boolean {
  return spentAt === null && at.getTime() < expiresAt.getTime();
}
