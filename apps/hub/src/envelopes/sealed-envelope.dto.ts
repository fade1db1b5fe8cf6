import { MAX_ATTACHMENT_BYTES, MAX_CONTENT_BYTES, MAX_NARRATIVE_BYTES, MESSAGE_TYPES, MOST_OFFICERS, SUITE } from '@lateral/contracts';
import type { EnvelopeContext, EnvelopeHeader, MessageType, OfficerReader, Reader, SealedEnvelope, SealedPart } from '@lateral/contracts';
import { Bytes, Digest, Exactly, Fingerprint, Id, ListOfNested, Name, Nested, OneOf, Optional, OrNull, Time, Whole } from '../http/rules.js';
import { JustificationRecordDto } from './justification.dto.js';

/** A message is addressed to one agency; a decision to nobody but its own team. */
const MOST_READERS = 1;
const MOST_DELEGATES = 16;
/** A detached OpenPGP signature: 119 bytes with our keys; other tools may add subpackets. */
const MOST_SIGNATURE_BYTES = 1_500;

export class ReaderDto implements Reader {
  @Name() agency!: string;
  @Fingerprint() team!: string;
  @Fingerprint() epoch!: string;
}

export class OfficerReaderDto implements OfficerReader {
  @Name() agency!: string;
  @Fingerprint() officer!: string;
  @Fingerprint() epoch!: string;
}

export class EnvelopeSenderDto {
  @Name() agency!: string;
  @Fingerprint() signer!: string;
}

export class EnvelopeContextDto implements EnvelopeContext {
  @Exactly(1) v!: 1;
  @Exactly(SUITE) suite!: typeof SUITE;
  @OneOf(MESSAGE_TYPES) type!: MessageType;
  @Name() partnership!: string;
  @Id() check!: string;
  @OrNull() @Id() request!: string | null;
  @Id() message!: string;
  @Nested(() => EnvelopeSenderDto) from!: EnvelopeSenderDto;
  @ListOfNested(0, MOST_READERS, () => ReaderDto) to!: ReaderDto[];
  @Optional() @ListOfNested(1, MOST_DELEGATES, () => ReaderDto) delegates?: ReaderDto[];
  @Nested(() => ReaderDto) self!: ReaderDto;
  @ListOfNested(0, MOST_OFFICERS, () => OfficerReaderDto) officers!: OfficerReaderDto[];
  @OrNull() @Digest() inReplyTo!: string | null;
  @OrNull() @Id() corrects!: string | null;
  @Digest() justification!: string;
  @Time() created!: string;
  @Time() expires!: string;
}

export class SealedContentDto implements SealedPart {
  @Digest() digest!: string;
  @Whole(1, MAX_CONTENT_BYTES) length!: number;
}

export class SealedNarrativeDto implements SealedPart {
  @Digest() digest!: string;
  @Whole(1, MAX_NARRATIVE_BYTES) length!: number;
}

export class SealedAttachmentDto implements SealedPart {
  @Id() id!: string;
  @Digest() digest!: string;
  @Whole(1, MAX_ATTACHMENT_BYTES) length!: number;
}

export class EnvelopeHeaderDto implements EnvelopeHeader {
  @Exactly(1) v!: 1;
  @Nested(() => EnvelopeContextDto) context!: EnvelopeContextDto;
  @Nested(() => SealedContentDto) content!: SealedContentDto;
  @Nested(() => SealedNarrativeDto) narrative!: SealedNarrativeDto;
  @OrNull() @Nested(() => SealedAttachmentDto) attachment!: SealedAttachmentDto | null;
}

/** An envelope as it travels: what the hub may read is coded and signed, the rest is ciphertext. */
export class SealedEnvelopeDto implements SealedEnvelope {
  @Nested(() => EnvelopeHeaderDto) header!: EnvelopeHeaderDto;
  @Bytes(1, MOST_SIGNATURE_BYTES) signature!: string;
  @Bytes(1, MAX_CONTENT_BYTES) content!: string;
  @Bytes(1, MAX_NARRATIVE_BYTES) narrative!: string;
  @Nested(() => JustificationRecordDto) justification!: JustificationRecordDto;
}
