import type { CatalogueReply, DeadlinesReply, QuestionPacksReply } from '@lateral/contracts';
import { AGENCY_TYPES, NATIONS, REFUSAL_GROUNDS, THRESHOLDS } from '@lateral/domain';
import type { AgencyType, Nation, Threshold } from '@lateral/domain';
import { CONSENT_ROLES, DATA_CLASSES, FAMILIES, ROW_KINDS, ROW_MARKS } from '@lateral/domain/catalogue';
import type { CatalogueDocument, CatalogueRow, ConsentRole, DataClass, DefaultStack, Family, InForce, RowKind, RowMark, StackAlternative } from '@lateral/domain/catalogue';
import type { Calendar, DeadlinePolicy, Hours, WorkingWeek } from '@lateral/domain/deadlines';
import type { QuestionPack } from '@lateral/domain/packs';
import { Anything, Code, Day, Digest, Flag, List, ListOfNested, Nested, OneOf, Optional, OrNull, Text, Whole } from '../http/rules.js';

/** Words of our own configuration. */
const WORDS = /^[^\u0000-\u001f\u007f]*$/;
const MOST_ROWS = 2_000;
const STATUSES = ['sourced', 'check'] as const;
const SUBJECTS = ['child', 'adult', 'both'] as const;
const CLOCK_TIME = /^[0-2]\d:[0-5]\d$/;

export class LawWordsDto {
  @Text(WORDS, 2_000) en!: string;
  @Text(WORDS, 2_000) cy!: string;
}

export class InForceDto implements InForce {
  @OrNull() @Day() from!: string | null;
  @OrNull() @Day() to!: string | null;
  @Optional() @Flag() announced?: boolean;
  @Optional() @Flag() begun?: boolean;
}

export class InForceByNationDto {
  @Optional() @Nested(() => InForceDto) E?: InForceDto;
  @Optional() @Nested(() => InForceDto) W?: InForceDto;
}

export class CatalogueRowDto implements CatalogueRow {
  @Code() code!: string;
  @OneOf(FAMILIES) family!: Family;
  @OneOf(ROW_KINDS) kind!: RowKind;
  @Nested(() => LawWordsDto) name!: LawWordsDto;
  @Text(WORDS, 500) citation!: string;
  @OrNull() @Text(WORDS, 500) url!: string | null;
  @Nested(() => InForceByNationDto) inForce!: InForceByNationDto;
  @OneOf(SUBJECTS) subject!: CatalogueRow['subject'];
  @OrNull() @List(0, AGENCY_TYPES.length) @OneOf(AGENCY_TYPES, { each: true }) sharers!: AgencyType[] | null;
  @List(0, AGENCY_TYPES.length) @OneOf(AGENCY_TYPES, { each: true }) commissionedOnly!: AgencyType[];
  @List(0, AGENCY_TYPES.length) @OneOf(AGENCY_TYPES, { each: true }) barredSharers!: AgencyType[];
  @OrNull() @List(0, AGENCY_TYPES.length) @OneOf(AGENCY_TYPES, { each: true }) recipients!: AgencyType[] | null;
  @OrNull() @Flag() publicAuthority!: boolean | null;
  @List(0, MOST_ROWS) @Code({ each: true }) requiresAll!: string[];
  @List(0, MOST_ROWS) @Code({ each: true }) requiresAny!: string[];
  @List(0, MOST_ROWS) @Code({ each: true }) excludes!: string[];
  @OneOf(['never', 'always', 'unless_to_competent_authority']) policyDocument!: CatalogueRow['policyDocument'];
  @OneOf(CONSENT_ROLES) consentRole!: ConsentRole;
  @List(0, REFUSAL_GROUNDS.length) @OneOf(REFUSAL_GROUNDS, { each: true }) refusalGrounds!: string[];
  @Flag() refusalNeedsWrittenReasons!: boolean;
  @List(0, ROW_MARKS.length) @OneOf(ROW_MARKS, { each: true }) marks!: RowMark[];
  @List(0, DATA_CLASSES.length) @OneOf(DATA_CLASSES, { each: true }) dataClasses!: DataClass[];
  @List(0, 20) @Code({ each: true }) needsFreeText!: string[];
  @Flag() offered!: boolean;
  @OrNull() @Nested(() => LawWordsDto) note!: LawWordsDto | null;
  @List(0, 40) @Text(WORDS, 200, { each: true }) source!: string[];
  @OneOf(STATUSES) status!: CatalogueRow['status'];
  @OrNull() @Text(WORDS, 200) reviewedBy!: string | null;
  @OrNull() @Day() reviewedOn!: string | null;
}

