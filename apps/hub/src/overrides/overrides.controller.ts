import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { OverrideView, Page, RecordOnlyReply } from '@lateral/contracts';
import { KeepRecordOnly, ListOverrides, ReviewOverride } from '@lateral/exchange';
import type { Actor, Attempt } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { idInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { overridesQuery, pageOf } from '../http/query.js';
import type { OverridesQueryDto } from '../http/query.js';
import { OverrideReviewDto, RecordOnlyDto } from '../requests/requests.dto.js';

/** Records that go to nobody: why something was not asked or shared, and emergency overrides put in order afterwards. */
@Controller('v1')
export class OverridesController {
  constructor(
    private readonly listOverrides: ListOverrides,
    private readonly reviewOverride: ReviewOverride,
    private readonly keepRecordOnly: KeepRecordOnly,
  ) {}

  @Get('override-reviews')
  list(@Caller() actor: Actor, @Query(overridesQuery) query: OverridesQueryDto): Promise<Page<OverrideView>> {
    return this.listOverrides.carryOut(actor, { ...pageOf(query), open: query.open === 'true' });
  }

  @Post('override-reviews/:envelope')
  async review(@Caller() actor: Actor, @Write() attempt: Attempt, @Param('envelope', idInPath) envelope: string, @Body(new BodyPipe(OverrideReviewDto)) body: OverrideReviewDto): Promise<RecordOnlyReply> {
    return valueOf(await this.reviewOverride.carryOut(actor, attempt, envelope, body));
  }

  @Post('records-only')
  async keep(@Caller() actor: Actor, @Write() attempt: Attempt, @Body(new BodyPipe(RecordOnlyDto)) body: RecordOnlyDto): Promise<RecordOnlyReply> {
    return valueOf(await this.keepRecordOnly.carryOut(actor, attempt, body));
  }
}
