import { Body, Controller, Inject, Post } from '@nestjs/common';
import type { SignInReply } from '@lateral/contracts';
import { SignIn } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { valueOf } from '../http/problem.js';
import { AUDIENCE } from '../ports.js';
import { SignInDto } from './sign-in.dto.js';

@Controller('v1/sign-in')
export class SignInController {
  constructor(private readonly signIn: SignIn, @Inject(AUDIENCE) private readonly audience: string) {}

  @Post()
  async start(@Body(new BodyPipe(SignInDto)) { assertion }: SignInDto): Promise<SignInReply> {
    return valueOf(await this.signIn.carryOut({ assertion, audience: this.audience }));
  }
}
