import { Body, Controller, Get, HttpCode, Inject, Put } from '@nestjs/common';
import type { MemberNameView } from '@lateral/contracts';
import type { Actor, Clock, MemberNameStore } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller } from '../http/door.js';
import { CLOCK, MEMBER_NAME_STORE } from '../ports.js';
import { MemberNameDto } from './member-names.dto.js';

/** How members are called: sealed to their own team by their clients. The hub never learns a name. */
@Controller('v1/members')
export class MemberNamesController {
  constructor(@Inject(CLOCK) private readonly clock: Clock, @Inject(MEMBER_NAME_STORE) private readonly names: MemberNameStore) {}

  @Put('mine/name')
  @HttpCode(204)
  async nameOneself(@Caller() { agency, member }: Actor, @Body(new BodyPipe(MemberNameDto)) { sealed }: MemberNameDto): Promise<void> {
    await this.names.keep({ agency, member, sealed }, await this.clock.now());
  }

  @Get('names')
  ofTeam(@Caller() { agency }: Actor): Promise<MemberNameView[]> {
    return this.names.of(agency);
  }
}
