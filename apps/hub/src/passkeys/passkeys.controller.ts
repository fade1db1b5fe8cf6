import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { PasskeyOptionsReply, PasskeyView } from '@lateral/contracts';
import { BeginPasskey, DisablePasskey, EnrolPasskey, ListPasskeys } from '@lateral/exchange';
import type { Actor, Attempt, Present } from '@lateral/exchange';
import { nothingInBody } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { idInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { Person } from '../step-up/present.js';
import { PrfFreePipe } from './no-prf.js';
import { EnrolPasskeyDto } from './passkeys.dto.js';

/** A member's own passkeys, by their public halves. */
@Controller('v1/passkeys')
export class PasskeysController {
  constructor(private readonly begin: BeginPasskey, private readonly enrolPasskey: EnrolPasskey, private readonly listPasskeys: ListPasskeys, private readonly disablePasskey: DisablePasskey) {}

  /** A retry gives another challenge: neither does anything by itself. */
  @Post('options')
  async options(@Person() person: Present, @Write() _attempt: unknown, @Body(nothingInBody) _body: unknown): Promise<PasskeyOptionsReply> {
    return valueOf(await this.begin.carryOut(person));
  }

  @Post()
  async enrol(@Person() person: Present, @Write() attempt: Attempt, @Body(new PrfFreePipe(EnrolPasskeyDto)) body: EnrolPasskeyDto): Promise<PasskeyView> {
    return valueOf(await this.enrolPasskey.carryOut(person, attempt, body));
  }

  @Get()
  list(@Caller() actor: Actor): Promise<PasskeyView[]> {
    return this.listPasskeys.carryOut(actor);
  }

  @Delete(':passkey')
  @HttpCode(204)
  async disable(@Person() person: Present, @Param('passkey', idInPath) passkey: string): Promise<void> {
    valueOf(await this.disablePasskey.carryOut(person, passkey));
  }
}
