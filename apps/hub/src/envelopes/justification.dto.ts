import { DIRECTIONS } from '@lateral/contracts';
import type { Consent, Direction, ItemCodes, JustificationRecord, LawfulStack, ResponseCodes, SealedWords } from '@lateral/contracts';
import { AGENCY_TYPES, LESS_INTRUSIVE, PURPOSES, REFUSAL_GROUNDS, RESPONSE_TYPES, SUBJECT_ROLES, THRESHOLDS, URGENCIES } from '@lateral/domain';
import type { AgencyType, LessIntrusive, Purpose, RefusalGround, ResponseType, SubjectRole, Threshold, Urgency } from '@lateral/domain';
import {
  ACKNOWLEDGEMENT_REASONS, CAPACITY_FOUND, CONSENT_OUTCOMES, CONSENT_SOUGHT, FINDING_CODES, HANDLING_LIMITS, INFORMED, ITEM_NATURES, LENGTH_BANDS, LINTER_CODES, NOT_SOUGHT_REASONS, OVERRIDE_GROUNDS,
  OVERRIDE_REASONS, RESPONSE_DECISIONS, SEALED_FIELDS, SUBJECT_KINDS,
} from '@lateral/domain/justification';
import type {
  AcknowledgementReason, CapacityFound, ConsentOutcome, ConsentSought, HandlingLimit, Informed, ItemNature, LengthBand, NotSoughtReason, OverrideGround, OverrideReason, ResponseDecision,
  SealedField, SubjectKind,
} from '@lateral/domain/justification';
import { Bytes, Code, Day, Exactly, Flag, Id, List, ListOfNested, Name, Nested, OneOf, OrNull, Text, Time } from '../http/rules.js';

/** People of one check by pseudonym: `p1` and on; `other` is somebody outside it. */
const PSEUDONYM = /^[a-z]{1,2}[0-9]{1,3}$/;
const ABOUT = /^(?:[a-z]{1,2}[0-9]{1,3}|other)$/;
/** `i1`, or `r1i1` where its answer is named with it. */
const ITEM = /^(?:[a-z]{1,2}[0-9]{1,3}){1,2}$/;
/** A policy document by its number: letters enough to tell documents apart, too few for a sentence. */
export const POLICY_DOCUMENT = /^APD-[A-Z0-9]{1,6}(?:-[A-Z0-9]{1,6}){0,2}$/;
export const POLICY_VERSION = /^[0-9]{1,3}(?:\.[0-9]{1,3}){0,2}$/;
const MOST_CODES = 8;
const MOST_POWERS = 16;
const MOST_SUBJECTS = 64;
const MOST_SYSTEMS = 32;
const MOST_ITEMS = 200;
const MOST_THIRD_PARTIES = 64;

export class PolicyDocumentDto {
  @OrNull() @Text(POLICY_DOCUMENT, 24) id!: string | null;
  @OrNull() @Text(POLICY_VERSION, 11) version!: string | null;
  @OrNull() @Day() reviewDate!: string | null;
}

/** Codes of the law catalogue. Which go together is the catalogue's to say, not the shape's. */
export class LawfulStackDto implements LawfulStack {
  @OrNull() @Code() defaultStack!: string | null;
  @Code() regime!: string;
  @List(0, MOST_CODES) @Code({ each: true }) art6!: string[];
  @List(0, MOST_CODES) @Code({ each: true }) art9!: string[];
  @List(0, MOST_POWERS) @Code({ each: true }) sch1!: string[];
  @List(0, MOST_CODES) @Code({ each: true }) art10!: string[];
  @List(0, MOST_POWERS) @Code({ each: true }) p3!: string[];
  @OrNull() @Code() s36Authority!: string | null;
  @List(0, MOST_POWERS) @Code({ each: true }) gateway!: string[];
  @List(0, MOST_CODES) @Code({ each: true }) confidentiality!: string[];
  @List(0, MOST_CODES) @Code({ each: true }) hra!: string[];
  @OrNull() @OneOf(['a', 'b', 'c']) s118Reason!: 'a' | 'b' | 'c' | null;
  @OrNull() @Nested(() => PolicyDocumentDto) policyDocument!: PolicyDocumentDto | null;
  @OrNull() @Flag() wouldShareAnyway!: boolean | null;
  @Code() catalogueVersion!: string;
}

export class SubjectDto {
  @Text(PSEUDONYM, 5) subject!: string;
  @OneOf(SUBJECT_ROLES) role!: SubjectRole;
}

export class WindowDto {
  @Day() from!: string;
  @Day() to!: string;
}

