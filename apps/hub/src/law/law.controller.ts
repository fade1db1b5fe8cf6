import { Controller, Get, Param, Query } from '@nestjs/common';
import type { CatalogueReply, DeadlinesReply, QuestionPacksReply } from '@lateral/contracts';
import { ReadLaw } from '@lateral/exchange';
import { codeInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { catalogueQuery } from '../http/query.js';
import type { CatalogueQueryDto } from '../http/query.js';

/** By what shares are judged and timed. The catalogue is open to all: law is no secret, and whoever verifies evidence needs it. */
@Controller('v1')
export class LawController {
  constructor(private readonly readLaw: ReadLaw) {}

  @Get('catalogue')
  catalogue(@Query(catalogueQuery) query: CatalogueQueryDto): Promise<CatalogueReply> {
    return this.readLaw.catalogue(query.at ?? null);
  }

  @Get('catalogue/versions/:version')
  async version(@Param('version', codeInPath) version: string, @Query(catalogueQuery) query: CatalogueQueryDto): Promise<CatalogueReply> {
    return valueOf(await this.readLaw.version(version, query.at ?? null));
  }

  @Get('question-packs')
  packs(): Promise<QuestionPacksReply> {
    return this.readLaw.packs();
  }

  @Get('deadlines')
  deadlines(): Promise<DeadlinesReply> {
    return this.readLaw.deadlines();
  }
}
