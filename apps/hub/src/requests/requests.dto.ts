import type { CorrectRequestBody, JudgedReply, OverrideReviewBody, OverrideView, RecordOnlyBody, RecordOnlyReply, SubmitResponseBody, TellOutcomeBody } from '@lateral/contracts';
import { MOST_HEADING_BYTES } from '@lateral/contracts';
import { REFERENCE_PATTERN } from '@lateral/domain';
import { OVERRIDE_REASONS, RECORD_ONLY_REASONS, REVIEW_FINDINGS } from '@lateral/domain/justification';
import type { OverrideReason, RecordOnlyReason, ReviewFinding } from '@lateral/domain/justification';
import { Bytes, Code, Id, List, Name, Nested, OneOf, Optional, OrNull, Text, Time, Whole } from '../http/rules.js';
import { MOST_VERSION, RequestStandingDto } from '../checks/checks.dto.js';
import { ShareJudgementDto } from '../envelopes/judgement.dto.js';
import { SealedEnvelopeDto } from '../envelopes/sealed-envelope.dto.js';

export class CorrectRequestDto implements CorrectRequestBody {
  @Whole(1, MOST_VERSION) version!: number;
  @Nested(() => SealedEnvelopeDto) envelope!: SealedEnvelopeDto;
  @Optional() @Bytes(1, MOST_HEADING_BYTES) heading?: string;
}

export class SubmitResponseDto implements SubmitResponseBody {
  @Whole(1, MOST_VERSION) version!: number;
  @Nested(() => SealedEnvelopeDto) envelope!: SealedEnvelopeDto;
}

export class TellOutcomeDto implements TellOutcomeBody {
  @Nested(() => SealedEnvelopeDto) envelope!: SealedEnvelopeDto;
}

/** Where the request stands, and what the hub made of the share. */
export class JudgedReplyDto extends RequestStandingDto implements JudgedReply {
  @Nested(() => ShareJudgementDto) judgement!: ShareJudgementDto;
}

export class RecordOnlyDto implements RecordOnlyBody {
  @OneOf(RECORD_ONLY_REASONS) reason!: RecordOnlyReason;
  @Nested(() => SealedEnvelopeDto) envelope!: SealedEnvelopeDto;
}

export class RecordOnlyReplyDto implements RecordOnlyReply {
  @Id() message!: string;
}

export class OverrideReviewDto implements OverrideReviewBody {
  @OneOf(REVIEW_FINDINGS) finding!: ReviewFinding;
  @Nested(() => SealedEnvelopeDto) envelope!: SealedEnvelopeDto;
}

export class OverrideViewDto implements OverrideView {
  @Id() request!: string;
  @Id() message!: string;
  @Id() check!: string;
  @Text(REFERENCE_PATTERN, 14) reference!: string;
  @Name() asking!: string;
  @Name() asked!: string;
  @OneOf(OVERRIDE_REASONS) reason!: OverrideReason;
  @List(0, 64) @Code({ each: true }) findings!: string[];
  @Time() usedAt!: string;
  @Name() usedBy!: string;
  @Time() reviewDue!: string;
  @OrNull() @Time() reviewedAt!: string | null;
  @OrNull() @OneOf(REVIEW_FINDINGS) finding!: ReviewFinding | null;
}