export class GatewaysByNationDto {
  @Optional() @List(0, 40) @Code({ each: true }) E?: string[];
  @Optional() @List(0, 40) @Code({ each: true }) W?: string[];
}

export class AuthorityByNationDto {
  @Optional() @Code() E?: string;
  @Optional() @Code() W?: string;
}

export class StackAlternativeDto implements StackAlternative {
  @Nested(() => LawWordsDto) name!: LawWordsDto;
  @OrNull() @Flag() publicAuthority!: boolean | null;
  @Flag() commissionedOnly!: boolean;
  @Optional() @Code() regime?: string;
  @Optional() @List(0, 40) @Code({ each: true }) art6?: string[];
  @Optional() @List(0, 40) @Code({ each: true }) art9?: string[];
  @Optional() @List(0, 40) @Code({ each: true }) sch1?: string[];
  @Optional() @List(0, 40) @Code({ each: true }) art10?: string[];
  @Optional() @List(0, 40) @Code({ each: true }) p3?: string[];
  @Optional() @List(0, 40) @Code({ each: true }) confidentiality?: string[];
  @Optional() @List(0, 40) @Code({ each: true }) hra?: string[];
  @Optional() @Nested(() => GatewaysByNationDto) gateway?: GatewaysByNationDto;
  @Optional() @Nested(() => AuthorityByNationDto) s36Authority?: AuthorityByNationDto;
}

export class DefaultStackDto implements DefaultStack {
  @Code() code!: string;
  @Nested(() => LawWordsDto) name!: LawWordsDto;
  @List(1, NATIONS.length) @OneOf(NATIONS, { each: true }) nations!: Nation[];
  @OneOf(SUBJECTS) subject!: DefaultStack['subject'];
  @OrNull() @List(0, AGENCY_TYPES.length) @OneOf(AGENCY_TYPES, { each: true }) sharers!: AgencyType[] | null;
  @OneOf(['asking', 'sharing', 'both']) direction!: DefaultStack['direction'];
  @OrNull() @List(0, THRESHOLDS.length) @OneOf(THRESHOLDS, { each: true }) thresholds!: Threshold[] | null;
  @Flag() emergency!: boolean;
  @Code() regime!: string;
  @List(0, 40) @Code({ each: true }) art6!: string[];
  @List(0, 40) @Code({ each: true }) art9!: string[];
  @List(0, 40) @Code({ each: true }) sch1!: string[];
  @List(0, 40) @Code({ each: true }) art10!: string[];
  @List(0, 40) @Code({ each: true }) p3!: string[];
  @List(0, 40) @Code({ each: true }) confidentiality!: string[];
  @List(0, 40) @Code({ each: true }) hra!: string[];
  @Nested(() => GatewaysByNationDto) gateway!: GatewaysByNationDto;
  @Nested(() => AuthorityByNationDto) s36Authority!: AuthorityByNationDto;
  @ListOfNested(0, 20, () => StackAlternativeDto) alternatives!: StackAlternativeDto[];
  @List(0, 40) @Text(WORDS, 200, { each: true }) source!: string[];
  @OneOf(STATUSES) status!: DefaultStack['status'];
}

export class CatalogueDocumentDto implements CatalogueDocument {
  @Code() version!: string;
  @ListOfNested(1, MOST_ROWS, () => CatalogueRowDto) rows!: CatalogueRowDto[];
  @ListOfNested(0, MOST_ROWS, () => DefaultStackDto) stacks!: DefaultStackDto[];
}

