import { MOST_NAME_BYTES } from '@lateral/contracts';
import type { MemberNameBody, MemberNameView } from '@lateral/contracts';
import { Bytes, Name, Time } from '../http/rules.js';

export class MemberNameDto implements MemberNameBody {
  @Bytes(1, MOST_NAME_BYTES) sealed!: string;
}

export class MemberNameViewDto implements MemberNameView {
  @Name() member!: string;
  @Bytes(1, MOST_NAME_BYTES) sealed!: string;
  @Time() updatedAt!: string;
}
