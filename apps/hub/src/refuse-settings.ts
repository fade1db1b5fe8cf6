import { refusalOfAddress, refusalOfDemo, type LateralMode, type Secret } from '@lateral/platform';
import type { HubDatabaseSettings, HubSettings } from './hub.settings.js';
import { HubRefused } from './refuse-to-start.js';
import { ProvidersRefused, readProviders } from './sign-in/provider/provider-settings.js';

const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** Throws where an address of the hub's database, or of the key store, may not be used in this mode. */
export function assertDatabaseAddress({ LATERAL_MODE: mode, HUB_DATABASE_URL, HUB_DATABASE_CA: ca }: Readonly<Pick<HubDatabaseSettings, 'LATERAL_MODE' | 'HUB_DATABASE_URL' | 'HUB_DATABASE_CA'>>): void {
  refuse(refusalOfAddress('database', HUB_DATABASE_URL.reveal(), { mode, ca }));
}

export function assertKeyStoreAddress({ LATERAL_MODE: mode, HUB_KEY_STORE_URL, HUB_KEY_STORE_CA: ca }: Readonly<{ LATERAL_MODE: LateralMode; HUB_KEY_STORE_URL: Secret<string>; HUB_KEY_STORE_CA?: string }>): void {
  refuse(refusalOfAddress('key-store', HUB_KEY_STORE_URL.reveal(), { mode, ca }));
}

/** Throws where settings alone show that a process may not start: before anything is opened or asked. */
export function assertSettings(settings: Readonly<HubSettings>): void {
  const { HUB_TLS_CA, HUB_TLS_CERT, LEDGER_VERIFIER_KEY, KEY_LEDGER_VERIFIER_KEY } = settings;
  refuse(refusalOfDemo(settings.LATERAL_MODE, { certificates: [HUB_TLS_CA, HUB_TLS_CERT], logs: [LEDGER_VERIFIER_KEY, KEY_LEDGER_VERIFIER_KEY] }));
  if (settings.LATERAL_MODE === 'production') {
    refuse(signInRefusal(settings));
    // A session's cookie over plain HTTP is anybody's on the way, and so is a page that may write with it.
    refuse(settings.HUB_AUDIENCE.startsWith('https://') ? null : 'audience-insecure');
    refuse(settings.HUB_DESK_ORIGIN?.startsWith('http://') === true ? 'desk-insecure' : null);
  }
  assertDatabaseAddress(settings);
  assertKeyStoreAddress(settings);
}

function signInRefusal({ LATERAL_MODE: mode, HUB_PROVIDERS, HUB_SIGN_IN_KEY }: Readonly<HubSettings>): string | null {
  if (HUB_SIGN_IN_KEY !== undefined && isDemoKey(HUB_SIGN_IN_KEY.reveal())) return 'sign-in-key-of-a-demo';
  if (HUB_PROVIDERS === undefined) return null;
  try {
    return readProviders(HUB_PROVIDERS, mode).some(({ issuer }) => isDemoIssuer(new URL(issuer))) ? 'provider-of-a-demo' : null;
  } catch (error) {
    if (error instanceof ProvidersRefused) return error.code;
    throw error;
  }
}

/** The demo's provider lets in whoever asks; it stands on loopback and under this path. */
function isDemoIssuer({ hostname, pathname }: URL): boolean {
  return LOOPBACK.test(hostname) || /^\/demo(\/|$)/.test(pathname);
}

function isDemoKey(text: string): boolean {
  try {
    const { kid } = JSON.parse(text) as { kid?: unknown };
    return typeof kid === 'string' && kid.toLowerCase().startsWith('demo');
  } catch {
    return false; // Refused as faulty where it is read.
  }
}

function refuse(code: string | null): void {
  if (code !== null) throw new HubRefused(code);
}
