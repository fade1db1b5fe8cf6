import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import type { LockedKey } from '@lateral/contracts';
import { LockKey } from '@lateral/exchange';
import type { Actor, LockedKeyStore } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller } from '../http/door.js';
import { foundOr404, valueOf } from '../http/problem.js';
import { LOCKED_KEY_STORE } from '../ports.js';
import { LockedKeyDto } from './locked-keys.dto.js';

/** A member's personal key, locked by their client. Only its owner is given it. */
@Controller('v1/locked-keys/mine')
export class LockedKeysController {
  constructor(private readonly lock: LockKey, @Inject(LOCKED_KEY_STORE) private readonly lockedKeys: LockedKeyStore) {}

  @Get()
  async mine(@Caller() { agency, member }: Actor): Promise<LockedKey> {
    return foundOr404(await this.lockedKeys.find(agency, member));
  }

  @Put()
  async store(@Caller() actor: Actor, @Body(new BodyPipe(LockedKeyDto)) key: LockedKeyDto): Promise<{ version: number }> {
    return valueOf(await this.lock.carryOut(actor, key));
  }
}
