import { ClientTCP } from '@nestjs/microservices';
import type { Observable } from 'rxjs';
import { firstValueFrom, from, timeout } from 'rxjs';
import { LEDGER_REFUSALS, SERVICE_IDENTITIES } from '@lateral/contracts';
import type { LedgerRefusal, LedgerRefusalCode } from '@lateral/contracts';
import type { Secret } from '@lateral/platform';
import { uriIdentityOf } from '@lateral/platform';
import { LedgerFault } from './ledger-result.js';
import type { LedgerTransport } from './ledger-transport.js';

export interface LedgerAddress {
  host: string;
  port: number;
  /** PEM of our certificate and key, and of the one authority whose certificates count. */
  cert: string;
  key: Secret<string>;
  ca: string;
  /** For connecting and for each answer, in milliseconds. */
  timeoutMs?: number;
}

const MAX_FRAME_CHARACTERS = 4_000_000;

/** Nest's TCP client behind TLS 1.3. Whoever does not prove to be the ledger is not spoken to. */
class PinnedTlsClient extends ClientTCP {
  constructor(address: LedgerAddress) {
    super({
      host: address.host,
      port: address.port,
      maxBufferSize: MAX_FRAME_CHARACTERS,
      tlsOptions: {
        cert: address.cert,
        key: address.key.reveal(),
        ca: address.ca,
        minVersion: 'TLSv1.3',
        rejectUnauthorized: true,
        // The chain has been checked by now. Which host answers proves nothing here; which service it is does.
        checkServerIdentity: (_host, peer) => (uriIdentityOf(peer.subjectaltname) === SERVICE_IDENTITIES.ledger ? undefined : new Error('not the ledger')),
      },
    });
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

  constructor(address: LedgerAddress) {
    this.client = new PinnedTlsClient(address);
    this.timeoutMs = address.timeoutMs ?? 5_000;
  }

  async ask(pattern: string, data: object): Promise<unknown> {
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
