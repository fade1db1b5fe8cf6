import type { JWK } from 'oidc-provider';

/** An agency with the people that its provider lets in; a subject is a pseudonym and nothing else is known of anybody. */
export interface DemoAgency { id: string; name: { en: string; cy: string }; people: readonly { subject: string }[] }
/** A hub, as every tenant knows it. `publicKey` is the public half of its key (P-256). */
export interface DemoClient { clientId: string; redirectUris: readonly string[]; backChannelLogoutUri?: string; publicKey: JWK }
