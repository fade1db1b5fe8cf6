export { IdentityProviderRefused, makeIdentityProvider, type DemoAgency, type DemoClient, type IdentityProvider, type IdentityProviderInput } from './identity-provider.js';
