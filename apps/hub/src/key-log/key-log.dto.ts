import { KEY_FACT_KINDS } from '@lateral/contracts';
import type { KeyFact, KeyLogEntries } from '@lateral/contracts';
import { MOST_FACTS } from '@lateral/exchange';
import { MOST_NOTE, NOTE_PATTERN } from '../envelopes/envelopes.dto.js';
import { Digest, Exactly, ListOfNested, Name, OneOf, Text, Whole } from '../http/rules.js';

export class KeyFactDto implements KeyFact {
  @Exactly(1) v!: 1;
  @OneOf(KEY_FACT_KINDS) kind!: KeyFact['kind'];
  @Name() of!: string;
  @Whole(1, Number.MAX_SAFE_INTEGER) version!: number;
  @Digest() digest!: string;
}

export class KeyLogEntriesDto implements KeyLogEntries {
  @Whole(0, Number.MAX_SAFE_INTEGER) from!: number;
  @ListOfNested(0, MOST_FACTS, () => KeyFactDto) facts!: KeyFactDto[];
  @Text(NOTE_PATTERN, MOST_NOTE) checkpoint!: string;
}
