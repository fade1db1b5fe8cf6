import { DRAFT_KINDS, DRAFT_READERS, DRAFT_STATES, MOST_DRAFT_BYTES } from '@lateral/contracts';
import type { DraftBody, DraftKind, DraftReaders, DraftReply, DraftStanding, DraftState, DraftView } from '@lateral/contracts';
import { REFERENCE_PATTERN } from '@lateral/domain';
import { MOST_VERSION } from '../checks/checks.dto.js';
import { Bytes, Id, Name, OneOf, OrNull, Text, Time, Whole } from '../http/rules.js';

/** The hub cannot say what it is: it keeps what the writer's client sealed. */
export class DraftDto implements DraftBody {
  @OneOf(DRAFT_KINDS) kind!: DraftKind;
  @OrNull() @Text(REFERENCE_PATTERN, 14) check!: string | null;
  @OrNull() @Id() request!: string | null;
  @OneOf(DRAFT_READERS) readers!: DraftReaders;
  @OneOf(DRAFT_STATES) state!: DraftState;
  @Whole(0, MOST_VERSION) version!: number;
  @Bytes(1, MOST_DRAFT_BYTES) sealed!: string;
}

export class DraftViewDto implements DraftView {
  @Id() id!: string;
  @OneOf(DRAFT_KINDS) kind!: DraftKind;
  @OrNull() @Text(REFERENCE_PATTERN, 14) check!: string | null;
  @OrNull() @Id() request!: string | null;
  @OneOf(DRAFT_READERS) readers!: DraftReaders;
  @OneOf(DRAFT_STATES) state!: DraftState;
  @Name() by!: string;
  @Whole(1, MOST_VERSION) version!: number;
  @Time() updatedAt!: string;
  @Whole(0, MOST_DRAFT_BYTES) bytes!: number;
}

export class DraftReplyDto extends DraftViewDto implements DraftReply {
  @Bytes(1, MOST_DRAFT_BYTES) sealed!: string;
}

export class DraftStandingDto implements DraftStanding {
  @Id() id!: string;
  @OneOf(DRAFT_STATES) state!: DraftState;
  @Whole(1, MOST_VERSION) version!: number;
  @Time() updatedAt!: string;
}
