import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { CheckStanding, CheckView, Page, PostedReply } from '@lateral/contracts';
import { CloseCheck, OpenCheck, RecordDecision, WithdrawCheck } from '@lateral/exchange';
import type { Actor, Attempt, CheckStore } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { referenceInPath } from '../http/path.js';
import { foundOr404, valueOf } from '../http/problem.js';
import { checksQuery, pageOf } from '../http/query.js';
import type { ChecksQueryDto } from '../http/query.js';
import { CHECK_STORE } from '../ports.js';
import { CloseCheckDto, OpenCheckDto, RecordDecisionDto, WithdrawDto } from './checks.dto.js';

/** What the asking agency does with a check of its own. */
@Controller('v1/checks')
export class ChecksController {
  constructor(
    private readonly openCheck: OpenCheck,
    private readonly recordDecision: RecordDecision,
    private readonly withdrawCheck: WithdrawCheck,
    private readonly closeCheck: CloseCheck,
    @Inject(CHECK_STORE) private readonly checks: CheckStore,
  ) {}

  @Post()
  async open(@Caller() actor: Actor, @Write() attempt: Attempt, @Body(new BodyPipe(OpenCheckDto)) body: OpenCheckDto): Promise<PostedReply> {
    return valueOf(await this.openCheck.carryOut(actor, attempt, body));
  }

  @Get()
  list(@Caller() actor: Actor, @Query(checksQuery) query: ChecksQueryDto): Promise<Page<CheckView>> {
    return this.checks.checks(actor, { ...pageOf(query), state: query.state ?? null, held: query.held ?? null });
  }

  @Get(':reference')
  async read(@Caller() actor: Actor, @Param('reference', referenceInPath) reference: string): Promise<CheckView> {
    return foundOr404(await this.checks.check(reference, actor));
  }

  @Post(':reference/decision')
  async decide(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('reference', referenceInPath) reference: string, @Body(new BodyPipe(RecordDecisionDto)) body: RecordDecisionDto): Promise<CheckStanding> {
    return valueOf(await this.recordDecision.carryOut(actor, attempt, reference, body));
  }

  @Post(':reference/withdrawal')
  async withdraw(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('reference', referenceInPath) reference: string, @Body(new BodyPipe(WithdrawDto)) body: WithdrawDto): Promise<CheckStanding> {
    return valueOf(await this.withdrawCheck.carryOut(actor, attempt, reference, body));
  }

  @Post(':reference/closure')
  async close(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('reference', referenceInPath) reference: string, @Body(new BodyPipe(CloseCheckDto)) body: CloseCheckDto): Promise<CheckStanding> {
    return valueOf(await this.closeCheck.carryOut(actor, attempt, reference, body));
  }
}
