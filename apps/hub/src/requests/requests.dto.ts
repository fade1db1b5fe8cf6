import type { CorrectRequestBody, SubmitResponseBody, TellOutcomeBody } from '@lateral/contracts';
import { Nested, Whole } from '../http/rules.js';
import { MOST_VERSION } from '../checks/checks.dto.js';
import { SealedEnvelopeDto } from '../envelopes/sealed-envelope.dto.js';

export class CorrectRequestDto implements CorrectRequestBody {
  @Whole(1, MOST_VERSION) version!: number;
  @Nested(() => SealedEnvelopeDto) envelope!: SealedEnvelopeDto;
}

export class SubmitResponseDto implements SubmitResponseBody {
  @Whole(1, MOST_VERSION) version!: number;
  @Nested(() => SealedEnvelopeDto) envelope!: SealedEnvelopeDto;
}

export class TellOutcomeDto implements TellOutcomeBody {
  @Nested(() => SealedEnvelopeDto) envelope!: SealedEnvelopeDto;
}
