import type { Provider } from '@nestjs/common';
import { IssueOneTimeCode, OwnSessions, ProveKey, ReadMe, ReturnFromProvider, SignIn, SignInByCode, SignOutByProvider, StartAtProvider, StillIn, type StepUpGrants } from '@lateral/exchange';
import type { HubParts } from '../hub-parts.js';
import { JoseAssertionVerifier } from './assertion-verifier.js';
import { Cookies } from './cookies.js';
import { OpenPgpKeyProofVerifier } from './key-proof-verifier.js';
import { KeyProofsController } from './key-proofs.controller.js';
import { ProviderController } from './provider.controller.js';
import { SessionsController } from './sessions.controller.js';
import { SignInAgencies } from './sign-in-agencies.js';
import { SignInController } from './sign-in.controller.js';
import { Sha256TokenHash } from './token-hash.js';

export const SIGN_IN_CONTROLLERS = [KeyProofsController, ProviderController, SessionsController, SignInController];

export function cookiesOf({ signIn }: HubParts): Cookies {
  return new Cookies(new URL(signIn.origin).protocol === 'https:');
}

export function originsOf({ signIn: { origin, deskOrigin } }: HubParts): ReadonlySet<string> {
  return new Set(deskOrigin === null ? [origin] : [origin, deskOrigin]);
}

/** The way out to an agency's provider: for signing in, and for a step-up. */
export function startAtProvider({ clock, directory, randomness, signIn: { providers, trips } }: HubParts): StartAtProvider {
  return new StartAtProvider({ clock, directory, randomness, providers, trips, tokens: new Sha256TokenHash() });
}

/** Every act of signing in and of one's own sessions, each under its class. */
export function signInProviders(parts: HubParts, start: StartAtProvider, grants: StepUpGrants): Provider[] {
  const { clock, directory, directoryStore, randomness, sessions, signIn: { codes, keyProofs, ownKeys, people, providers, trips } } = parts;
  const tokens = new Sha256TokenHash();
  const own = new OwnSessions({ clock, randomness, sessions });
  const acts = [
    start, own, new ReadMe({ sessions: own, keys: ownKeys }), new SignIn({ clock, randomness, directory, sessions, assertions: new JoseAssertionVerifier(), tokens }),
    new ReturnFromProvider({ clock, directory, grants, people, providers, randomness, sessions, tokens, trips }), new SignOutByProvider({ clock, people, providers, randomness, sessions }),
    new IssueOneTimeCode({ clock, codes, directory, randomness, tokens }), new SignInByCode({ clock, codes, directory, randomness, tokens }),
    new StillIn({ clock, directory, sessions }, 'hear-notices'), new ProveKey({ clock, directory, keyProofs, randomness, tokens, verifier: new OpenPgpKeyProofVerifier() }),
    new SignInAgencies(directoryStore, providers), cookiesOf(parts),
  ];
  return acts.map((act) => ({ provide: act.constructor, useValue: act }));
}
