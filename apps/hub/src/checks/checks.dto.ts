import type { CheckStanding, CheckView, CloseCheckBody, EnvelopeView, OpenCheckBody, RecordDecisionBody, RequestStanding, RequestView, WithdrawBody } from '@lateral/contracts';
import { AGENCY_TYPES, CHECK_STATES, NOTICE_STATES, REFERENCE_PATTERN, REQUEST_STATES, URGENCIES, WITHDRAWAL_REASONS } from '@lateral/domain';
import type { AgencyType, CheckState, NoticeState, RequestState, Urgency, WithdrawalReason } from '@lateral/domain';
import { Code, Id, ListOfNested, Name, Nested, OneOf, OrNull, Text, Time, Whole } from '../http/rules.js';
import { SealedEnvelopeDto } from '../envelopes/sealed-envelope.dto.js';

/** Agencies that one check may ask. With the limits of an envelope it fits the body limit of `http/limits.ts`. */
export const MOST_REQUESTS = 12;
export const MOST_VERSION = 1_000_000;

export class NewRequestDto {
  @Id() id!: string;
  @Name() agency!: string;
  @Time() dueAt!: string;
  @Nested(() => SealedEnvelopeDto) envelope!: SealedEnvelopeDto;
}

export class OpenCheckDto implements OpenCheckBody {
  @Id() id!: string;
  @OneOf(URGENCIES) urgency!: Urgency;
  @ListOfNested(1, MOST_REQUESTS, () => NewRequestDto) requests!: NewRequestDto[];
}

export class RecordDecisionDto implements RecordDecisionBody {
  @Whole(1, MOST_VERSION) version!: number;
  @Nested(() => SealedEnvelopeDto) envelope!: SealedEnvelopeDto;
}

export class WithdrawDto implements WithdrawBody {
  @Whole(1, MOST_VERSION) version!: number;
  @OneOf(WITHDRAWAL_REASONS) reason!: WithdrawalReason;
}

export class CloseCheckDto implements CloseCheckBody {
  @Whole(1, MOST_VERSION) version!: number;
}

export class CheckStandingDto implements CheckStanding {
  @Id() id!: string;
  @Text(REFERENCE_PATTERN, 14) reference!: string;
  @OneOf(CHECK_STATES) state!: CheckState;
  @Whole(1, MOST_VERSION) version!: number;
}

export class RequestStandingDto implements RequestStanding {
  @Id() id!: string;
  @Id() check!: string;
  @Text(REFERENCE_PATTERN, 14) reference!: string;
  @OneOf(REQUEST_STATES) state!: RequestState;
  @Whole(1, MOST_VERSION) version!: number;
}

export class EnvelopeViewDto implements EnvelopeView {
  @Id() id!: string;
  @Code() type!: string;
  @Name() from!: string;
  @OrNull() @Name() to!: string | null;
  @Time() createdAt!: string;
  @OrNull() @Time() collectedAt!: string | null;
  @OrNull() @Id() supersededBy!: string | null;
}

export class RequestViewDto implements RequestView {
  @Id() id!: string;
  @Id() check!: string;
  @Text(REFERENCE_PATTERN, 14) reference!: string;
  @Name() asking!: string;
  @Name() asked!: string;
  @OneOf(AGENCY_TYPES) askedType!: AgencyType;
  @OneOf(URGENCIES) urgency!: Urgency;
  @OneOf(REQUEST_STATES) state!: RequestState;
  @Whole(1, MOST_VERSION) version!: number;
  @OneOf(NOTICE_STATES) notice!: NoticeState;
  @Time() sentAt!: string;
  @Time() dueAt!: string;
  @OrNull() @Time() acknowledgedAt!: string | null;
  @OrNull() @Time() endedAt!: string | null;
  @ListOfNested(0, 1_000, () => EnvelopeViewDto) envelopes!: EnvelopeViewDto[];
}

export class CheckViewDto implements CheckView {
  @Id() id!: string;
  @Text(REFERENCE_PATTERN, 14) reference!: string;
  @OneOf(URGENCIES) urgency!: Urgency;
  @OneOf(CHECK_STATES) state!: CheckState;
  @Whole(1, MOST_VERSION) version!: number;
  @Time() openedAt!: string;
  @OrNull() @Time() decidedAt!: string | null;
  @OrNull() @Time() closedAt!: string | null;
  @ListOfNested(0, MOST_REQUESTS, () => RequestViewDto) requests!: RequestViewDto[];
  @OrNull() @Nested(() => EnvelopeViewDto) decision!: EnvelopeViewDto | null;
}
