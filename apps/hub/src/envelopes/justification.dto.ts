import { DIRECTIONS } from '@lateral/contracts';
import type { Direction, JustificationRecord, LawfulStack, ResponseCodes } from '@lateral/contracts';
import { AGENCY_TYPES, LESS_INTRUSIVE, PURPOSES, REFUSAL_GROUNDS, RESPONSE_TYPES, SUBJECT_ROLES, THRESHOLDS, URGENCIES } from '@lateral/domain';
import type { LessIntrusive, Purpose, RefusalGround, ResponseType, SubjectRole, Threshold, Urgency } from '@lateral/domain';
import { Bytes, Code, Day, Exactly, Flag, Id, List, ListOfNested, Name, Nested, OneOf, OrNull, Text, Time, Whole } from '../http/rules.js';

/** People of one check by pseudonym: `p1` and on. */
const PSEUDONYM = /^[a-z]{1,2}[0-9]{1,3}$/;
const MOST_CODES = 8;
const MOST_POWERS = 16;
const MOST_SUBJECTS = 64;
const MOST_SYSTEMS = 32;
const CONSENT_SOUGHT = ['yes', 'no', 'not_appropriate'] as const;
const INFORMED = ['yes', 'no', 'later'] as const;

export class PolicyDocumentDto {
  @Code() id!: string;
  @Code() version!: string;
  @Day() reviewDate!: string;
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

export class ConsentDto {
  @OneOf(CONSENT_SOUGHT) sought!: (typeof CONSENT_SOUGHT)[number];
  @OrNull() @Code() outcome!: string | null;
  @OrNull() @Code() notSoughtReason!: string | null;
  @OneOf(INFORMED) informed!: (typeof INFORMED)[number];
}

export class ResponseCodesDto implements ResponseCodes {
  @OneOf(RESPONSE_TYPES) type!: ResponseType;
  @OrNull() @OneOf(REFUSAL_GROUNDS) refusalGround!: RefusalGround | null;
  @List(0, MOST_SYSTEMS) @Code({ each: true }) systems!: string[];
  @List(0, MOST_SUBJECTS) @Text(PSEUDONYM, 5, { each: true }) searched!: string[];
  @Whole(0, 500) items!: number;
  @Flag() withheld!: boolean;
  @OrNull() @Time() until!: string | null;
  @OrNull() @OneOf(AGENCY_TYPES) redirectTo!: string | null;
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
  @OneOf(THRESHOLDS) threshold!: Threshold;
  @ListOfNested(0, MOST_SUBJECTS, () => SubjectDto) subjects!: SubjectDto[];
  @List(0, MOST_SUBJECTS) @Code({ each: true }) categories!: string[];
  @OrNull() @Nested(() => WindowDto) window!: WindowDto | null;
  @Flag() specialCategory!: boolean;
  @Flag() criminalOffence!: boolean;
  @Nested(() => LawfulStackDto) stack!: LawfulStackDto;
  @OrNull() @OneOf(LESS_INTRUSIVE) lessIntrusive!: LessIntrusive | null;
  @OrNull() @Nested(() => ConsentDto) consent!: ConsentDto | null;
  @OrNull() @Nested(() => ResponseCodesDto) response!: ResponseCodesDto | null;
  @Bytes(16, 16) salt!: string;
}
