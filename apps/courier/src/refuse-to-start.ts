import { refusalOfAddress, refusalOfDemo } from '@lateral/platform';
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
  return refusalOfDemo(mode, { certificates: [settings.COURIER_TLS_CA, settings.COURIER_TLS_CERT], logs: [settings.LEDGER_VERIFIER_KEY, settings.KEY_LEDGER_VERIFIER_KEY] })
    ?? refusalOfAddress('database', COURIER_DATABASE_URL.reveal(), { mode, ca: COURIER_DATABASE_CA })
    ?? refusalOfAddress('queue', COURIER_QUEUE_URL.reveal(), { mode, ca: COURIER_QUEUE_CA });
}
