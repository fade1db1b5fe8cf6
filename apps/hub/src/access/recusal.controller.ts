import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Recuse } from '@lateral/exchange';
import type { Actor, Attempt } from '@lateral/exchange';
import { nothingInBody } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { idInPath, referenceInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';

/** "I know someone in this." The body is empty: who, and how, is nobody's business. */
@Controller('v1')
export class RecusalController {
  constructor(private readonly recuse: Recuse) {}

  @Post('checks/:reference/recusal')
  @HttpCode(204)
  async fromCheck(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('reference', referenceInPath) reference: string, @Body(nothingInBody) _body: unknown): Promise<void> {
    valueOf(await this.recuse.fromCheck(actor, attempt, reference));
  }

  @Post('requests/:request/recusal')
  @HttpCode(204)
  async fromRequest(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('request', idInPath) request: string, @Body(nothingInBody) _body: unknown): Promise<void> {
    valueOf(await this.recuse.fromRequest(actor, attempt, request));
  }
}
