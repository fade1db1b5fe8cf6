import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import type { CheckpointReply, ConsistencyReply, CosignatureReply } from '@lateral/contracts';
import type { LedgerProofs } from '@lateral/exchange';
import { LedgerFault } from '@lateral/ledger-client';
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
  consistency(@Query(consistencyQuery) query: ConsistencyQueryDto): Promise<ConsistencyReply> {
    return consistencyOf(this.proofs, query);
  }

  @Post('cosignatures')
  async cosign(@Write() _attempt: unknown, @Body(new BodyPipe(CosignatureDto)) { size, line }: CosignatureDto): Promise<CosignatureReply> {
    return { accepted: await answered(this.proofs.addCosignature(size, line)) };
  }
}

/** Proof between two heads of a log; a size that was never signed is a fault of the query. */
export async function consistencyOf(proofs: LedgerProofs, query: ConsistencyQueryDto): Promise<ConsistencyReply> {
  const [from, to] = [Number(query.from), query.to === undefined ? null : Number(query.to)];
  const { size } = await proofs.checkpoint();
  if (from > (to ?? size) || (to ?? size) > size) throw new ProblemError('invalid-request', { fields: [{ field: from > size ? '/from' : '/to', reason: 'out-of-range' }] });
  return answered(proofs.consistency(from, to));
}

/** Refusals of the ledger that say something about what was asked; the rest say something about the ledger. */
const FIELD_OF_REFUSAL: Record<string, string> = { 'unknown-size': '/size', 'unknown-witness': '/line', 'bad-cosignature': '/line' };

async function answered<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (error) {
    const field = error instanceof LedgerFault ? FIELD_OF_REFUSAL[error.code] : undefined;
    if (field === undefined || !(error instanceof LedgerFault)) throw error;
    throw new ProblemError('invalid-request', { fields: [{ field, reason: error.code }] });
  }
}
