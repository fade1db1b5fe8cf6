import { Controller, UseFilters } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { AppendReply, CheckpointReply, ConsistencyReply, CosignatureReply, InclusionReply, ReadyReply } from '@lateral/contracts';
import { LEDGER_PATTERNS } from '@lateral/contracts';
import { LedgerService } from './ledger.service.js';
import { readAppend, readConsistency, readCosignature, readInclusion, readNothing } from './read-payload.js';
import { RefusalFilter } from './refusal.filter.js';

/** The ledger's messages. Who may send them was settled before the first one was read. */
@Controller()
@UseFilters(RefusalFilter)
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  @MessagePattern(LEDGER_PATTERNS.append)
  async append(@Payload() data: unknown): Promise<AppendReply> {
    return await this.ledger.append(readAppend(data));
  }

  @MessagePattern(LEDGER_PATTERNS.checkpoint)
  async checkpoint(@Payload() data: unknown): Promise<CheckpointReply> {
    readNothing(data);
    return await this.ledger.checkpoint();
  }

  @MessagePattern(LEDGER_PATTERNS.proveInclusion)
  async proveInclusion(@Payload() data: unknown): Promise<InclusionReply> {
    return await this.ledger.proveInclusion(readInclusion(data));
  }

  @MessagePattern(LEDGER_PATTERNS.proveConsistency)
  async proveConsistency(@Payload() data: unknown): Promise<ConsistencyReply> {
    return await this.ledger.proveConsistency(readConsistency(data));
  }

  @MessagePattern(LEDGER_PATTERNS.addCosignature)
  async addCosignature(@Payload() data: unknown): Promise<CosignatureReply> {
    return await this.ledger.addCosignature(readCosignature(data));
  }

  @MessagePattern(LEDGER_PATTERNS.ready)
  ready(@Payload() data: unknown): ReadyReply {
    readNothing(data);
    return this.ledger.sequencing ? { ready: true, down: [] } : { ready: false, down: ['sequencer'] };
  }
}
