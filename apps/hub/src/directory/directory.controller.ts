import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { MOST_FILES_AT_ONCE, type PartnershipFile, type Roster, type SignedDocument, type TeamKeyCopy } from '@lateral/contracts';
import type { Actor, DirectoryStore } from '@lateral/exchange';
import { Caller } from '../http/door.js';
import { agencyInPath } from '../http/path.js';
import { foundOr404, ProblemError } from '../http/problem.js';
import { partnershipVersionsQuery } from '../http/query.js';
import type { PartnershipVersionsQueryDto } from '../http/query.js';
import { DIRECTORY_STORE } from '../ports.js';

/** The hub's cache of signed documents. A client believes none of it that the pinned root does not vouch for. */
@Controller('v1')
export class DirectoryController {
  constructor(@Inject(DIRECTORY_STORE) private readonly directory: DirectoryStore) {}

  @Get('partnership')
  async partnership(): Promise<SignedDocument<PartnershipFile>> {
    const file = await this.directory.partnership();
    // Anyone may ask for it, and without it nothing works: that it is not there yet is no secret.
    if (file === null) throw new ProblemError('unavailable');
    return file;
  }

  @Get('partnership/versions')
  versions(@Query(partnershipVersionsQuery) { from }: PartnershipVersionsQueryDto): Promise<SignedDocument<PartnershipFile>[]> {
    return this.directory.partnershipVersions(Number(from ?? 1), MOST_FILES_AT_ONCE);
  }

  @Get('agencies/:agency/roster')
  async roster(@Param('agency', agencyInPath) agency: string): Promise<SignedDocument<Roster>> {
    return foundOr404(await this.directory.roster(agency));
  }

  @Get('team-key-copies/mine')
  copies(@Caller() actor: Actor): Promise<TeamKeyCopy[]> {
    return this.directory.teamKeyCopies(actor.agency, actor.member);
  }
}
