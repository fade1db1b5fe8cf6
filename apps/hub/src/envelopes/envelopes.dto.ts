import { EVENT_NAMES, MOST_HEADING_BYTES, OPENING_REFUSALS, WITNESS_STATES } from '@lateral/contracts';
import type { CollectHeadingsBody, EventName, HandOverReply, HeadingsReply, OpeningRefusal, Receipt, ReceiptsReply, SealedHeading, WitnessState } from '@lateral/contracts';
import { MOST_STEP_UP_OBJECTS } from '@lateral/domain/access';
import { SEALED_FIELDS } from '@lateral/domain/justification';
import type { SealedField } from '@lateral/domain/justification';
import { Bytes, Flag, Id, List, ListOfNested, Nested, OneOf, Optional, OrNull, Text, Whole } from '../http/rules.js';
import { SchemaAlso } from '../http/json-schema.js';
import { RequestStandingDto } from '../checks/checks.dto.js';
import { SealedEnvelopeDto } from './sealed-envelope.dto.js';

/** Text as C2SP formats and canonical JSON have it: any character, within the length. */
export const NOTE_PATTERN = /^[\s\S]*$/;
export const MOST_NOTE = 20_000;
/** Steps of the verification that a client makes before it shows anything. */
const VERIFICATION_STEPS = 8;

/** What the client did with what it was handed: shown, or refused at a step of its verification and why. */
@SchemaAlso({
  if: { properties: { shown: { const: true } }, required: ['shown'] },
  then: { properties: { step: false, reason: false } },
  // What does not match can only be said of what was opened.

  else: { required: ['step', 'reason'], properties: { mismatched: false } },
})
export class OpeningDto {
  @Flag() shown!: boolean;
  @Optional() @Whole(1, VERIFICATION_STEPS) step?: number;
  @Optional() @OneOf(OPENING_REFUSALS) reason?: OpeningRefusal;
  /** Sealed fields whose words are not what the sealing client had said of them. */
  @Optional() @List(1, SEALED_FIELDS.length) @OneOf(SEALED_FIELDS, { each: true }) mismatched?: SealedField[];
}

/** As many at once as one gesture may name. */
export class CollectHeadingsDto implements CollectHeadingsBody {
  @List(1, MOST_STEP_UP_OBJECTS) @Id({ each: true }) envelopes!: string[];
}

export class SealedHeadingDto implements SealedHeading {
  @Id() envelope!: string;
  @Bytes(1, MOST_HEADING_BYTES) sealed!: string;
}

export class HeadingsReplyDto implements HeadingsReply {
  @ListOfNested(0, MOST_STEP_UP_OBJECTS, () => SealedHeadingDto) headings!: SealedHeadingDto[];
}

export class ReceiptDto implements Receipt {
  @Id() id!: string;
  @OneOf(EVENT_NAMES) event!: EventName;
  @Text(NOTE_PATTERN, MOST_NOTE) record!: string;
  @Bytes(32, 32) salt!: string;
  @OneOf(WITNESS_STATES) state!: WitnessState;
  @OrNull() @Whole(0, Number.MAX_SAFE_INTEGER) index!: number | null;
  @OrNull() @Text(NOTE_PATTERN, MOST_NOTE) proof!: string | null;
}

export class HandOverReceiptsDto {
  @Nested(() => ReceiptDto) share!: ReceiptDto;
  @Nested(() => ReceiptDto) handOver!: ReceiptDto;
}

export class HandOverReplyDto implements HandOverReply {
  @Nested(() => SealedEnvelopeDto) envelope!: SealedEnvelopeDto;
  @OrNull() @Nested(() => RequestStandingDto) request!: RequestStandingDto | null;
  @Nested(() => HandOverReceiptsDto) receipts!: HandOverReceiptsDto;
  @OneOf(WITNESS_STATES) witness!: WitnessState;
}

export class ReceiptsReplyDto implements ReceiptsReply {
  @ListOfNested(0, 100_000, () => ReceiptDto) receipts!: ReceiptDto[];
  @Text(NOTE_PATTERN, MOST_NOTE) checkpoint!: string;
}

