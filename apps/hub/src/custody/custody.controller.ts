import { Body, Controller, Get, HttpCode, Inject, Put } from '@nestjs/common';
import type { CustodyCopy, RecoveryKit } from '@lateral/contracts';
import { RecoveryKits } from '@lateral/exchange';
import type { Actor, CustodyStore } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller } from '../http/door.js';
import { foundOr404, valueOf } from '../http/problem.js';
import { CUSTODY_STORE } from '../ports.js';
import { RecoveryKitDto } from './custody.dto.js';

/** An agency's key as it is locked for its custodians, and under paper shares. */
@Controller('v1')
export class CustodyController {
  constructor(private readonly kits: RecoveryKits, @Inject(CUSTODY_STORE) private readonly custody: CustodyStore) {}

  @Get('custody-copies/mine')
  async copy(@Caller() { agency, member }: Actor): Promise<CustodyCopy> {
    return foundOr404(await this.custody.copyOf(agency, member));
  }

  @Put('recovery-kit')
  @HttpCode(204)
  async store(@Caller() actor: Actor, @Body(new BodyPipe(RecoveryKitDto)) kit: RecoveryKitDto): Promise<void> {
    valueOf(await this.kits.store(actor, kit));
  }

  @Get('recovery-kit')
  async fetch(@Caller() actor: Actor): Promise<RecoveryKit> {
    return valueOf(await this.kits.fetch(actor));
  }
}
