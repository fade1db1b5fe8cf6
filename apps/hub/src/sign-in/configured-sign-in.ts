import type { IdentityProviders, OwnKeys } from '@lateral/exchange';
import { ROUTES } from '@lateral/contracts';
import type { HubDatabase } from '@lateral/persistence/hub';
import { hrMs } from '@lateral/platform';
import type { JWK } from 'jose';
import type { RateLimits } from '../http/rate-limits.js';
import type { HubSettings } from '../hub.settings.js';
import { HubRefused } from '../refuse-to-start.js';
import { NO_PROVIDERS } from './provider/no-providers.js';
import { OpenIdProviders } from './provider/openid-providers.js';
import { ProvidersRefused, readProviders, type ConfiguredProvider } from './provider/provider-settings.js';
import type { SignInParts } from './sign-in-parts.js';

/** The parts of signing in as the settings say. Throws a HubRefused where they do not hold together. */
export function signInParts(settings: Readonly<HubSettings>, database: HubDatabase, limits: RateLimits): SignInParts {
  const { origin, protocol } = new URL(settings.HUB_AUDIENCE);
  // A session's cookie over plain HTTP is anybody's on the way.
  if (settings.LATERAL_MODE === 'production' && protocol !== 'https:') throw new HubRefused('audience-insecure');
  return {
    people: database.people, trips: database.trips, codes: database.codes, keyProofs: database.keyProofs, providers: configuredProviders(settings, origin),
    ownKeys: ownKeysOf(database),
    origin, deskOrigin: settings.HUB_DESK_ORIGIN ?? null, proxies: settings.HUB_TRUST_PROXY, limits,
  };
}

function ownKeysOf({ lockedKeys, passkeys }: HubDatabase): OwnKeys {
  return {
    of: async (agency, member) => {
      const [own, locked] = await Promise.all([passkeys.of(agency, member), lockedKeys.find(agency, member)]);
      return { passkeys: own.filter(({ disabledAt }) => disabledAt === null).length, keyLocked: locked !== null };
    },
  };
}

function configuredProviders({ HUB_PROVIDERS, HUB_SIGN_IN_KEY, LATERAL_MODE }: Readonly<HubSettings>, origin: string): IdentityProviders {
  if (HUB_PROVIDERS === undefined) return NO_PROVIDERS;
  if (HUB_SIGN_IN_KEY === undefined) throw new HubRefused('providers-without-key');
  return new OpenIdProviders({ providers: providersFrom(HUB_PROVIDERS, LATERAL_MODE), key: keyFrom(HUB_SIGN_IN_KEY.reveal()), callback: `${origin}${ROUTES.signInCallback}`, elapsedMs: hrMs });
}

function providersFrom(text: string, mode: HubSettings['LATERAL_MODE']): ConfiguredProvider[] {
  try {
    return readProviders(text, mode);
  } catch (error) {
    throw error instanceof ProvidersRefused ? new HubRefused(error.code) : error;
  }
}

function keyFrom(text: string): JWK {
  try {
    const key = JSON.parse(text) as JWK;
    if (key.kty === 'EC' && key.crv === 'P-256' && typeof key.d === 'string') return key;
  } catch {
    // Refused below, without a word of what was in it.
  }
  throw new HubRefused('sign-in-key-faulty');
}
