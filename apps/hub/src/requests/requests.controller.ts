import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { JudgedReply, Page, RequestStanding, RequestView } from '@lateral/contracts';
import { CorrectRequest, SubmitResponse, TellOutcome, WithdrawRequest } from '@lateral/exchange';
import type { Actor, Attempt, CheckStore } from '@lateral/exchange';
import { WithdrawDto } from '../checks/checks.dto.js';
import { BodyPipe } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { idInPath } from '../http/path.js';
import { foundOr404, valueOf } from '../http/problem.js';
import { inboxQuery, pageOf } from '../http/query.js';
import type { InboxQueryDto } from '../http/query.js';
import { CHECK_STORE } from '../ports.js';
import { CorrectRequestDto, SubmitResponseDto, TellOutcomeDto } from './requests.dto.js';

/** One agency's part of a check: its inbox, its answers, and what the asking side still does with it. */
@Controller('v1/requests')
export class RequestsController {
  constructor(
    private readonly correctRequest: CorrectRequest,
    private readonly submitResponse: SubmitResponse,
    private readonly tellOutcome: TellOutcome,
    private readonly withdrawRequest: WithdrawRequest,
    @Inject(CHECK_STORE) private readonly checks: CheckStore,
  ) {}

  @Get()
  inbox(@Caller() actor: Actor, @Query(inboxQuery) query: InboxQueryDto): Promise<Page<RequestView>> {
    return this.checks.inbox(actor, { ...pageOf(query), state: query.state ?? null, held: query.held ?? null });
  }

  @Get(':request')
  async read(@Caller() actor: Actor, @Param('request', idInPath) request: string): Promise<RequestView> {
    return foundOr404(await this.checks.request(request, actor));
  }

  @Post(':request/versions')
  async correct(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('request', idInPath) request: string, @Body(new BodyPipe(CorrectRequestDto)) body: CorrectRequestDto): Promise<JudgedReply> {
    return valueOf(await this.correctRequest.carryOut(actor, attempt, request, body));
  }

  @Post(':request/responses')
  async respond(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('request', idInPath) request: string, @Body(new BodyPipe(SubmitResponseDto)) body: SubmitResponseDto): Promise<JudgedReply> {
    return valueOf(await this.submitResponse.carryOut(actor, attempt, request, body));
  }

  @Post(':request/withdrawal')
  async withdraw(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('request', idInPath) request: string, @Body(new BodyPipe(WithdrawDto)) body: WithdrawDto): Promise<RequestStanding> {
    return valueOf(await this.withdrawRequest.carryOut(actor, attempt, request, body));
  }

  @Post(':request/outcome')
  async outcome(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('request', idInPath) request: string, @Body(new BodyPipe(TellOutcomeDto)) body: TellOutcomeDto): Promise<RequestStanding> {
    return valueOf(await this.tellOutcome.carryOut(actor, attempt, request, body));
  }
}
