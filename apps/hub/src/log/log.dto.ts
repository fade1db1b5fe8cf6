import type { CheckpointReply, ConsistencyReply, CosignatureReply, CosignatureRequest } from '@lateral/contracts';
import { Flag, List, Text, Whole } from '../http/rules.js';
import { MOST_NOTE, NOTE_PATTERN } from '../envelopes/envelopes.dto.js';

/** A C2SP signature line: em dash, key name, base64. */
const SIGNATURE_LINE = /^\u2014 [A-Za-z0-9][A-Za-z0-9._/+-]{0,199} [A-Za-z0-9+/]{1,400}={0,2}\n?$/;

export class CheckpointReplyDto implements CheckpointReply {
  @Whole(0, Number.MAX_SAFE_INTEGER) size!: number;
  @Text(NOTE_PATTERN, MOST_NOTE) checkpoint!: string;
}

export class ConsistencyReplyDto implements ConsistencyReply {
  @Whole(0, Number.MAX_SAFE_INTEGER) from!: number;
  @Whole(0, Number.MAX_SAFE_INTEGER) to!: number;
  @List(0, 64) @Text(NOTE_PATTERN, 64, { each: true }) path!: string[];
  @Text(NOTE_PATTERN, MOST_NOTE) checkpoint!: string;
}

export class CosignatureDto implements CosignatureRequest {
  @Whole(1, Number.MAX_SAFE_INTEGER) size!: number;
  @Text(SIGNATURE_LINE, 640) line!: string;
}

export class CosignatureReplyDto implements CosignatureReply {
  @Flag() accepted!: boolean;
}
