import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { RecordExport } from '@lateral/exchange';
import type { Actor, Attempt } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { referenceInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { ExportDto } from './exports.dto.js';

/** What a client says before opened content goes to paper, a clipboard or a file. */
@Controller('v1/checks')
export class ExportsController {
  constructor(private readonly recordExport: RecordExport) {}

  @Post(':reference/exports')
  @HttpCode(204)
  async exported(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('reference', referenceInPath) reference: string, @Body(new BodyPipe(ExportDto)) body: ExportDto): Promise<void> {
    valueOf(await this.recordExport.carryOut(actor, attempt, reference, body));
  }
}
