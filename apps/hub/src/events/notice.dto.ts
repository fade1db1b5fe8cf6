import type { NoticeView } from '@lateral/contracts';
import { REFERENCE_PATTERN, URGENCIES } from '@lateral/domain';
import type { Urgency } from '@lateral/domain';
import { Code, Id, Name, OneOf, OrNull, Text, Time } from '../http/rules.js';

export class NoticeDto implements NoticeView {
  @Id() id!: string;
  @Code() kind!: string;
  @Text(REFERENCE_PATTERN, 14) reference!: string;
  @OrNull() @Id() request!: string | null;
  @Name() agency!: string;
  @OneOf(URGENCIES) urgency!: Urgency;
  @OrNull() @Time() dueAt!: string | null;
  @Time() at!: string;
}
