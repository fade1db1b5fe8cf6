import { UNLOCK_KINDS } from '@lateral/contracts';
import type { LockedKey, PassphraseCost, UnlockKind, UnlockMethod } from '@lateral/contracts';
import { BASE64URL_PATTERN, Bytes, Exactly, Fingerprint, ListOfNested, Name, Nested, OneOf, OrNull, Text, Whole } from '../http/rules.js';

export class PassphraseCostDto implements PassphraseCost {
  @Whole(1, 4_194_304) memoryKiB!: number;
  @Whole(1, 100) passes!: number;
  @Whole(1, 64) lanes!: number;
}

export class UnlockMethodDto implements UnlockMethod {
  @Bytes(16, 24) id!: string;
  @OneOf(UNLOCK_KINDS) kind!: UnlockKind;
  @OrNull() @Text(BASE64URL_PATTERN, 1_400) credential!: string | null;
  @Bytes(16, 64) salt!: string;
  @OrNull() @Nested(() => PassphraseCostDto) cost!: PassphraseCostDto | null;
  @Bytes(32, 200) wrapped!: string;
}

/** The hub cannot say whether it opens: it keeps what the owner's client made. */
export class LockedKeyDto implements LockedKey {
  @Exactly(1) v!: 1;
  @Name() agency!: string;
  @Name() member!: string;
  @Fingerprint() fingerprint!: string;
  @Whole(1, 1_000_000) version!: number;
  @Bytes(1, 40_000) locked!: string;
  @ListOfNested(1, 12, () => UnlockMethodDto) methods!: UnlockMethodDto[];
}

export class LockedKeyReplyDto {
  @Whole(1, 1_000_000) version!: number;
}
