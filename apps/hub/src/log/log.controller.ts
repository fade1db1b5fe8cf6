import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import type { CheckpointReply, ConsistencyReply, CosignatureReply } from '@lateral/contracts';
import type { LedgerProofs } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Write } from '../http/door.js';
import { consistencyQuery } from '../http/query.js';
import type { ConsistencyQueryDto } from '../http/query.js';
import { ProblemError } from '../http/problem.js';
import { LEDGER_PROOFS } from '../ports.js';
import { CosignatureDto } from './log.dto.js';

/** Heads of the ledger and how they follow from each other: what a witness needs. */
@Controller('v1/log')
export class LogController {
  constructor(@Inject(LEDGER_PROOFS) private readonly proofs: LedgerProofs) {}

  @Get('checkpoint')
  checkpoint(): Promise<CheckpointReply> {
    return this.proofs.checkpoint();
  }

  @Get('consistency')
  async consistency(@Query(consistencyQuery) query: ConsistencyQueryDto): Promise<ConsistencyReply> {
    const [from, to] = [Number(query.from), query.to === undefined ? null : Number(query.to)];
    const { size } = await this.proofs.checkpoint();
    if (from > (to ?? size) || (to ?? size) > size) throw new ProblemError('invalid-request', { fields: [{ field: from > size ? '/from' : '/to', reason: 'out-of-range' }] });
    return this.proofs.consistency(from, to);
  }

  @Post('cosignatures')
  async cosign(@Write() _attempt: unknown, @Body(new BodyPipe(CosignatureDto)) { size, line }: CosignatureDto): Promise<CosignatureReply> {
    return { accepted: await this.proofs.addCosignature(size, line) };
  }
}
