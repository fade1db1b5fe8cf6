export type { DemoAgency, DemoClient } from './demo.js';
export { IdentityProviderRefused, makeIdentityProvider, type IdentityProvider, type IdentityProviderInput } from './identity-provider.js';
