import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { KeyProofReply } from '@lateral/contracts';
import { ProveKey } from '@lateral/exchange';
import type { Present } from '@lateral/exchange';
import type { FastifyReply } from 'fastify';
import { BodyPipe, nothingInBody } from '../http/body.js';
import { Write } from '../http/door.js';
import { valueOf } from '../http/problem.js';
import { Person } from '../step-up/present.js';
import { Cookies } from './cookies.js';
import { KeyProofDto } from './people.dto.js';

/** Who came in with a one-time code proves that they hold the member's own key. A challenge is spent by its signature, so a retry is refused: ask for another. */
@Controller('v1/key-proofs')
export class KeyProofsController {
  constructor(private readonly proveKey: ProveKey, private readonly cookies: Cookies) {}

  @Post()
  async begin(@Person() person: Present, @Write() _: unknown, @Body(nothingInBody) __: unknown): Promise<KeyProofReply> {
    return valueOf(await this.proveKey.begin(person));
  }

  @Post('signature')
  @HttpCode(204)
  async prove(@Person() person: Present, @Write() _: unknown, @Body(new BodyPipe(KeyProofDto)) { signature }: KeyProofDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { token } = valueOf(await this.proveKey.carryOut(person, signature));
    this.cookies.keepSession(reply, token);
  }
}
