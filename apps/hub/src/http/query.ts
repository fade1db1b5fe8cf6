import { HELD_FILTERS } from '@lateral/contracts';
import type { HeldFilter } from '@lateral/contracts';
import { CHECK_STATES, REQUEST_STATES } from '@lateral/domain';
import type { CheckState, RequestState } from '@lateral/domain';
import type { PageQuery } from '@lateral/exchange';
import { BodyPipe } from './body.js';
import { DEFAULT_PAGE } from './limits.js';
import { Day, OneOf, Optional, Text } from './rules.js';

/** Where a page begins: what the page before gave as `next`. Opaque to clients. */
const CURSOR = /^[A-Za-z0-9_-]+$/;
const UP_TO_100 = /^(?:[1-9][0-9]?|100)$/;
const POSITION = /^(?:0|[1-9][0-9]{0,15})$/;

export class PageQueryDto {
  @Optional() @Text(UP_TO_100, 3) limit?: string;
  @Optional() @Text(CURSOR, 200) after?: string;
}

export class InboxQueryDto {
  @Optional() @Text(UP_TO_100, 3) limit?: string;
  @Optional() @Text(CURSOR, 200) after?: string;
  @Optional() @OneOf(REQUEST_STATES) state?: RequestState;
  /** What the caller has, or what nobody has. */
  @Optional() @OneOf(HELD_FILTERS) held?: HeldFilter;
}

export class ChecksQueryDto {
  @Optional() @Text(UP_TO_100, 3) limit?: string;
  @Optional() @Text(CURSOR, 200) after?: string;
  @Optional() @OneOf(CHECK_STATES) state?: CheckState;
  @Optional() @OneOf(HELD_FILTERS) held?: HeldFilter;
}

export class EvidenceQueryDto {
  @Optional() @OneOf(['true', 'false']) content?: 'true' | 'false';
}

export class CatalogueQueryDto {
  @Optional() @Day() at?: string;
}

export class OverridesQueryDto {
  @Optional() @Text(UP_TO_100, 3) limit?: string;
  @Optional() @Text(CURSOR, 200) after?: string;
  /** Only those that wait for their review. */
  @Optional() @OneOf(['true', 'false']) open?: 'true' | 'false';
}

export class ConsistencyQueryDto {
  @Text(POSITION, 16) from!: string;
  @Optional() @Text(POSITION, 16) to?: string;
}

export class KeyLogQueryDto {
  @Text(POSITION, 16) from!: string;
}

export class RosterVersionsQueryDto {
  @Optional() @Text(POSITION, 6) from?: string;
}

export class PartnershipVersionsQueryDto {
  @Optional() @Text(POSITION, 6) from?: string;
}

export const pageQuery = new BodyPipe(PageQueryDto);
export const checksQuery = new BodyPipe(ChecksQueryDto);
export const inboxQuery = new BodyPipe(InboxQueryDto);
export const evidenceQuery = new BodyPipe(EvidenceQueryDto);
export const catalogueQuery = new BodyPipe(CatalogueQueryDto);
export const overridesQuery = new BodyPipe(OverridesQueryDto);
export const consistencyQuery = new BodyPipe(ConsistencyQueryDto);
export const rosterVersionsQuery = new BodyPipe(RosterVersionsQueryDto);
export const partnershipVersionsQuery = new BodyPipe(PartnershipVersionsQueryDto);
export const keyLogQuery = new BodyPipe(KeyLogQueryDto);

export function pageOf({ limit, after }: PageQueryDto): PageQuery {
  return { limit: limit === undefined ? DEFAULT_PAGE : Number(limit), after: after ?? null };
}
