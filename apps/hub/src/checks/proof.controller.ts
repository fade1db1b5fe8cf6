import { Controller, Get, Param, Query } from '@nestjs/common';
import type { EvidencePack, ReceiptsReply } from '@lateral/contracts';
import { GatherEvidence, ReadReceipts } from '@lateral/exchange';
import type { Actor } from '@lateral/exchange';
import { Caller } from '../http/door.js';
import { referenceInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { evidenceQuery } from '../http/query.js';
import type { EvidenceQueryDto } from '../http/query.js';

/** What either party may take away to prove a check with. */
@Controller('v1/checks')
export class ProofController {
  constructor(
    private readonly gatherEvidence: GatherEvidence,
    private readonly readReceipts: ReadReceipts,
  ) {}

  @Get(':reference/evidence')
  async evidence(@Caller() actor: Actor, @Param('reference', referenceInPath) reference: string, @Query(evidenceQuery) query: EvidenceQueryDto): Promise<EvidencePack> {
    return valueOf(await this.gatherEvidence.carryOut(actor, reference, { content: query.content === 'true' }));
  }

  @Get(':reference/receipts')
  async receipts(@Caller() actor: Actor, @Param('reference', referenceInPath) reference: string): Promise<ReceiptsReply> {
    return valueOf(await this.readReceipts.carryOut(actor, reference));
  }
}
