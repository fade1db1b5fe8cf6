import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { CheckpointReply, ConsistencyReply, KeyLogEntries } from '@lateral/contracts';
import { ReadKeyLog } from '@lateral/exchange';
import type { LedgerProofs } from '@lateral/exchange';
import { consistencyQuery, keyLogQuery } from '../http/query.js';
import type { ConsistencyQueryDto, KeyLogQueryDto } from '../http/query.js';
import { consistencyOf } from '../log/log.controller.js';
import { KEY_LOG_PROOFS } from '../ports.js';

/** The log of facts about keys: whoever reads all of it can make its tree again, and see whether its own agency's keys are all that is there. */
@Controller('v1/key-log')
export class KeyLogController {
  constructor(private readonly keyLog: ReadKeyLog, @Inject(KEY_LOG_PROOFS) private readonly proofs: LedgerProofs) {}

  @Get('entries')
  entries(@Query(keyLogQuery) { from }: KeyLogQueryDto): Promise<KeyLogEntries> {
    return this.keyLog.carryOut(Number(from));
  }

  @Get('checkpoint')
  checkpoint(): Promise<CheckpointReply> {
    return this.proofs.checkpoint();
  }

  @Get('consistency')
  consistency(@Query(consistencyQuery) query: ConsistencyQueryDto): Promise<ConsistencyReply> {
    return consistencyOf(this.proofs, query);
  }
}
