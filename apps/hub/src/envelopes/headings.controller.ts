import { Body, Controller, Post } from '@nestjs/common';
import type { HeadingsReply } from '@lateral/contracts';
import { CollectHeadings } from '@lateral/exchange';
import type { Actor, Attempt } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { valueOf } from '../http/problem.js';
import { CollectHeadingsDto } from './envelopes.dto.js';

/** Whom questions are about, for the list of the agency that asks. */
@Controller('v1/headings')
export class HeadingsController {
  constructor(private readonly collectHeadings: CollectHeadings) {}

  @Post()
  async collect(@Caller() actor: Actor, @Write() attempt: Attempt, @Body(new BodyPipe(CollectHeadingsDto)) { envelopes }: CollectHeadingsDto): Promise<HeadingsReply> {
    return valueOf(await this.collectHeadings.carryOut(actor, attempt, envelopes));
  }
}
