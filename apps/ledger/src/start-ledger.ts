import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { SERVICE_IDENTITIES } from '@lateral/contracts';
import { LedgerStore, checkLedgerDatabase, connectLedgerDatabase } from '@lateral/persistence/ledger';
import type { InstallationMark, Logger, Secret } from '@lateral/platform';
import { identityFrom, nodeEd25519, refusalOfAddress, refusalOfDemo, tlsUnder, type AddressRefusal } from '@lateral/platform';
import type { NoteVerifier } from '@lateral/tlog';
import { SIGNATURE_TYPES, noteVerifierOf } from '@lateral/tlog';
import { LedgerModule } from './ledger.module.js';
import { LedgerService } from './ledger.service.js';
import type { LedgerSettings } from './ledger.settings.js';
import { logSigner } from './log-signer.js';
import { MutualTlsServer } from './mutual-tls.server.js';
import type { LedgerBroken } from './recover-head.js';
import { Sequencer } from './sequencer.js';

/** Why the ledger does not start. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';

  constructor(readonly code: 'authority-of-a-demo' | 'log-key-of-a-demo' | 'witness-key-malformed' | AddressRefusal) {
    super(code);
  }
}

const LEDGER_POOL = 8;

export interface StartLedgerOptions {
  log: Logger;
  /** The mark the database must bear; an ordinary start expects that of its mode, a played one says `play`. */
  mark?: InstallationMark;
  /** Gives up waiting for another sequencer to end. */
  signal?: AbortSignal;
}

export interface RunningLedger {
  port: number;
  /** Resolves with what is wrong if the log is found broken while running; the process should end then. */
  broken: Promise<LedgerBroken>;
  /** Stops listening, finishes the batch in hand, gives up the lock, closes the database. */
  stop(): Promise<void>;
}

/** Starts the ledger: checks, waits to be the one sequencer, recovers, and only then listens. Throws rather than start half wired. */
export async function startLedger(settings: Readonly<LedgerSettings>, options: StartLedgerOptions): Promise<RunningLedger> {
  const { log } = options;
  refuse(refusalOfDemo(settings.LATERAL_MODE, { certificates: [settings.LEDGER_TLS_CERT, settings.LEDGER_TLS_CA], logs: [settings.LEDGER_ORIGIN] }));
  refuseAddress(settings, settings.LEDGER_APP_DATABASE_URL);
  const signer = logSigner(settings.LEDGER_ORIGIN, settings.LEDGER_SIGNING_KEY.reveal());
  const witnesses = settings.LEDGER_WITNESSES.map(witnessOf);
  const source = await connectLedgerDatabase(settings.LEDGER_APP_DATABASE_URL.reveal(), LEDGER_POOL, tlsUnder(settings.LEDGER_DATABASE_CA).ssl);
  const store = new LedgerStore(source);
  const sequencer = new Sequencer(store, signer, log);
  const giveUpWaiting = (): void => void sequencer.stop();
  try {
    await checkLedgerDatabase(source, options.mark ?? settings.LATERAL_MODE);
    options.signal?.throwIfAborted();
    options.signal?.addEventListener('abort', giveUpWaiting, { once: true });
    await sequencer.start();
    const { server, app } = await listen(settings, new LedgerService(store, sequencer, witnesses), log);
    return {
      port: server.boundPort,
      broken: sequencer.broken,
      stop: async () => {
        await app.close();
        await sequencer.stop();
        await source.destroy();
      },
    };
  } catch (error) {
    await sequencer.stop();
    await source.destroy();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', giveUpWaiting);
  }
}

async function listen(settings: Readonly<LedgerSettings>, service: LedgerService, log: Logger) {
  const server = new MutualTlsServer({
    host: settings.LEDGER_HOST,
    port: settings.LEDGER_PORT,
    identity: identityFrom(settings, 'LEDGER', { cert: settings.LEDGER_TLS_CERT, key: settings.LEDGER_TLS_KEY, ca: settings.LEDGER_TLS_CA }, (outcome) => { log.log(`certificate.${outcome}`); }),
    allowed: [SERVICE_IDENTITIES.hub, SERVICE_IDENTITIES.courier],
    log,
  });
  const app = await NestFactory.createMicroservice(LedgerModule.of(service, log), { strategy: server, logger: false, abortOnError: false });
  await app.listen();
  return { server, app };
}

/** Throws where production would send records and a password over a wire that anybody may read. */
export function refuseAddress({ LATERAL_MODE: mode, LEDGER_DATABASE_CA: ca }: Readonly<Pick<LedgerSettings, 'LATERAL_MODE' | 'LEDGER_DATABASE_CA'>>, url: Secret<string>): void {
  refuse(refusalOfAddress('database', url.reveal(), { mode, ca }));
}

function refuse(code: StartRefused['code'] | null): void {
  if (code !== null) throw new StartRefused(code);
}

function witnessOf(vkey: string): NoteVerifier {
  const verifier = noteVerifierOf(vkey, SIGNATURE_TYPES.cosignature, nodeEd25519);
  if (!verifier) throw new StartRefused('witness-key-malformed');
  return verifier;
}
