import type { Provider } from '@nestjs/common';
import { BeginPasskey, BeginStepUp, DisablePasskey, EnrolPasskey, GrantByPasskey, ListPasskeys, StepUpByProvider, StepUpCheck, type StepUpGrants, type StepUpSignIn } from '@lateral/exchange';
import type { HubParts } from '../hub-parts.js';
import { PasskeysController } from '../passkeys/passkeys.controller.js';
import { WebAuthnVerifier } from '../passkeys/webauthn-verifier.js';
import { Sha256TokenHash } from '../sign-in/token-hash.js';
import type { Lookups } from './objects.js';
import { StepUpsController } from './step-ups.controller.js';

export const STEP_UP_CONTROLLERS = [PasskeysController, StepUpsController];

export function stepUpCheck({ clock, sessions, stepUps }: HubParts): StepUpCheck {
  return new StepUpCheck({ clock, sessions, stepUps });
}

/** Every act of passkeys and gestures, each under its class; and the grants that the way back from a provider gives. */
export function stepUpActs(parts: HubParts, signIn: StepUpSignIn): { providers: Provider[]; grants: StepUpGrants } {
  const { checks, clock, passkeys, randomness, relyingParty, sessions, stepUps } = parts;
  const verifier = new WebAuthnVerifier(relyingParty);
  const enrolling = { clock, randomness, passkeys, stepUps: stepUpCheck(parts) };
  const granting = { clock, randomness, passkeys, stepUps, sessions, tokens: new Sha256TokenHash() };
  const grants = new StepUpByProvider({ ...granting, signIn });
  const acts = [
    new BeginPasskey(enrolling, relyingParty.rpId), new EnrolPasskey({ ...enrolling, verifier, checks }), new ListPasskeys({ passkeys }), new DisablePasskey(enrolling),
    new BeginStepUp({ ...granting, signIn }, relyingParty.rpId), new GrantByPasskey({ ...granting, verifier }), grants,
  ];
  return { providers: acts.map((act) => ({ provide: act.constructor, useValue: act })), grants };
}

/** What the objects of an act are looked up by; of another agency's things there are none. */
export function stepUpLookups({ attachments, checks, keys: { rosters } }: HubParts): Lookups {
  return {
    envelopeOf: async (attachment, actor) => {
      const envelope = (await attachments.facts(attachment))?.envelope ?? null;
      const facts = envelope === null ? null : await checks.envelopeFacts(envelope, actor);
      return facts !== null && [facts.from, facts.to, ...facts.delegates].includes(actor.agency) ? envelope : null;
    },
    proposedRoster: async (agency, version) => {
      const proposal = await rosters.proposal(agency);
      return proposal !== null && String(proposal.version) === version ? proposal.digest : null;
    },
  };
}
