import { startLedger } from '@lateral/ledger';
import type { RunningLedger } from '@lateral/ledger';
import { LedgerClient } from '@lateral/ledger-client';
import { canonicalJson, commitmentOf } from '@lateral/contracts';
import { connectLedgerDatabase, LedgerStore, migrateLedger } from '@lateral/persistence/ledger';
import { createLogger, fixedIdentity, Secret, systemNow, SystemRandom } from '@lateral/platform';
import type { Authority, IssuedCertificate } from '@lateral/provision';
import { issueCertificate, LEDGER_KEY_NAME, makeAuthority } from '@lateral/provision';
import { freePort } from '@lateral/testing';
import { createScratchLedgerDatabase, proveWholeLog } from '@lateral/testing/ledger';
import type { ScratchLedgerDatabase } from '@lateral/testing/ledger';
import { cosign, ed25519Signer, formatVerifierKey, noteVerifier, SIGNATURE_TYPES } from '@lateral/tlog';

const random = new SystemRandom();
const HUB = 'spiffe://lateral.example/hub';
const LEDGER = 'spiffe://lateral.example/ledger';

/** A leaf as the hub would make it of its n-th record. */
export const leaf = (n: number): string => canonicalJson({ v: 1, k: 'check', c: commitmentOf(`record ${n}`, new Uint8Array(32).fill(5)) });
export const leaves = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, n) => leaf(from + n));

/** A real ledger on a real database behind real TLS, for one test file. */
export class LedgerWorld {
  readonly lines: string[] = [];
  readonly logSeed = random.bytes(32);
  readonly witness = ed25519Signer('witness.example/w1', random.bytes(32), SIGNATURE_TYPES.cosignature);
  readonly signer = ed25519Signer(LEDGER_KEY_NAME, this.logSeed);
  readonly logVerifierKey = formatVerifierKey(this.signer.key);
  private ledger: RunningLedger | null = null;
  private readonly clients: LedgerClient[] = [];

  private constructor(readonly database: ScratchLedgerDatabase, readonly authority: Authority, private readonly certificate: IssuedCertificate) {}

  static async start(): Promise<LedgerWorld> {
    const database = await createScratchLedgerDatabase();
    await migrateLedger({ ownerUrl: database.ownerUrl, appRole: database.appRole, mark: 'test' });
    const authority = await newAuthority();
    const world = new LedgerWorld(database, authority, await certificateFor(LEDGER, authority));
    // It is stopped and started again on the same port, which nobody else is given meanwhile.
    await world.startLedger(await freePort());
    return world;
  }

  get port(): number {
    if (!this.ledger) throw new Error('the ledger is not running');
    return this.ledger.port;
  }

  get caPem(): string {
    return this.authority.certificate.toString('pem');
  }

  /** Starts the ledger on its database. */
  async startLedger(port: number): Promise<void> {
    this.ledger = await startLedger({
      LATERAL_MODE: 'test',
      LEDGER_APP_DATABASE_URL: new Secret(this.database.appUrl),
      LEDGER_HOST: '127.0.0.1',
      LEDGER_PORT: port,
      LEDGER_ORIGIN: LEDGER_KEY_NAME,
      LEDGER_SIGNING_KEY: new Secret(this.logSeed),
      LEDGER_WITNESSES: [formatVerifierKey(this.witness.key)],
      LEDGER_TLS_CERT: this.certificate.certificate,
      LEDGER_TLS_KEY: new Secret(this.certificate.key),
      LEDGER_TLS_CA: this.caPem,
    }, { log: createLogger({ app: 'ledger', write: (line) => this.lines.push(line) }) });
  }

  async stopLedger(): Promise<void> {
    await this.ledger?.stop();
    this.ledger = null;
  }

  /** A client with a certificate of its own; the hub's, of the world's authority, unless told otherwise. */
  async client(options: { identity?: string; authority?: Authority; port?: number; logKey?: string; remembered?: string | null; timeoutMs?: number } = {}): Promise<LedgerClient> {
    const own = await certificateFor(options.identity ?? HUB, options.authority ?? this.authority);
    const client = LedgerClient.over(
      { host: '127.0.0.1', port: options.port ?? this.port, identity: fixedIdentity({ cert: own.certificate, key: new Secret(own.key), ca: this.caPem }), timeoutMs: options.timeoutMs ?? 5_000 },
      { logKey: options.logKey ?? this.logVerifierKey, remembered: options.remembered ?? null },
    );
    this.clients.push(client);
    return client;
  }

  /** The witness's line over a checkpoint it was shown, at the given second. */
  cosign(checkpoint: string, time = 1_770_000_000): Promise<string> {
    return cosign(checkpoint, this.witness, time);
  }

  /** Every leaf in order, after proving everything there is to prove. */
  async proveWhole(): Promise<string[]> {
    const source = await connectLedgerDatabase(this.database.appUrl, 2);
    try {
      return await proveWholeLog(new LedgerStore(source), this.database, noteVerifier(this.signer.key));
    } finally {
      await source.destroy();
    }
  }

  async stop(): Promise<void> {
    for (const client of this.clients) client.close();
    await this.stopLedger();
    await this.database.drop();
  }
}

export function newAuthority(): Promise<Authority> {
  return makeAuthority({ at: systemNow(), days: 1, random });
}

export function certificateFor(spiffe: string, authority: Authority): Promise<IssuedCertificate> {
  return issueCertificate({ authority, spiffe, hosts: ['localhost'], ips: ['127.0.0.1'], at: systemNow(), hours: 1, random });
}
