import type { PartnershipFile, SignedDocument } from '@lateral/contracts';
import { DEMO_SUBJECT_MARK, isDemoCertificate, isDemoLog, refusalOfAddress, type LateralMode } from '@lateral/platform';
import type { CourierSettings } from './courier.settings.js';

/** Why courier does not start. */
export class CourierRefused extends Error {
  override readonly name = 'CourierRefused';
  constructor(readonly code: string) {
    super(code);
  }
}

/** Why courier may not start under these settings, or null; looked at before anything is opened. */
export function refusalOfSettings(settings: Readonly<CourierSettings>): string | null {
  const { LATERAL_MODE: mode, COURIER_DATABASE_CA, COURIER_DATABASE_URL, COURIER_QUEUE_CA, COURIER_QUEUE_URL } = settings;
  return demoRefusal(settings)
    ?? refusalOfAddress('database', COURIER_DATABASE_URL.reveal(), { mode, ca: COURIER_DATABASE_CA })
    ?? refusalOfAddress('queue', COURIER_QUEUE_URL.reveal(), { mode, ca: COURIER_QUEUE_CA });
}

/** In production the registered partnership is one, under a root that is no demo's. Courier opens no keys: the mark stands in the key's user id, in clear. */
export function refusalOfPartnership(mode: LateralMode, file: SignedDocument<PartnershipFile> | null): 'partnership-of-another-mode' | 'root-of-a-demo' | null {
  if (mode !== 'production' || file === null) return null;
  if (file.document.mode !== 'production') return 'partnership-of-another-mode';
  const key = Buffer.from(file.document.rootKey, 'base64url').toString('latin1');
  return key.toUpperCase().includes(DEMO_SUBJECT_MARK) ? 'root-of-a-demo' : null;
}

// The demo's authority and log keys are anybody's who runs the demo: a ledger that they vouch for could be anyone's.
function demoRefusal({ LATERAL_MODE, COURIER_TLS_CA, COURIER_TLS_CERT, KEY_LEDGER_VERIFIER_KEY, LEDGER_VERIFIER_KEY }: Readonly<CourierSettings>): string | null {
  if (LATERAL_MODE !== 'production') return null;
  if (isDemoCertificate(COURIER_TLS_CA) || isDemoCertificate(COURIER_TLS_CERT)) return 'authority-of-a-demo';
  return [LEDGER_VERIFIER_KEY, KEY_LEDGER_VERIFIER_KEY].some(isDemoLog) ? 'log-key-of-a-demo' : null;
}
