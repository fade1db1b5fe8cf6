import type { AddressInfo, Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { ServerTCP } from '@nestjs/microservices';
import type { Logger } from '@lateral/platform';
import { uriIdentityOf } from '@lateral/platform';

export interface MutualTlsOptions {
  host: string;
  port: number;
  /** PEM of our certificate and key, and of the one authority whose certificates count. */
  cert: string;
  key: string;
  ca: string;
  /** Identities (URIs in the certificate) that may speak to us at all. */
  allowed: readonly string[];
  log: Logger;
}

/** A frame of a full append is a tenth of this. */
const MAX_FRAME_CHARACTERS = 1_000_000;

/**
 * Nest's TCP transport behind TLS 1.3 with client certificates. Without a certificate of our authority the handshake fails;
 * with one that names somebody else the connection is closed before anything is read from it.
 */
export class MutualTlsServer extends ServerTCP {
  constructor(private readonly mutual: MutualTlsOptions) {
    super({
      host: mutual.host,
      port: mutual.port,
      maxBufferSize: MAX_FRAME_CHARACTERS,
      tlsOptions: {
        cert: mutual.cert, key: mutual.key, ca: mutual.ca, minVersion: 'TLSv1.3', requestCert: true, rejectUnauthorized: true, handshakeTimeout: 5_000,
      },
    });
    this.server.on('tlsClientError', (error) => this.mutual.log.failure('ledger.peer-refused', Object.assign(error, { kind: 'transient' })));
  }

  /** The port in use once listening. */
  get boundPort(): number {
    return (this.server.address() as AddressInfo).port;
  }

  // Called after each handshake that succeeded; nothing has been read yet.
  override bindHandler(socket: Socket): void {
    const peer = socket as TLSSocket;
    const identity = peer.authorized ? uriIdentityOf(peer.getPeerX509Certificate()?.subjectAltName) : null;
    if (identity === null || !this.mutual.allowed.includes(identity)) {
      this.mutual.log.log('ledger.peer-refused', { code: 'identity-not-allowed' });
      socket.on('error', () => undefined);
      socket.destroy();
      return;
    }
    super.bindHandler(socket);
  }

  // The framework's own way would print the error's text.
  protected override handleError(error: unknown): void {
    const cause = typeof error === 'object' && error !== null ? error : new Error('transport');
    this.mutual.log.failure('ledger.peer-refused', Object.assign(cause, { kind: 'transient' }));
  }
}