export class ConsentDto implements Consent {
  @OneOf(CONSENT_SOUGHT) sought!: ConsentSought;
  @OrNull() @OneOf(CONSENT_OUTCOMES) outcome!: ConsentOutcome | null;
  @OrNull() @OneOf(NOT_SOUGHT_REASONS) notSoughtReason!: NotSoughtReason | null;
  @OneOf(INFORMED) informed!: Informed;
  @OrNull() @OneOf(CAPACITY_FOUND) capacity!: CapacityFound | null;
  @OrNull() @OneOf(OVERRIDE_GROUNDS) overrideGround!: OverrideGround | null;
}

export class ThirdPartyDto {
  @Flag() relevanceTicked!: boolean;
}

export class ItemCodesDto implements ItemCodes {
  @Text(ITEM, 10) item!: string;
  @Text(ABOUT, 5) about!: string;
  @OneOf(ITEM_NATURES) nature!: ItemNature;
  @Flag() relevance!: boolean;
  @OrNull() @OneOf(HANDLING_LIMITS) handling!: HandlingLimit | null;
  @OrNull() @Nested(() => ThirdPartyDto) thirdParty!: ThirdPartyDto | null;
}

export class WithheldDto {
  @Flag() withheld!: boolean;
  @List(0, MOST_SUBJECTS) @Code({ each: true }) categories!: string[];
}

export class ResponseCodesDto implements ResponseCodes {
  @OneOf(RESPONSE_TYPES) type!: ResponseType;
  @OneOf(RESPONSE_DECISIONS) decision!: ResponseDecision;
  @OrNull() @OneOf(REFUSAL_GROUNDS) refusalGround!: RefusalGround | null;
  @List(0, MOST_SYSTEMS) @Code({ each: true }) systems!: string[];
  @List(0, MOST_SUBJECTS) @Text(PSEUDONYM, 5, { each: true }) searched!: string[];
  @ListOfNested(0, MOST_ITEMS, () => ItemCodesDto) items!: ItemCodesDto[];
  @List(0, MOST_SUBJECTS) @Code({ each: true }) given!: string[];
  @Nested(() => WithheldDto) withheld!: WithheldDto;
  @OrNull() @Time() until!: string | null;
  @OrNull() @OneOf(AGENCY_TYPES) redirectTo!: AgencyType | null;
}

/** What the sealing client says about words that never come here. */
export class SealedWordsDto implements SealedWords {
  @OneOf(SEALED_FIELDS) field!: SealedField;
  @Flag() present!: boolean;
  @OneOf(LENGTH_BANDS) length!: LengthBand;
  @List(0, LINTER_CODES.length) @OneOf(LINTER_CODES, { each: true }) linter!: string[];
}

export class AcknowledgementDto {
  @OneOf(FINDING_CODES) finding!: string;
  @OneOf(ACKNOWLEDGEMENT_REASONS) reason!: AcknowledgementReason;
}

export class OverrideDto {
  @OneOf(OVERRIDE_REASONS) reason!: OverrideReason;
}

/** The record in clear. Codes only: the words behind them are in the sealed narrative. */
export class JustificationRecordDto implements JustificationRecord {
  @Exactly(1) v!: 1;
  @Exactly('justification') type!: 'justification';
  @OneOf(DIRECTIONS) direction!: Direction;
  @Id() check!: string;
  @OrNull() @Id() request!: string | null;
  @Id() message!: string;
  @Name() agency!: string;
  @OneOf(PURPOSES) purpose!: Purpose;
  @OneOf(URGENCIES) urgency!: Urgency;
  @OrNull() @OneOf(THRESHOLDS) threshold!: Threshold | null;
  @OneOf(SUBJECT_KINDS) subjectKind!: SubjectKind;
  @OrNull() @Time() strategyDiscussionAt!: string | null;
  @ListOfNested(0, MOST_SUBJECTS, () => SubjectDto) subjects!: SubjectDto[];
  @List(0, MOST_SUBJECTS) @Code({ each: true }) categories!: string[];
  @OrNull() @Nested(() => WindowDto) window!: WindowDto | null;
  @Flag() specialCategory!: boolean;
  @Flag() criminalOffence!: boolean;
  @Nested(() => LawfulStackDto) stack!: LawfulStackDto;
  @OrNull() @OneOf(LESS_INTRUSIVE) lessIntrusive!: LessIntrusive | null;
  @OrNull() @Nested(() => ConsentDto) consent!: ConsentDto | null;
  @ListOfNested(0, MOST_THIRD_PARTIES, () => ThirdPartyDto) thirdParties!: ThirdPartyDto[];
  @OrNull() @Nested(() => ResponseCodesDto) response!: ResponseCodesDto | null;
  @ListOfNested(0, SEALED_FIELDS.length, () => SealedWordsDto) words!: SealedWordsDto[];
  @ListOfNested(0, MOST_SUBJECTS, () => AcknowledgementDto) acknowledgements!: AcknowledgementDto[];
  @OrNull() @Nested(() => OverrideDto) override!: OverrideDto | null;
  @Bytes(16, 16) salt!: string;
}
