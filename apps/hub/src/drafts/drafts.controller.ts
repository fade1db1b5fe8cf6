import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import type { DraftReply, DraftStanding, DraftView } from '@lateral/contracts';
import { Drafts, KeepDraft } from '@lateral/exchange';
import type { Actor } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller } from '../http/door.js';
import { idInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { DraftDto } from './drafts.dto.js';

/** What people are writing, sealed by their clients. */
@Controller('v1/drafts')
export class DraftsController {
  constructor(private readonly keepDraft: KeepDraft, private readonly drafts: Drafts) {}

  @Get()
  list(@Caller() actor: Actor): Promise<DraftView[]> {
    return this.drafts.list(actor);
  }

  @Get(':draft')
  async read(@Caller() actor: Actor, @Param('draft', idInPath) draft: string): Promise<DraftReply> {
    return valueOf(await this.drafts.read(actor, draft));
  }

  @Put(':draft')
  async keep(@Caller() actor: Actor, @Param('draft', idInPath) draft: string, @Body(new BodyPipe(DraftDto)) body: DraftDto): Promise<DraftStanding> {
    return valueOf(await this.keepDraft.carryOut(actor, draft, body));
  }

  @Delete(':draft')
  @HttpCode(204)
  async remove(@Caller() actor: Actor, @Param('draft', idInPath) draft: string): Promise<void> {
    valueOf(await this.drafts.remove(actor, draft));
  }
}
