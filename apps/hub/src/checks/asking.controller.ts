import { Body, Controller, Param, Post } from '@nestjs/common';
import type { CheckStanding, PostedReply, RequestStanding } from '@lateral/contracts';
import { AskFurther, MoveDueTime, RateCheck } from '@lateral/exchange';
import type { Actor, Attempt } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { idInPath, referenceInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { AskFurtherDto, MoveDueTimeDto, RateCheckDto } from './checks.dto.js';

/** What the asking agency still does while its check is open: asks further agencies, rates it anew, moves a due time. */
@Controller('v1')
export class AskingController {
  constructor(
    private readonly askFurther: AskFurther,
    private readonly rateCheck: RateCheck,
    private readonly moveDueTime: MoveDueTime,
  ) {}

  @Post('checks/:reference/requests')
  async ask(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('reference', referenceInPath) reference: string, @Body(new BodyPipe(AskFurtherDto)) body: AskFurtherDto): Promise<PostedReply> {
    return valueOf(await this.askFurther.carryOut(actor, attempt, reference, body));
  }

  @Post('checks/:reference/rating')
  async rate(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('reference', referenceInPath) reference: string, @Body(new BodyPipe(RateCheckDto)) body: RateCheckDto): Promise<CheckStanding> {
    return valueOf(await this.rateCheck.carryOut(actor, attempt, reference, body));
  }

  @Post('requests/:request/due-time')
  async move(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('request', idInPath) request: string, @Body(new BodyPipe(MoveDueTimeDto)) body: MoveDueTimeDto): Promise<RequestStanding> {
    return valueOf(await this.moveDueTime.carryOut(actor, attempt, request, body));
  }
}
