import type { RpcExceptionFilter } from '@nestjs/common';
import { Catch } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { throwError } from 'rxjs';
import type { LedgerRefusal } from '@lateral/contracts';
import { Log } from './log.js';
import { LedgerRefused } from './ledger-refused.js';

/** Turns what a handler throws into a refusal with a code. Of a surprise the caller learns only that it was one. */
@Catch()
export class RefusalFilter implements RpcExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown): Observable<never> {
    return throwError((): LedgerRefusal => this.wireOf(error));
  }

  private wireOf(error: unknown): LedgerRefusal {
    if (error instanceof LedgerRefused) {
      if (error.cause === undefined) this.log.log('request.refused', { code: error.code });
      return error.toWire();
    }
    this.log.failure('request.failed', error);
    return new LedgerRefused('internal').toWire();
  }
}
