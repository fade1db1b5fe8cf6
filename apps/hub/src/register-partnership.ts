import type { PartnershipRegistration } from '@lateral/contracts';
import { RegisterPartnership, type Clock } from '@lateral/exchange';
import type { HubDatabase } from '@lateral/persistence/hub';
import { SystemRandom } from '@lateral/platform';
import { RootDirectoryVerifier } from './directory/trusted-directory.js';
import { HubRefused } from './refuse-to-start.js';

/** What an operator registers: a registration as `provision` wrote it (JSON) and the pin it is checked against. */
export interface Registering {
  registration: string;
  rootFingerprint: string;
}

/** Registers a partnership in a hub's database, at the time that `clock` gives. Returns what came of it; throws HubRefused with the reason where it may not be. */
export async function registerPartnership(database: HubDatabase, clock: Clock, { registration, rootFingerprint }: Registering): Promise<'registered' | 'already-registered'> {
  const register = new RegisterPartnership({ clock, randomness: new SystemRandom(), directory: database.directory, verifier: new RootDirectoryVerifier() });
  const registered = await register.carryOut(JSON.parse(registration) as PartnershipRegistration, rootFingerprint);
  if (!registered.ok) throw new HubRefused(registered.code);
  return registered.outcome;
}
