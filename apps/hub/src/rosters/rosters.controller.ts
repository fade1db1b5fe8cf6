import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { MOST_ROSTERS_AT_ONCE, type Roster, type RosterProposalView, type RosterStandingReply, type SignedDocument } from '@lateral/contracts';
import { CosignRoster, ProposeRoster } from '@lateral/exchange';
import type { Actor, RosterStore } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { agencyInPath, versionInPath } from '../http/path.js';
import { foundOr404, valueOf } from '../http/problem.js';
import { rosterVersionsQuery } from '../http/query.js';
import type { RosterVersionsQueryDto } from '../http/query.js';
import { ROSTER_STORE } from '../ports.js';
import { RosterCosignatureDto, RosterProposalDto } from './rosters.dto.js';

/** Agencies change their own rosters here; whoever reads one checks it against the one before. */
@Controller('v1')
export class RostersController {
  constructor(private readonly propose: ProposeRoster, private readonly cosign: CosignRoster, @Inject(ROSTER_STORE) private readonly rosters: RosterStore) {}

  @Get('agencies/:agency/rosters')
  async versions(@Param('agency', agencyInPath) agency: string, @Query(rosterVersionsQuery) { from }: RosterVersionsQueryDto): Promise<SignedDocument<Roster>[]> {
    return this.rosters.versions(agency, Number(from ?? 1), MOST_ROSTERS_AT_ONCE);
  }

  @Get('roster-proposals')
  async waiting(@Caller() { agency }: Actor): Promise<RosterProposalView> {
    const { version, digest, body, proposedBy, proposedAt } = foundOr404(await this.rosters.proposal(agency));
    return { agency, version, digest, ...body, proposedBy, proposedAt: proposedAt.toISOString() };
  }

  @Post('roster-proposals')
  async putForward(@Caller() actor: Actor, @Write() _attempt: unknown, @Body(new BodyPipe(RosterProposalDto)) body: RosterProposalDto): Promise<RosterStandingReply> {
    return valueOf(await this.propose.carryOut(actor, body));
  }

  @Post('roster-proposals/:version/cosignature')
  async sign(@Caller() actor: Actor, @Write() _attempt: unknown, @Param('version', versionInPath) version: number, @Body(new BodyPipe(RosterCosignatureDto)) { signature }: RosterCosignatureDto): Promise<RosterStandingReply> {
    return valueOf(await this.cosign.carryOut(actor, version, signature));
  }
}
