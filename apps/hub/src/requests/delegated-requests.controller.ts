import { Controller, Get, Query } from '@nestjs/common';
import type { DelegatedRequestView, Page } from '@lateral/contracts';
import { ListDelegated } from '@lateral/exchange';
import type { Actor } from '@lateral/exchange';
import { Caller } from '../http/door.js';
import { pageOf, pageQuery } from '../http/query.js';
import type { PageQueryDto } from '../http/query.js';

/** What was put to an agency whose office is closed, as the agency sees it that reads for it. */
@Controller('v1/delegated-requests')
export class DelegatedRequestsController {
  constructor(private readonly listDelegated: ListDelegated) {}

  @Get()
  list(@Caller() actor: Actor, @Query(pageQuery) query: PageQueryDto): Promise<Page<DelegatedRequestView>> {
    return this.listDelegated.carryOut(actor, pageOf(query));
  }
}
