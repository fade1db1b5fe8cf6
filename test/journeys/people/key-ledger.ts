import { readFile } from 'node:fs/promises';
import { LedgerSettings, startLedger, type RunningLedger } from '@lateral/ledger';
import { CarryKeyFacts } from '@lateral/exchange';
import { LedgerClient, LedgerGateway } from '@lateral/ledger-client';
import { openHubDatabase, type HubDatabase } from '@lateral/persistence/hub';
import { migrateLedger } from '@lateral/persistence/ledger';
import { createLogger, fixedIdentity, loadSettings, Secret } from '@lateral/platform';
import { KEY_LOG_NAME } from '@lateral/provision';
import { createScratchLedgerDatabase, type ScratchLedgerDatabase } from '@lateral/testing/ledger';
import type { HubDoor } from '../../world/hub-door.js';

/** The second ledger, which logs facts about keys: a real one on a database of its own, under the key that the partnership file names. */
export class KeyLedger {
  private running: RunningLedger | null = null;

  private constructor(private readonly door: HubDoor, private readonly database: ScratchLedgerDatabase) {}

  /** One that has logged nothing yet. Two of them stand for a log whose key somebody uses twice. */
  static async beside(door: HubDoor, port = 0): Promise<KeyLedger> {
    const database = await createScratchLedgerDatabase();
    await migrateLedger({ ownerUrl: database.ownerUrl, appRole: database.appRole, mark: 'test' });
    const ledger = new KeyLedger(door, database);
    await ledger.start(port);
    return ledger;
  }

  get port(): number {
    if (this.running === null) throw new Error('the key ledger is not running');
    return this.running.port;
  }

  async start(port: number): Promise<void> {
    const { ca, services: { ledger: { certificate, key } }, keyLogSigningKey } = this.door.certificates;
    this.running = await startLedger(loadSettings(LedgerSettings, {
      LATERAL_MODE: 'test', LEDGER_APP_DATABASE_URL: this.database.appUrl, LEDGER_PORT: String(port), LEDGER_ORIGIN: KEY_LOG_NAME, LEDGER_SIGNING_KEY_FILE: keyLogSigningKey,
      LEDGER_TLS_CA_FILE: ca, LEDGER_TLS_CERT_FILE: certificate, LEDGER_TLS_KEY_FILE: key,
    }), { log: createLogger({ app: 'ledger', write: () => undefined }) });
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = null;
  }

  async end(): Promise<void> {
    await this.stop();
    await this.database.drop();
  }
}

/** The courier's part of it, turn by turn: what waits in the hub's database goes into the key log. */
export class KeyCourier {
  private constructor(private readonly database: HubDatabase, private readonly client: LedgerClient) {}

  static async of(door: HubDoor, port: number): Promise<KeyCourier> {
    const database = await openHubDatabase({ url: door.database.url, poolSize: 2, applicationName: 'key-courier' });
    return new KeyCourier(database, await keyLedgerClient(door, port));
  }

  carry(): Promise<number> {
    return new CarryKeyFacts({ facts: this.database.keyFacts, keyLog: new LedgerGateway(this.client) }).carryOut();
  }

  async end(): Promise<void> {
    this.client.close();
    await this.database.close();
  }
}

/** Under the courier's certificate, believing only the key that the partnership file names. */
export async function keyLedgerClient({ certificates: { ca, services: { courier }, keyLogVerifierKey } }: HubDoor, port: number): Promise<LedgerClient> {
  const [cert, key, authority] = await Promise.all([courier.certificate, courier.key, ca].map((path) => readFile(path, 'utf8')));
  return LedgerClient.over({ host: '127.0.0.1', port, identity: fixedIdentity({ cert: cert!, key: new Secret(key!), ca: authority! }) }, { logKey: keyLogVerifierKey });
}
