import { objectSet, stepUpChallenge, toBase64Url, type StepUpBody, type StepUpReply } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import { STEP_UP_MS } from '@lateral/domain/access';
import { done, refuse, type Result } from '../result.js';
import { isPersons } from '../sign-in/is-persons.js';
import type { Actor, Clock, PasskeyStore, Randomness, SessionStanding, StepUpSignIn, StepUpStore } from '../ports/index.js';

export interface BeginStepUpDeps {
  clock: Clock;
  randomness: Randomness;
  passkeys: PasskeyStore;
  stepUps: StepUpStore;
  signIn: StepUpSignIn;
}

/** Who is there, and in which session. */
export interface Present {
  actor: Actor;
  session: SessionStanding;
}

/** A person asks to show that it is they, for one kind of act on these objects. Nothing is granted by asking. */
export class BeginStepUp {
  constructor(private readonly deps: BeginStepUpDeps, private readonly rpId: string) {}

  async carryOut({ actor, session }: Present, { action, objects: named }: StepUpBody): Promise<Result<StepUpReply>> {
    if (!isPersons(session)) return refuse('not-allowed');
    const objects = objectSet(named);
    if (objects.length !== named.length) return refuse('invalid-request', { fields: [{ field: '/objects', reason: 'repeated' }] });
    const { clock, passkeys, randomness, signIn, stepUps } = this.deps;
    const at = await clock.now();
    const id = uuid7(at, randomness.bytes(10));
    const nonce = toBase64Url(randomness.bytes(32));
    const expiresAt = new Date(at.getTime() + STEP_UP_MS);
    await stepUps.begin({ id, session: session.id, agency: actor.agency, member: actor.member, action, objects, nonce, at, expiresAt });
    const inUse = (await passkeys.of(actor.agency, actor.member)).filter(({ disabledAt }) => disabledAt === null);
    return done({
      id, nonce, challenge: stepUpChallenge({ action, nonce, objects, session: session.id }), credentials: inUse.map(({ credential }) => credential),
      rpId: this.rpId, provider: signIn.allowed(session), expires: expiresAt.toISOString(),
    });
  }
}
