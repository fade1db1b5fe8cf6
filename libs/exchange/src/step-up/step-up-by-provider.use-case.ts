import type { ProviderStepUpReply } from '@lateral/contracts';
import { refuse, type Result } from '../result.js';
import { isPersons } from '../sign-in/is-persons.js';
import type { Clock, FreshSignIn, GrantedStepUp, StepUpGrants, StepUpSignIn } from '../ports/index.js';
import type { Present } from './begin-step-up.use-case.js';
import { carryThrough, type CarryThroughDeps } from './carry-through.js';
import { isOpen } from './grant-by-passkey.use-case.js';

export interface StepUpByProviderDeps extends CarryThroughDeps {
  clock: Clock;
  signIn: StepUpSignIn;
}

/** A provider says whole seconds, by its own clock. */
const CLOCKS_APART_MS = 5_000;
const REFUSED = refuse('assertion-refused');

/** Where agency policy allows it, a person signs in at the provider once more instead of showing a passkey. */
export class StepUpByProvider implements StepUpGrants {
  constructor(private readonly deps: StepUpByProviderDeps) {}

  /** Where to send the browser for it, and what to keep in a cookie of it. */
  async start({ session }: Present, id: string): Promise<Result<ProviderStepUpReply & { browserSecret: string }>> {
    const { clock, signIn, stepUps } = this.deps;
    if (!isPersons(session)) return refuse('not-allowed');
    const stepUp = await stepUps.find(id, session.id);
    if (stepUp === null || !isOpen(stepUp, await clock.now())) return refuse('not-found');
    return signIn.allowed(session) ? signIn.start(session, id) : refuse('not-allowed');
  }

  async grantByProvider({ stepUp: id, session, who, authenticatedAt, proof }: FreshSignIn): Promise<Result<GrantedStepUp>> {
    const { clock, signIn, stepUps } = this.deps;
    const stepUp = isPersons(session) ? await stepUps.find(id, session.id) : null;
    if (stepUp === null) return refuse('not-found');
    const at = await clock.now();
    // Somebody else's sign-in in the same browser, or one from before it was asked, shows nothing about who is there now.
    const isThem = session.issuer !== null && who.issuer === session.issuer && who.subject === session.subject;
    const isFresh = authenticatedAt.getTime() >= stepUp.at.getTime() - CLOCKS_APART_MS && authenticatedAt.getTime() <= at.getTime() + CLOCKS_APART_MS;
    if (!isThem || !isFresh || !isOpen(stepUp, at) || !signIn.allowed(session)) return REFUSED;
    return carryThrough(this.deps, stepUp, at, { method: 'provider', assertion: proof, passkey: null, spent: REFUSED });
  }
}
