import type { AgreementExtract, EvidenceEnvelope, EvidencePack } from '@lateral/contracts';
import { MAX_CONTENT_BYTES, MAX_NARRATIVE_BYTES } from '@lateral/contracts';
import { REFERENCE_PATTERN } from '@lateral/domain';
import { Bytes, Code, Day, Digest, Exactly, Id, List, ListOfNested, Name, Nested, OrNull, Text, Whole } from '../http/rules.js';
import { CatalogueDocumentDto } from '../law/law.dto.js';
import { SignedRosterDto, SignedStatementDto } from '../directory/directory.dto.js';
import { MOST_NOTE, NOTE_PATTERN, ReceiptDto } from '../envelopes/envelopes.dto.js';
import { JustificationRecordDto } from '../envelopes/justification.dto.js';
import { ShareJudgementDto } from '../envelopes/judgement.dto.js';
import { EnvelopeHeaderDto } from '../envelopes/sealed-envelope.dto.js';

export class EvidenceNoticeDto {
  @Text(NOTE_PATTERN, 2_000) en!: string;
  @Text(NOTE_PATTERN, 2_000) cy!: string;
}

export class EvidenceCheckDto {
  @Id() id!: string;
  @Text(REFERENCE_PATTERN, 14) reference!: string;
}

export class EvidenceEnvelopeDto implements EvidenceEnvelope {
  @Nested(() => EnvelopeHeaderDto) header!: EnvelopeHeaderDto;
  @Bytes(1, 1_500) signature!: string;
  @Nested(() => JustificationRecordDto) justification!: JustificationRecordDto;
  @OrNull() @Nested(() => ShareJudgementDto) judgement!: ShareJudgementDto | null;
  @OrNull() @Bytes(1, MAX_CONTENT_BYTES) content!: string | null;
  @OrNull() @Bytes(1, MAX_NARRATIVE_BYTES) narrative!: string | null;
}

export class ExtractedClauseDto {
  @Code() number!: string;
  @List(0, 100) @Code({ each: true }) purposes!: string[];
  @List(0, 1_000) @Text(NOTE_PATTERN, 60, { each: true }) categories!: string[];
}

export class AgreementExtractDto implements AgreementExtract {
  @Code() reference!: string;
  @Whole(1, 1_000_000) version!: number;
  @Digest() digest!: string;
  @Day() inForceFrom!: string;
  @Day() expires!: string;
  @Nested(() => ExtractedClauseDto) clause!: ExtractedClauseDto;
}

export class EvidenceConsistencyDto {
  @Text(NOTE_PATTERN, MOST_NOTE) from!: string;
  @List(0, 64) @Text(NOTE_PATTERN, 64, { each: true }) path!: string[];
}

export class EvidencePackDto implements EvidencePack {
  @Exactly(1) v!: 1;
  @Exactly('evidence') type!: 'evidence';
  @Nested(() => EvidenceNoticeDto) notice!: EvidenceNoticeDto;
  @ListOfNested(1, 5_000, () => SignedStatementDto) agencies!: SignedStatementDto[];
  @ListOfNested(1, 5_000, () => SignedRosterDto) rosters!: SignedRosterDto[];
  @Name() agency!: string;
  @Nested(() => EvidenceCheckDto) check!: EvidenceCheckDto;
  @ListOfNested(0, 10_000, () => EvidenceEnvelopeDto) envelopes!: EvidenceEnvelopeDto[];
  @ListOfNested(0, 1_000, () => CatalogueDocumentDto) catalogues!: CatalogueDocumentDto[];
  @ListOfNested(0, 1_000, () => AgreementExtractDto) agreements!: AgreementExtractDto[];
  @ListOfNested(0, 100_000, () => ReceiptDto) receipts!: ReceiptDto[];
  @Text(NOTE_PATTERN, MOST_NOTE) checkpoint!: string;
  @ListOfNested(0, 1_000, () => EvidenceConsistencyDto) consistency!: EvidenceConsistencyDto[];
}
