import type { AnswerCodes, AskFurtherBody, CheckStanding, CheckView, CloseCheckBody, DelegatedRequestView, EnvelopeView, MoveDueTimeBody, NewRequestBody, OpenCheckBody, PostedReply, PostedRequest, RateCheckBody, RecordDecisionBody, RequestStanding, RequestView, WithdrawBody } from '@lateral/contracts';
import { MOST_HEADING_BYTES } from '@lateral/contracts';
import { AGENCY_TYPES, CHECK_STATES, NOTICE_STATES, REFERENCE_PATTERN, REQUEST_STATES, RESPONSE_TYPES, URGENCIES, WITHDRAWAL_REASONS } from '@lateral/domain';
import type { AgencyType, CheckState, NoticeState, RequestState, ResponseType, Urgency, WithdrawalReason } from '@lateral/domain';
import { DUE_MOVE_REASONS, RATING_REASONS } from '@lateral/domain/justification';
import type { DueMoveReason, RatingReason } from '@lateral/domain/justification';
import { MOST_REQUESTS } from '@lateral/exchange';
import { Bytes, Code, Id, ListOfNested, Name, Nested, OneOf, Optional, OrNull, Text, Time, Whole } from '../http/rules.js';
import { ShareJudgementDto } from '../envelopes/judgement.dto.js';
import { SealedEnvelopeDto } from '../envelopes/sealed-envelope.dto.js';

export const MOST_VERSION = 1_000_000;

/** The rule of the deadline policy that gave a due time, or that it was moved and why. */
export const DUE_RULE_PATTERN = /^[A-Za-z0-9][A-Za-z0-9:._-]*$/;

export class NewRequestDto implements NewRequestBody {
  @Id() id!: string;
  @Name() agency!: string;
  @Nested(() => SealedEnvelopeDto) envelope!: SealedEnvelopeDto;
  @Optional() @Bytes(1, MOST_HEADING_BYTES) heading?: string;
}

export class OpenCheckDto implements OpenCheckBody {
  @Id() id!: string;
  @OneOf(URGENCIES) urgency!: Urgency;
  @Time() receivedAt!: string;
  @ListOfNested(1, MOST_REQUESTS, () => NewRequestDto) requests!: NewRequestDto[];
}

export class AskFurtherDto implements AskFurtherBody {
  @Whole(1, MOST_VERSION) version!: number;
  @ListOfNested(1, MOST_REQUESTS, () => NewRequestDto) requests!: NewRequestDto[];
}

export class RateCheckDto implements RateCheckBody {
  @Whole(1, MOST_VERSION) version!: number;
  @OneOf(URGENCIES) urgency!: Urgency;
  @OneOf(RATING_REASONS) reason!: RatingReason;
}

export class MoveDueTimeDto implements MoveDueTimeBody {
  @Whole(1, MOST_VERSION) version!: number;
  @Time() dueAt!: string;
  @OneOf(DUE_MOVE_REASONS) reason!: DueMoveReason;
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

export class PostedRequestDto implements PostedRequest {
  @Id() id!: string;
  @Time() dueAt!: string;
  @Text(DUE_RULE_PATTERN, 120) dueRule!: string;
  @Nested(() => ShareJudgementDto) judgement!: ShareJudgementDto;
}

export class PostedReplyDto extends CheckStandingDto implements PostedReply {
  @ListOfNested(1, MOST_REQUESTS, () => PostedRequestDto) requests!: PostedRequestDto[];
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
  @OrNull() @Time() erasedAt!: string | null;
}

export class AnswerCodesDto implements AnswerCodes {
  @OneOf(RESPONSE_TYPES) type!: ResponseType;
  @Whole(0, 1_000) items!: number;
  @Time() at!: string;
  @Id() message!: string;
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
  @Text(DUE_RULE_PATTERN, 120) dueRule!: string;
  @OrNull() @Time() acknowledgedAt!: string | null;
  @OrNull() @Time() endedAt!: string | null;
  @OrNull() @Name() heldBy!: string | null;
  @OrNull() @Time() remindedAt!: string | null;
  @OrNull() @Time() escalatedAt!: string | null;
  @OrNull() @Nested(() => AnswerCodesDto) answer!: AnswerCodesDto | null;
  @ListOfNested(0, 1_000, () => EnvelopeViewDto) envelopes!: EnvelopeViewDto[];
}

export class DelegatedRequestViewDto implements DelegatedRequestView {
  @Id() id!: string;
  @Id() message!: string;
  @Id() check!: string;
  @Text(REFERENCE_PATTERN, 14) reference!: string;
  @Name() asking!: string;
  @Name() asked!: string;
  @OneOf(URGENCIES) urgency!: Urgency;
  @OneOf(REQUEST_STATES) state!: RequestState;
  @Time() sentAt!: string;
  @Time() dueAt!: string;
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
  @OrNull() @Name() openedBy!: string | null;
  @OrNull() @Name() heldBy!: string | null;
  @ListOfNested(0, MOST_REQUESTS, () => RequestViewDto) requests!: RequestViewDto[];
  @OrNull() @Nested(() => EnvelopeViewDto) decision!: EnvelopeViewDto | null;
}
