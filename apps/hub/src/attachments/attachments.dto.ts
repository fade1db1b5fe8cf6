import { MAX_ATTACHMENT_BYTES } from '@lateral/contracts';
import { Digest, Whole } from '../http/rules.js';

export class StoredAttachmentDto {
  @Whole(1, MAX_ATTACHMENT_BYTES) length!: number;
  @Digest() digest!: string;
}
