import type { AgreementApproval, AgreementsReply, AgreementView, ApproveAgreementBody, ProposeAgreementBody } from '@lateral/contracts';
import { AGENCY_TYPES, NATIONS, PURPOSES } from '@lateral/domain';
import type { AgencyType, Nation, Purpose } from '@lateral/domain';
import { AGREEMENT_KINDS, RETENTION_CLASSES, SECURITY_MARKINGS, TERM_CODES } from '@lateral/domain/agreements';
import type { AgreementDocument, AgreementKind, Clause, OfferedStack, RetentionClass, SecurityMarking, TermCode, Who } from '@lateral/domain/agreements';
import { HANDLING_LIMITS } from '@lateral/domain/justification';
import type { HandlingLimit } from '@lateral/domain/justification';
import { Code, Day, Digest, Exactly, List, ListOfNested, Name, Nested, OneOf, OrNull, Text, Time, Whole } from '../http/rules.js';

/** Words of an agreement are its template's own, word for word: the act refuses any others, so nobody can write about a person in here. Half a surrogate pair is no text: nothing with one in it has a digest. */
const WORDS = /^(?:[^\u0000-\u001f\u007f\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])*$/;
const CATEGORY = /^[a-z]+\.(?:\*|[a-z0-9_]+)$/;
/** A kind and at most three short groups: it stands in audit records and replies, where no sentence may. */
const REFERENCE = /^(?:DSA|ISP|SA)-[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,8}){0,2}$/;
const CLAUSE_NUMBER = /^[1-9][0-9]*(?:\.[1-9][0-9]*)*$/;
const MOST_PARTIES = 200;
const MOST_CLAUSES = 60;
const MOST_CATEGORIES = 300;

export class WordsDto {
  @Text(WORDS, 4_000) en!: string;
  @Text(WORDS, 4_000) cy!: string;
}

export class PartyDto {
  @Name() agency!: string;
}

export class WhoDto implements Who {
  @List(0, AGENCY_TYPES.length) @OneOf(AGENCY_TYPES, { each: true }) types!: AgencyType[];
  @List(0, MOST_PARTIES) @Name({ each: true }) agencies!: string[];
}

export class OfferedStackDto implements OfferedStack {
  @OneOf(['asking', 'sharing']) side!: OfferedStack['side'];
  @List(0, AGENCY_TYPES.length) @OneOf(AGENCY_TYPES, { each: true }) types!: AgencyType[];
  @OrNull() @List(0, PURPOSES.length) @OneOf(PURPOSES, { each: true }) purposes!: Purpose[] | null;
  @Code() stack!: string;
}

export class WindowMonthsDto {
  @Whole(1, 1_200) usual!: number;
  @OrNull() @Whole(1, 1_200) longest!: number | null;
}

export class ClauseDto implements Clause {
  @Text(CLAUSE_NUMBER, 12) number!: string;
  @Nested(() => WordsDto) title!: WordsDto;
  @OneOf(['asking', 'sharing', 'both']) direction!: Clause['direction'];
  @List(1, PURPOSES.length) @OneOf(PURPOSES, { each: true }) purposes!: Purpose[];
  @List(1, MOST_CATEGORIES) @Text(CATEGORY, 60, { each: true }) categories!: string[];
  @OrNull() @Nested(() => WhoDto) askers!: WhoDto | null;
  @OrNull() @Nested(() => WhoDto) answerers!: WhoDto | null;
  @ListOfNested(0, MOST_CLAUSES, () => OfferedStackDto) defaultStacks!: OfferedStackDto[];
  @Nested(() => WindowMonthsDto) windowMonths!: WindowMonthsDto;
  @List(0, HANDLING_LIMITS.length) @OneOf(HANDLING_LIMITS, { each: true }) handling!: HandlingLimit[];
  @List(0, MOST_CLAUSES) @Code({ each: true }) packs!: string[];
  @OrNull() @OneOf(RETENTION_CLASSES) retentionClass!: RetentionClass | null;
}

export class TermDto {
  @OneOf(TERM_CODES) code!: TermCode;
  @Nested(() => WordsDto) text!: WordsDto;
}

export class MarkingDto {
  @OneOf(SECURITY_MARKINGS) marking!: SecurityMarking;
}

export class AgreementDocumentDto implements AgreementDocument {
  @Exactly(1) v!: 1;
  @Exactly('agreement') type!: 'agreement';
  @Text(REFERENCE, 32) reference!: string;
  @Whole(1, 1_000_000) version!: number;
  @OneOf(AGREEMENT_KINDS) kind!: AgreementKind;
  @Nested(() => WordsDto) title!: WordsDto;
  @List(1, NATIONS.length) @OneOf(NATIONS, { each: true }) nations!: Nation[];
  @ListOfNested(2, MOST_PARTIES, () => PartyDto) parties!: PartyDto[];
  @ListOfNested(1, MOST_CLAUSES, () => ClauseDto) clauses!: ClauseDto[];
  @ListOfNested(0, TERM_CODES.length, () => TermDto) terms!: TermDto[];
  @Nested(() => MarkingDto) handling!: MarkingDto;
  @OneOf(RETENTION_CLASSES) retentionClass!: RetentionClass;
  @Day() review!: string;
  @Day() inForceFrom!: string;
  @Day() expires!: string;
  @OrNull() @Code() template!: string | null;
  @OrNull() @Digest() previousDigest!: string | null;
}

export class ProposeAgreementDto implements ProposeAgreementBody {
  @Nested(() => AgreementDocumentDto) document!: AgreementDocumentDto;
}

export class ApproveAgreementDto implements ApproveAgreementBody {
  @Digest() digest!: string;
}

export class AgreementApprovalDto implements AgreementApproval {
  @Name() agency!: string;
  @Name() member!: string;
  @Time() at!: string;
}

export class AgreementViewDto implements AgreementView {
  @Nested(() => AgreementDocumentDto) document!: AgreementDocumentDto;
  @Digest() digest!: string;
  @OneOf(['proposed', 'published']) state!: AgreementView['state'];
  @ListOfNested(0, MOST_PARTIES, () => AgreementApprovalDto) approvals!: AgreementApprovalDto[];
  @OrNull() @Time() publishedAt!: string | null;
  @OrNull() @Whole(7, 90) expiresWithin!: 90 | 30 | 7 | null;
}

export class AgreementsReplyDto implements AgreementsReply {
  @ListOfNested(0, 100, () => AgreementViewDto) agreements!: AgreementViewDto[];
  @OrNull() @Text(/^[A-Za-z0-9_-]+$/, 200) next!: string | null;
}
