import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { Logger } from '@lateral/platform';
import { LedgerController } from './ledger.controller.js';
import { LedgerService } from './ledger.service.js';
import { Log } from './log.js';
import { RefusalFilter } from './refusal.filter.js';

/** Wires the parts, which exist and are up before Nest is asked to listen. */
@Module({})
export class LedgerModule {
  static of(service: LedgerService, log: Logger): DynamicModule {
    return {
      module: LedgerModule,
      controllers: [LedgerController],
      providers: [{ provide: LedgerService, useValue: service }, { provide: Log, useValue: log }, RefusalFilter],
    };
  }
}
