import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { GrantedStepUpReply, ProviderStepUpReply, StepUpReply } from '@lateral/contracts';
import { BeginStepUp, GrantByPasskey, StepUpByProvider } from '@lateral/exchange';
import type { Present } from '@lateral/exchange';
import type { FastifyReply } from 'fastify';
import { BodyPipe, nothingInBody } from '../http/body.js';
import { Write } from '../http/door.js';
import { idInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { PrfFreePipe } from '../passkeys/no-prf.js';
import { Cookies } from '../sign-in/cookies.js';
import { Person } from './present.js';
import { PasskeyAssertionDto, StepUpDto } from './step-up.dto.js';

/** A person shows again that it is they. A gesture is spent by its first use, so a retry of one is refused: ask for another. */
@Controller('v1/step-ups')
export class StepUpsController {
  constructor(private readonly beginStepUp: BeginStepUp, private readonly byPasskey: GrantByPasskey, private readonly byProvider: StepUpByProvider, private readonly cookies: Cookies) {}

  @Post()
  async begin(@Person() person: Present, @Write() _attempt: unknown, @Body(new BodyPipe(StepUpDto)) body: StepUpDto): Promise<StepUpReply> {
    return valueOf(await this.beginStepUp.carryOut(person, body));
  }

  @Post(':stepUp/passkey')
  async passkey(
    @Person() person: Present, @Write() _attempt: unknown, @Param('stepUp', idInPath) stepUp: string, @Body(new PrfFreePipe(PasskeyAssertionDto)) body: PasskeyAssertionDto,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<GrantedStepUpReply> {
    const { reply, token } = valueOf(await this.byPasskey.carryOut(person, stepUp, body));
    this.cookies.keepSession(response, token);
    return reply;
  }

  @Post(':stepUp/provider')
  async provider(
    @Person() person: Present, @Write() _attempt: unknown, @Param('stepUp', idInPath) stepUp: string, @Body(nothingInBody) _body: unknown, @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<ProviderStepUpReply> {
    const { location, browserSecret } = valueOf(await this.byProvider.start(person, stepUp));
    this.cookies.keepStart(response, browserSecret);
    return { location };
  }
}
