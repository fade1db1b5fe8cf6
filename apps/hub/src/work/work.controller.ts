import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import type { HolderReply, ReminderReply } from '@lateral/contracts';
import { Holders, Remind } from '@lateral/exchange';
import type { Actor, Attempt } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { idInPath, referenceInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { HolderDto, RemindDto } from './work.dto.js';

/** Who in a team has what, and what is asked for again. */
@Controller('v1')
export class WorkController {
  constructor(private readonly holders: Holders, private readonly remind: Remind) {}

  @Put('checks/:reference/holder')
  async giveCheck(@Caller() actor: Actor, @Param('reference', referenceInPath) reference: string, @Body(new BodyPipe(HolderDto)) body: HolderDto): Promise<HolderReply> {
    return valueOf(await this.holders.ofCheck(actor, reference, body));
  }

  @Put('requests/:request/holder')
  async giveRequest(@Caller() actor: Actor, @Param('request', idInPath) request: string, @Body(new BodyPipe(HolderDto)) body: HolderDto): Promise<HolderReply> {
    return valueOf(await this.holders.ofRequest(actor, request, body));
  }

  @Post('requests/:request/reminders')
  async again(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('request', idInPath) request: string, @Body(new BodyPipe(RemindDto)) body: RemindDto): Promise<ReminderReply> {
    return valueOf(await this.remind.carryOut(actor, attempt, request, body));
  }
}
