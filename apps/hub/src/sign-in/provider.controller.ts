import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ReturnFromProvider, SignOutByProvider, StartAtProvider } from '@lateral/exchange';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BodyPipe } from '../http/body.js';
import { ProblemError } from '../http/problem.js';
import { Cookies, type SignInNotice } from './cookies.js';
import { StartQueryDto } from './people.dto.js';
import { ProviderAway } from './provider/openid-providers.js';

/** There is one place to come back to, so nobody can name another. */
const LANDING = '/';
/** In a tab of its own, because the one that asked holds unlocked keys: it says so to that one and can be closed. */
const LANDING_AGAIN = '/signed-in-again';
const FOUND = 303;
const startQuery = new BodyPipe(StartQueryDto);
const MOST_TOKEN = 8_000;

/** People come in through their own agency's provider, and go out when it says so. Whatever fails ends on the landing page with a code. */
@Controller('v1/sign-in')
export class ProviderController {
  constructor(private readonly provider: StartAtProvider, private readonly back: ReturnFromProvider, private readonly out: SignOutByProvider, private readonly cookies: Cookies) {}

  @Get('start')
  async start(@Query(startQuery) { agency }: StartQueryDto, @Res() reply: FastifyReply): Promise<void> {
    const started = await this.orAway(() => this.provider.signIn(agency));
    if (started === null) return this.land(reply, 'provider-away');
    if (!started.ok) return this.land(reply, 'no-provider');
    this.cookies.keepStart(reply, started.value.browserSecret);
    void reply.redirect(started.value.location, FOUND);
  }

  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = request.url.split('?', 2)[1] ?? '';
    const returned = await this.orAway(() => this.back.carryOut({ query, browserSecret: this.cookies.start(request), token: this.cookies.session(request) }));
    this.cookies.endStart(reply);
    if (returned === null) return this.land(reply, 'provider-away');
    if (!returned.ok) return this.land(reply, returned.reason);
    this.cookies.keepSession(reply, returned.token);
    void reply.redirect(returned.again ? LANDING_AGAIN : LANDING, FOUND);
  }

  @Post('back-channel-logout')
  @HttpCode(200)
  async logout(@Body() body: unknown): Promise<void> {
    const tokens = typeof body === 'string' ? new URLSearchParams(body).getAll('logout_token') : [];
    const [token] = tokens;
    if (tokens.length !== 1 || token === undefined || token.length > MOST_TOKEN || !(await this.out.carryOut(token))) throw new ProblemError('unreadable-request');
  }

  private land(reply: FastifyReply, notice: SignInNotice): void {
    this.cookies.notice(reply, notice);
    void reply.redirect(LANDING, FOUND);
  }

  private async orAway<T>(act: () => Promise<T>): Promise<T | null> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof ProviderAway) return null;
      throw error;
    }
  }
}
