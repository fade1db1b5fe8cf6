import { describe, expect, it } from 'vitest';
import { loadSettings } from '@lateral/platform';
import { COUNCIL_CERTIFICATE } from '../../../test/world/council-certificate.js';
import { HubSettings } from './hub.settings.js';
import { assertSettings } from './refuse-settings.js';

const provider = (issuer: string): string => JSON.stringify([{ agency: 'police-north', issuer, clientId: 'lateral', stepUp: true }]);
const key = (kid: string): string => JSON.stringify({ kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'd', kid });

/** What a production hub is given where everything is as it should be. */
const GOOD: Record<string, string> = {
  LATERAL_MODE: 'production', HUB_PORT: '8080', HUB_AUDIENCE: 'https://hub.council.org', HUB_DESK_ORIGIN: 'https://desk.council.org', ROOT_FINGERPRINT: 'A'.repeat(40),
  HUB_DATABASE_URL: 'postgres://lateral:p@db.council.org/hub', HUB_DATABASE_CA: COUNCIL_CERTIFICATE, HUB_KEY_STORE_URL: 'postgres://lateral:p@keys.council.org/keys', HUB_KEY_STORE_CA: COUNCIL_CERTIFICATE,
  LEDGER_PORT: '7443', LEDGER_VERIFIER_KEY: 'council.org/ledger+00000000+AQ', KEY_LEDGER_PORT: '7444', KEY_LEDGER_VERIFIER_KEY: 'council.org/keys+00000000+AQ',
  HUB_TLS_CERT: COUNCIL_CERTIFICATE, HUB_TLS_KEY: '-----BEGIN PRIVATE KEY-----', HUB_TLS_CA: COUNCIL_CERTIFICATE, HUB_CONFIG: '/app/config', HUB_DEADLINE_POLICY: '/app/config/policy.yaml',
  HUB_PROVIDERS: provider('https://login.police.uk/'), HUB_SIGN_IN_KEY: key('hub-2026'),
};
const codeOf = (change: Record<string, string>): string | null => {
  try {
    assertSettings(loadSettings(HubSettings, { ...GOOD, ...change }));
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('the hub in production', () => {
  it('takes settings in which nothing is a demo\'s and nothing goes in clear', () => {
    expect(codeOf({})).toBeNull();
    expect(codeOf({ HUB_PROVIDERS: '', HUB_SIGN_IN_KEY: '', HUB_DESK_ORIGIN: '' })).toBeNull();
  });

  it.each([
    ['a provider under the demo\'s path', { HUB_PROVIDERS: provider('https://login.police.uk/demo/police-north') }, 'provider-of-a-demo'],
    ['a provider on this machine', { HUB_PROVIDERS: provider('https://localhost:4000/police') }, 'provider-of-a-demo'],
    ['a provider on this machine by number', { HUB_PROVIDERS: provider('https://127.1/police') }, 'provider-of-a-demo'],
    ['a provider over plain HTTP', { HUB_PROVIDERS: provider('http://localhost:4000/demo/police-north') }, 'provider-insecure'],
    ['a sign-in key of a demo', { HUB_SIGN_IN_KEY: key('demo-hub') }, 'sign-in-key-of-a-demo'],
    ['an audience over plain HTTP, whose cookie would be plain', { HUB_AUDIENCE: 'http://hub.council.org' }, 'audience-insecure'],
    ['a desk over plain HTTP', { HUB_DESK_ORIGIN: 'http://desk.council.org' }, 'desk-insecure'],
    ['a log of a demo', { LEDGER_VERIFIER_KEY: 'lateral.example/ledger+00000000+AQ' }, 'log-key-of-a-demo'],
    ['a key log of a demo', { KEY_LEDGER_VERIFIER_KEY: 'lateral.example/ledger/keys+00000000+AQ' }, 'log-key-of-a-demo'],
    ['a database in clear', { HUB_DATABASE_CA: '' }, 'database-without-tls'],
    ['a database without a password', { HUB_DATABASE_URL: 'postgres://lateral@db.council.org/hub' }, 'database-without-password'],
    ['a key store in clear', { HUB_KEY_STORE_CA: '' }, 'key-store-without-tls'],
    ['a key store without a password', { HUB_KEY_STORE_URL: 'postgres://lateral@keys.council.org/keys' }, 'key-store-without-password'],
  ])('refuses %s', (_what, change, code) => {
    expect(codeOf(change as Record<string, string>)).toBe(code);
  });

  it('refuses in no other mode what only production must not have, and in every mode an authority that would protect nothing', () => {
    const loose = { LATERAL_MODE: 'test', HUB_PROVIDERS: provider('http://localhost:4000/demo/police-north'), HUB_SIGN_IN_KEY: key('demo-hub'), HUB_AUDIENCE: 'http://localhost:8080', LEDGER_VERIFIER_KEY: 'lateral.example/ledger+00000000+AQ', HUB_DATABASE_CA: '', HUB_KEY_STORE_CA: '' };
    expect(codeOf(loose)).toBeNull();
    expect(codeOf({ ...loose, HUB_DATABASE_CA: COUNCIL_CERTIFICATE, HUB_DATABASE_URL: 'postgres://lateral:p@db.council.org/hub?sslmode=disable' })).toBe('database-without-tls');
  });
});
