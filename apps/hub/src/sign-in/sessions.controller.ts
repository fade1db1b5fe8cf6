import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { MeReply, OneTimeCodeReply, SessionView } from '@lateral/contracts';
import { IssueOneTimeCode, OwnSessions, ReadMe } from '@lateral/exchange';
import type { Actor, Oneself } from '@lateral/exchange';
import type { FastifyReply } from 'fastify';
import { BodyPipe, nothingInBody } from '../http/body.js';
import { Caller, Self, Write } from '../http/door.js';
import { idInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { Cookies } from './cookies.js';
import { OneTimeCodeDto } from './people.dto.js';

/**
 * Somebody's own sessions, and the custodian's way to let a colleague in. Ending what has ended is nothing, and a second code makes the
 * first void: neither needs its earlier attempt to be remembered, so the key of a write is asked for and not kept.
 */
@Controller('v1')
export class SessionsController {
  constructor(private readonly sessions: OwnSessions, private readonly readMe: ReadMe, private readonly codes: IssueOneTimeCode, private readonly cookies: Cookies) {}

  @Get('me')
  async me(@Self() oneself: Oneself): Promise<MeReply> {
    return valueOf(await this.readMe.carryOut(oneself));
  }

  @Get('sessions')
  list(@Self() oneself: Oneself): Promise<SessionView[]> {
    return this.sessions.list(oneself);
  }

  @Delete('sessions')
  @HttpCode(204)
  endOthers(@Self() oneself: Oneself): Promise<void> {
    return this.sessions.endOthers(oneself);
  }

  @Delete('sessions/:session')
  @HttpCode(204)
  async end(@Self() oneself: Oneself, @Param('session', idInPath) session: string): Promise<void> {
    valueOf(await this.sessions.end(oneself, session));
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Self() oneself: Oneself, @Write() _: unknown, @Body(nothingInBody) __: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(oneself);
    this.cookies.endSession(reply);
  }

  @Post('one-time-codes')
  async issueCode(@Caller() actor: Actor, @Write() _: unknown, @Body(new BodyPipe(OneTimeCodeDto)) { member }: OneTimeCodeDto): Promise<OneTimeCodeReply> {
    return valueOf(await this.codes.carryOut(actor, member));
  }
}
