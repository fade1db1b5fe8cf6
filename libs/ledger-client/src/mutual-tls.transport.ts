import { TLSSocket } from 'node:tls';
import { ClientTCP } from '@nestjs/microservices';
import type { Observable } from 'rxjs';
import { firstValueFrom, from, timeout } from 'rxjs';
import { LEDGER_REFUSALS, SERVICE_IDENTITIES } from '@lateral/contracts';
import type { LedgerRefusal, LedgerRefusalCode } from '@lateral/contracts';
import type { TlsIdentity, TlsSource } from '@lateral/platform';
import { hrMs, systemNow, uriIdentityOf } from '@lateral/platform';
import { LedgerFault } from './ledger-result.js';
import type { LedgerTransport } from './ledger-transport.js';

export interface LedgerAddress {
  host: string;
  port: number;
  /** Our certificate and key, and the one authority whose certificates count; asked at each connection. */
  identity: TlsSource;
  /** For connecting and for each answer, in milliseconds. */
  timeoutMs?: number;
  /** How long a connection goes on before it is looked at again, in milliseconds. */
  lookMs?: number;
}

const MAX_FRAME_CHARACTERS = 4_000_000;
/** How often a connection that stands is looked at: certificates last hours. */
const LOOK_MS = 5_000;

/** Nest's TCP client behind TLS 1.3. Whoever does not prove to be the ledger is not spoken to. */
class PinnedTlsClient extends ClientTCP {
  private shown: TlsIdentity | null = null;

  constructor(private readonly address: LedgerAddress) {
    super({
      host: address.host,
      port: address.port,
      maxBufferSize: MAX_FRAME_CHARACTERS,
      tlsOptions: {
        minVersion: 'TLSv1.3',
        rejectUnauthorized: true,
        // The chain has been checked by now. Which host answers proves nothing here; which service it is does.
        checkServerIdentity: (_host, peer) => (uriIdentityOf(peer.subjectaltname) === SERVICE_IDENTITIES.ledger ? undefined : new Error('not the ledger')),
      },
    });
  }

  // Options are read when a socket is made; by then the certificate of the start may have run out.
  override createSocket(): ReturnType<ClientTCP['createSocket']> {
    this.shown = this.address.identity.current();
    const { cert, key, ca } = this.shown;
    Object.assign(this.tlsOptions!, { cert, key: key.reveal(), ca });
    return super.createSocket();
  }

  /** Whether the connection that stands was made with a certificate since renewed, or to one that has run out since. */
  isOutdated(): boolean {
    if (this.socket === null) return false;
    const peer = this.socket.netSocket;
    const theirs = peer instanceof TLSSocket ? peer.getPeerX509Certificate() : undefined;
    return this.shown !== this.address.identity.current() || (theirs !== undefined && new Date(theirs.validTo) < systemNow());
  }

  // The framework counts TCP as connected, and would send before the other side is known.
  protected override connect$(instance: unknown, errorEvent = 'error'): Observable<unknown> {
    return super.connect$(instance, errorEvent, 'secureConnect');
  }

  // Failures reach the caller as results; the framework's own way would print the error's text.
  override handleError(): void {
    return undefined;
  }
}

/** Questions over one connection, made when first needed and made again when it was lost. */
export class MutualTlsTransport implements LedgerTransport {
  private readonly client: PinnedTlsClient;
  private readonly timeoutMs: number;
  private readonly lookMs: number;
  private asking = 0;
  private lookedAt = -Infinity;

  constructor(address: LedgerAddress) {
    this.client = new PinnedTlsClient(address);
    this.timeoutMs = address.timeoutMs ?? 5_000;
    this.lookMs = address.lookMs ?? LOOK_MS;
  }

  async ask(pattern: string, data: object): Promise<unknown> {
    this.letGoOfOutdated();
    this.asking += 1;
    try {
      return await this.asked(pattern, data);
    } finally {
      this.asking -= 1;
    }
  }

  // Between questions only: closing under one would leave its outcome unknown.
  private letGoOfOutdated(): void {
    if (this.asking > 0 || hrMs() - this.lookedAt < this.lookMs) return;
    this.lookedAt = hrMs();
    if (this.client.isOutdated()) this.client.close();
  }

  private async asked(pattern: string, data: object): Promise<unknown> {
    try {
      await firstValueFrom(from(this.client.connect()).pipe(timeout(this.timeoutMs)), { defaultValue: undefined });
    } catch (error) {
      this.client.close();
      throw new LedgerFault('ledger-away', 'transient', { cause: error });
    }
    try {
      return await firstValueFrom(this.client.send<unknown>(pattern, data).pipe(timeout(this.timeoutMs)));
    } catch (error) {
      throw faultOf(error);
    }
  }

  close(): void {
    this.client.close();
  }
}

function faultOf(error: unknown): LedgerFault {
  const { code } = error as Partial<LedgerRefusal>;
  if (typeof code === 'string' && Object.hasOwn(LEDGER_REFUSALS, code)) return new LedgerFault(code, LEDGER_REFUSALS[code as LedgerRefusalCode]);
  return new LedgerFault('ledger-silent', 'ambiguous', { cause: error });
}
