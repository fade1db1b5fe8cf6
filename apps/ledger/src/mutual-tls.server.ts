import type { AddressInfo, Socket } from 'node:net';
import type { Server, TLSSocket } from 'node:tls';
import { ServerTCP } from '@nestjs/microservices';
import type { Logger, TlsIdentity, TlsSource } from '@lateral/platform';
import { systemNow, uriIdentityOf } from '@lateral/platform';

export interface MutualTlsOptions {
  host: string;
  port: number;
  /** Our certificate and key, and the one authority whose certificates count; asked at each connection. */
  identity: TlsSource;
  /** Identities (URIs in the certificate) that may speak to us at all. */
  allowed: readonly string[];
  log: Logger;
}

/** A frame of a full append is a tenth of this. */
const MAX_FRAME_CHARACTERS = 1_000_000;
const DEMANDS = { minVersion: 'TLSv1.3', requestCert: true, rejectUnauthorized: true, handshakeTimeout: 5_000 } as const;
/** How often connections are looked at whose peer's certificate may have run out. */
const SWEEP_MS = 60_000;

/**
 * Nest's TCP transport behind TLS 1.3 with client certificates. Without a certificate of our authority the handshake fails;
 * with one that names somebody else the connection is closed before anything is read from it. A handshake proves a certificate for as
 * long as that lasts and no longer: a connection ends with it. Our own is read again for each newcomer, so renewing it needs no restart.
 */
export class MutualTlsServer extends ServerTCP {
  private readonly until = new Map<Socket, Date>();
  private readonly sweep: NodeJS.Timeout;
  private shown: TlsIdentity;

  constructor(private readonly mutual: MutualTlsOptions) {
    const shown = mutual.identity.current();
    super({ host: mutual.host, port: mutual.port, maxBufferSize: MAX_FRAME_CHARACTERS, tlsOptions: { ...contextOf(shown), ...DEMANDS } });
    this.shown = shown;
    // Before TLS's own listener, which takes the certificate that is there by then.
    (this.server as Server).prependListener('connection', () => { this.takeRenewed(); });
    this.sweep = setInterval(() => { this.endOutdated(systemNow()); }, SWEEP_MS).unref();
    this.server.on('tlsClientError', (error) => this.mutual.log.failure('ledger.peer-refused', Object.assign(error, { kind: 'transient' })));
  }

  /** The port in use once listening. */
  get boundPort(): number {
    return (this.server.address() as AddressInfo).port;
  }

  // Called after each handshake that succeeded; nothing has been read yet.
  override bindHandler(socket: Socket): void {
    const peer = socket as TLSSocket;
    const certificate = peer.authorized ? peer.getPeerX509Certificate() : undefined;
    const identity = uriIdentityOf(certificate?.subjectAltName);
    const until = new Date(certificate?.validTo ?? 0);
    // A session that is resumed was verified earlier, so its time is looked at here.
    if (identity === null || !this.mutual.allowed.includes(identity) || !(until > systemNow())) {
      this.mutual.log.log('ledger.peer-refused', { code: 'identity-not-allowed' });
      socket.on('error', () => undefined);
      socket.destroy();
      return;
    }
    this.until.set(socket, until);
    socket.once('close', () => this.until.delete(socket));
    super.bindHandler(socket);
  }

  /** Ends the connections whose peer's certificate has run out by then; who has a new one connects again. */
  endOutdated(at: Date): void {
    for (const [socket, until] of this.until) {
      if (until > at) continue;
      this.mutual.log.log('ledger.peer-refused', { code: 'certificate-ended' });
      socket.destroy();
    }
  }

  override close(): void {
    clearInterval(this.sweep);
    super.close();
  }

  private takeRenewed(): void {
    const identity = this.mutual.identity.current();
    if (identity === this.shown) return;
    this.shown = identity;
    // What is set here replaces all of it, the demands on newcomers' TLS included.
    (this.server as Server).setSecureContext({ ...contextOf(identity), minVersion: DEMANDS.minVersion });
  }

  // The framework's own way would print the error's text.
  protected override handleError(error: unknown): void {
    const cause = typeof error === 'object' && error !== null ? error : new Error('transport');
    this.mutual.log.failure('ledger.peer-refused', Object.assign(cause, { kind: 'transient' }));
  }
}

function contextOf({ cert, key, ca }: TlsIdentity): { cert: string; key: string; ca: string } {
  return { cert, key: key.reveal(), ca };
}