export class CodesByNationDto {
  @List(0, MOST_ROWS) @Code({ each: true }) E!: string[];
  @List(0, MOST_ROWS) @Code({ each: true }) W!: string[];
}

export class CatalogueReplyDto implements CatalogueReply {
  @Digest() digest!: string;
  @Day() at!: string;
  @Nested(() => CatalogueDocumentDto) document!: CatalogueDocumentDto;
  @Nested(() => CodesByNationDto) inForce!: CodesByNationDto;
}

export class NamedCodeDto {
  @Code() code!: string;
  @Nested(() => LawWordsDto) name!: LawWordsDto;
}

export class DataCategoryDto extends NamedCodeDto {
  @Nested(() => LawWordsDto) prompt!: LawWordsDto;
}

export class QuestionPackDto implements QuestionPack {
  @Code() code!: string;
  @Nested(() => LawWordsDto) name!: LawWordsDto;
  @List(0, AGENCY_TYPES.length) @OneOf(AGENCY_TYPES, { each: true }) agencyTypes!: AgencyType[];
  @Whole(1, 1_200) defaultWindowMonths!: number;
  @ListOfNested(0, 100, () => NamedCodeDto) systems!: NamedCodeDto[];
  @ListOfNested(0, 100, () => DataCategoryDto) categories!: DataCategoryDto[];
  @List(0, 40) @Text(WORDS, 200, { each: true }) source!: string[];
  @OneOf(STATUSES) status!: QuestionPack['status'];
}

export class QuestionPacksReplyDto implements QuestionPacksReply {
  @ListOfNested(0, 100, () => QuestionPackDto) packs!: QuestionPackDto[];
}

export class WorkingWeekDto implements WorkingWeek {
  @List(1, 7) days!: number[];
  @Text(CLOCK_TIME, 5) from!: string;
  @Text(CLOCK_TIME, 5) to!: string;
}

export class HoursDto implements Hours {
  @Anything() value!: number;
  @OneOf(['calendar', 'working']) clock!: Hours['clock'];
}

export class HoursByUrgencyDto {
  @Nested(() => HoursDto) red!: HoursDto;
  @Nested(() => HoursDto) amber!: HoursDto;
  @Nested(() => HoursDto) green!: HoursDto;
}

export class DeadlinePolicyDto implements DeadlinePolicy {
  @Code() code!: string;
  @Nested(() => LawWordsDto) name!: LawWordsDto;
  @OneOf(['posted_at', 'received_at']) clockStart!: DeadlinePolicy['clockStart'];
  @Nested(() => HoursByUrgencyDto) hours!: HoursByUrgencyDto;
  @Nested(() => WorkingWeekDto) workingWeek!: WorkingWeekDto;
  /** By kind of agency or by agency. */
  @Anything() agencyWeeks!: DeadlinePolicy['agencyWeeks'];
  @Anything() agencyHours!: DeadlinePolicy['agencyHours'];
  @Code() calendar!: string;
  @List(0, 40) @Text(WORDS, 200, { each: true }) source!: string[];
  @OneOf(STATUSES) status!: DeadlinePolicy['status'];
}

export class HolidayDto {
  @Day() day!: string;
  @Nested(() => LawWordsDto) name!: LawWordsDto;
  @OneOf(STATUSES) status!: 'sourced' | 'check';
}

export class CalendarDto implements Calendar {
  @Code() code!: string;
  @Nested(() => LawWordsDto) name!: LawWordsDto;
  @ListOfNested(0, MOST_ROWS, () => HolidayDto) holidays!: HolidayDto[];
  @Whole(1_900, 2_200) from!: number;
  @Whole(1_900, 2_200) to!: number;
  @List(0, 40) @Text(WORDS, 200, { each: true }) source!: string[];
}

export class DeadlinesReplyDto implements DeadlinesReply {
  @Nested(() => DeadlinePolicyDto) policy!: DeadlinePolicyDto;
  @Nested(() => CalendarDto) calendar!: CalendarDto;
}
