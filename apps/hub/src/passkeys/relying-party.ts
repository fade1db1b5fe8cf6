import { HubRefused } from '../refuse-to-start.js';

/** Whom a passkey is made for, as WebAuthn says it: a host, and the exact origins whose pages may use it. */
export interface RelyingParty {
  rpId: string;
  origins: readonly string[];
}

/**
 * The hub itself, unless a setting names a host above it that the desk's pages are under too. Throws a HubRefused where one of its
 * origins is not under that host: no browser would make or use a passkey there.
 */
export function relyingPartyOf({ origin, deskOrigin }: { origin: string; deskOrigin: string | null }, named: string | null): RelyingParty {
  const rpId = named ?? new URL(origin).hostname;
  const origins = deskOrigin === null ? [origin] : [origin, deskOrigin];
  const isUnder = (host: string): boolean => host === rpId || host.endsWith(`.${rpId}`);
  if (!origins.every((one) => isUnder(new URL(one).hostname))) throw new HubRefused('passkey-host-foreign');
  return { rpId, origins };
}
