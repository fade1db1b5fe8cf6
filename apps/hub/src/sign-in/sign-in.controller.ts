import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { SignInAgency, SignInReply } from '@lateral/contracts';
import { SignIn, SignInByCode } from '@lateral/exchange';
import type { FastifyReply } from 'fastify';
import { BodyPipe } from '../http/body.js';
import { valueOf } from '../http/problem.js';
import { AUDIENCE } from '../ports.js';
import { Cookies } from './cookies.js';
import { CodeSignInDto } from './people.dto.js';
import { SignInAgencies } from './sign-in-agencies.js';
import { SignInDto } from './sign-in.dto.js';

@Controller('v1/sign-in')
export class SignInController {
  constructor(
    private readonly signIn: SignIn, private readonly byCode: SignInByCode, private readonly cookies: Cookies, private readonly agencies: SignInAgencies,
    @Inject(AUDIENCE) private readonly audience: string,
  ) {}

  @Post()
  async start(@Body(new BodyPipe(SignInDto)) { assertion }: SignInDto): Promise<SignInReply> {
    return valueOf(await this.signIn.carryOut({ assertion, audience: this.audience }));
  }

  @Get('agencies')
  list(): Promise<SignInAgency[]> {
    return this.agencies.read();
  }

  /** The token leaves in the cookie and nowhere else. */
  @Post('code')
  @HttpCode(204)
  async withCode(@Body(new BodyPipe(CodeSignInDto)) body: CodeSignInDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { token } = valueOf(await this.byCode.carryOut(body));
    this.cookies.keepSession(reply, token);
  }
}
