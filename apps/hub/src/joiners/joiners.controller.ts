import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { InvitationReply, JoinerView } from '@lateral/contracts';
import { BringKey, InviteMember, ListJoiners, RedeemInvitation, StartAgain } from '@lateral/exchange';
import type { Actor, Attempt, Oneself } from '@lateral/exchange';
import { BodyPipe, nothingInBody } from '../http/body.js';
import { Caller, Self, Write } from '../http/door.js';
import { memberInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { InvitationDto, JoinerKeyDto, RedemptionDto } from './joiners.dto.js';

/** Becoming a member, and becoming one again. Nothing here makes anybody a member: the roster does. */
@Controller('v1')
export class JoinersController {
  constructor(
    private readonly invite: InviteMember, private readonly redeem: RedeemInvitation, private readonly bring: BringKey, private readonly again: StartAgain,
    private readonly listJoiners: ListJoiners,
  ) {}

  @Post('invitations')
  async put(@Caller() actor: Actor, @Write() attempt: Attempt, @Body(new BodyPipe(InvitationDto)) body: InvitationDto): Promise<InvitationReply> {
    return valueOf(await this.invite.carryOut(actor, attempt, body));
  }

  @Post('invitations/redemption')
  async spend(@Self() { session }: Oneself, @Write() _attempt: unknown, @Body(new BodyPipe(RedemptionDto)) { code }: RedemptionDto): Promise<{ member: string }> {
    return valueOf(await this.redeem.carryOut(session, code));
  }

  @Get('joiners')
  waiting(@Caller() actor: Actor): Promise<JoinerView[]> {
    return this.listJoiners.carryOut(actor);
  }

  @Put('joiners/mine')
  @HttpCode(204)
  async key(@Caller() actor: Actor, @Body(new BodyPipe(JoinerKeyDto)) body: JoinerKeyDto): Promise<void> {
    valueOf(await this.bring.carryOut(actor, body));
  }

  @Post('members/:member/start-again')
  @HttpCode(204)
  async startAgain(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('member', memberInPath) member: string, @Body(nothingInBody) _body: unknown): Promise<void> {
    valueOf(await this.again.carryOut(actor, attempt, member));
  }
}
