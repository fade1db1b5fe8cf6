import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { HandOverReply, OpeningBody } from '@lateral/contracts';
import { HandOver, RecordOpening } from '@lateral/exchange';
import type { Actor, Attempt } from '@lateral/exchange';
import { BodyPipe, nothingInBody } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { idInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { OpeningDto } from './envelopes.dto.js';

/** The one way by which an envelope leaves the hub, and what the client says it did with it. */
@Controller('v1/envelopes')
export class EnvelopesController {
  constructor(
    private readonly handOver: HandOver,
    private readonly recordOpening: RecordOpening,
  ) {}

  @Post(':envelope/hand-over')
  async collect(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('envelope', idInPath) envelope: string, @Body(nothingInBody) _body: unknown): Promise<HandOverReply> {
    return valueOf(await this.handOver.carryOut(actor, attempt, envelope));
  }

  @Post(':envelope/openings')
  @HttpCode(204)
  async opened(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('envelope', idInPath) envelope: string, @Body(new BodyPipe(OpeningDto)) body: OpeningDto): Promise<void> {
    // The rules of the DTO let `step` and `reason` stand together with `shown: false` and never with `shown: true`.
    valueOf(await this.recordOpening.carryOut(actor, attempt, envelope, body as OpeningBody));
  }
}
