import { CourierSettings, startCourier } from '@lateral/courier';
import { createLogger, loadSettings } from '@lateral/platform';
import { freshDatabase } from '@lateral/testing/hub';
import { certificateFor, type LedgerWorld } from '../ledger/ledger-world.js';
import type { HubDoor } from './hub-door.js';

/** A courier beside a hub, with queues of its own in Postgres. There is no mail server and no key log: both are away. */
export interface CourierBeside {
  start(): Promise<void>;
  /** Stops it where it runs. */
  stop(): Promise<void>;
  end(): Promise<void>;
}

/** It comes to the hub's database as the hub does. */
export async function courierBeside(door: HubDoor, ledger: LedgerWorld): Promise<CourierBeside> {
  const queues = await freshDatabase();
  const own = await certificateFor('spiffe://lateral.example/courier', ledger.authority);
  const settings = loadSettings(CourierSettings, {
    LATERAL_MODE: 'test', COURIER_DATABASE_URL: door.settings.HUB_DATABASE_URL.reveal(), COURIER_QUEUE_BACKEND: 'postgres', COURIER_QUEUE_URL: queues.url, COURIER_QUEUE_PREFIX: 'beside',
    COURIER_SMTP_URL: 'smtp://localhost:9', COURIER_MAIL_FROM: 'lateral@mail.example.org', COURIER_HEALTH_PORT: '0', LEDGER_PORT: String(ledger.port), LEDGER_VERIFIER_KEY: ledger.logVerifierKey,
    KEY_LEDGER_PORT: '9', KEY_LEDGER_VERIFIER_KEY: door.certificates.keyLogVerifierKey, COURIER_TLS_CERT: own.certificate, COURIER_TLS_KEY: own.key, COURIER_TLS_CA: ledger.caPem,
  });
  let running: Awaited<ReturnType<typeof startCourier>> | null = null;
  const stop = async (): Promise<void> => {
    const { steps } = running ?? { steps: [] };
    running = null;
    for (const step of steps) await step.stop();
  };
  return {
    start: async () => { running = await startCourier(settings, { log: createLogger({ app: 'courier', write: () => undefined }) }); },
    stop,
    end: async () => {
      await stop();
      await queues.drop();
    },
  };
}

/** What a hub is started with so that it follows this ledger instead of the one of its partnership. */
export async function hubBeside(ledger: LedgerWorld, log: 'LEDGER' | 'KEY_LEDGER' = 'LEDGER'): Promise<Record<string, string>> {
  const own = await certificateFor('spiffe://lateral.example/hub', ledger.authority);
  return {
    HUB_TLS_CERT_FILE: '', HUB_TLS_KEY_FILE: '', HUB_TLS_CERT: own.certificate, HUB_TLS_KEY: own.key, HUB_TLS_CA: ledger.caPem,
    [`${log}_PORT`]: String(ledger.port), [`${log}_VERIFIER_KEY`]: ledger.logVerifierKey,
  };
}
