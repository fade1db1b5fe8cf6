import type { PartnershipRegistration } from '@lateral/contracts';
import { RegisterPartnership, type Clock } from '@lateral/exchange';
import type { HubDatabase } from '@lateral/persistence/hub';
import { ObjectCopyLocks, openKeyStore } from '@lateral/persistence/key-store';
import { SystemRandom, tlsUnder, type InstallationMark, type Secret } from '@lateral/platform';
import { RootDirectoryVerifier } from './directory/trusted-directory.js';
import { assertDatabase, HubRefused } from './refuse-to-start.js';

/** What an operator registers: a registration as `provision` wrote it (JSON) and the pin it is checked against. */
export interface Registering {
  registration: string;
  rootFingerprint: string;
}

/** Where the keys are under which the copies of a registration lie. */
interface KeyStoreAddress { HUB_KEY_STORE_URL: Secret<string>; HUB_KEY_STORE_CA?: string }

/** Registers a partnership in a hub's database, at the time that `clock` gives. Returns what came of it; throws HubRefused with the reason where it may not be. */
export async function registerPartnership(database: HubDatabase, { clock, address, mark }: { clock: Clock; address: KeyStoreAddress; mark: InstallationMark }, { registration, rootFingerprint }: Registering): Promise<'registered' | 'already-registered'> {
  const randomness = new SystemRandom();
  const keyStore = await openKeyStore({ url: address.HUB_KEY_STORE_URL.reveal(), ...tlsUnder(address.HUB_KEY_STORE_CA), poolSize: 1, randomness });
  try {
    await assertDatabase(keyStore, mark);
    const { directory } = database.copiesUnder(new ObjectCopyLocks(keyStore.keys, randomness));
    const register = new RegisterPartnership({ clock, randomness, directory, verifier: new RootDirectoryVerifier() });
    const registered = await register.carryOut(JSON.parse(registration) as PartnershipRegistration, rootFingerprint);
    if (!registered.ok) throw new HubRefused(registered.code);
    return registered.outcome;
  } finally {
    await keyStore.close();
  }
}
