import { REMINDER_LEVELS } from '@lateral/contracts';
import type { HolderBody, HolderReply, RemindBody, ReminderLevel, ReminderReply } from '@lateral/contracts';
import { Id, Name, OneOf, OrNull, Time } from '../http/rules.js';

export class HolderDto implements HolderBody {
  @OrNull() @Name() from!: string | null;
  @OrNull() @Name() to!: string | null;
}

export class HolderReplyDto implements HolderReply {
  @OrNull() @Name() holder!: string | null;
}

export class RemindDto implements RemindBody {
  @OneOf(REMINDER_LEVELS) level!: ReminderLevel;
}

export class ReminderReplyDto implements ReminderReply {
  @Id() request!: string;
  @OneOf(REMINDER_LEVELS) level!: ReminderLevel;
  @Time() at!: string;
}
