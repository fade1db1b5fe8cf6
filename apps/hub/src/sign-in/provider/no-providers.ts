import type { IdentityProviders } from '@lateral/exchange';

/** A hub at which only machines sign in. */
export const NO_PROVIDERS: IdentityProviders = {
  list: () => [],
  location: () => Promise.reject(new Error('there is no provider')),
  identify: () => Promise.resolve(null),
  readLogout: () => Promise.resolve(null),
};
