import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { AgreementsReply, AgreementView } from '@lateral/contracts';
import { ApproveAgreement, ProposeAgreement, ReadAgreements } from '@lateral/exchange';
import type { Actor } from '@lateral/exchange';
import { BodyPipe } from '../http/body.js';
import { Caller, Write } from '../http/door.js';
import { codeInPath, versionInPath } from '../http/path.js';
import { valueOf } from '../http/problem.js';
import { pageOf, pageQuery } from '../http/query.js';
import type { PageQueryDto } from '../http/query.js';
import { ApproveAgreementDto, ProposeAgreementDto } from './agreements.dto.js';

/** Information sharing agreements of the caller's agency: put forward by one signatory, in use once a second party's has approved. */
@Controller('v1/agreements')
export class AgreementsController {
  constructor(
    private readonly read: ReadAgreements,
    private readonly proposeAgreement: ProposeAgreement,
    private readonly approveAgreement: ApproveAgreement,
  ) {}

  @Get()
  all(@Caller() actor: Actor, @Query(pageQuery) query: PageQueryDto): Promise<AgreementsReply> {
    return this.read.all(actor, pageOf(query));
  }

  @Get(':agreement')
  async one(@Caller() actor: Actor, @Param('agreement', codeInPath) agreement: string, @Query(pageQuery) query: PageQueryDto): Promise<AgreementsReply> {
    return valueOf(await this.read.one(actor, agreement, pageOf(query)));
  }

  @Post()
  async propose(@Caller() actor: Actor, @Write() _attempt: unknown, @Body(new BodyPipe(ProposeAgreementDto)) body: ProposeAgreementDto): Promise<AgreementView> {
    return valueOf(await this.proposeAgreement.carryOut(actor, body));
  }

  @Post(':agreement/versions/:version/approval')
  async approve(
    @Caller() actor: Actor, @Write() _attempt: unknown, @Param('agreement', codeInPath) agreement: string, @Param('version', versionInPath) version: number,
    @Body(new BodyPipe(ApproveAgreementDto)) body: ApproveAgreementDto,
  ): Promise<AgreementView> {
    return valueOf(await this.approveAgreement.carryOut(actor, agreement, version, body));
  }
}
