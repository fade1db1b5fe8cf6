import type { NoticeView } from '@lateral/contracts';
import type { Act, WriteResult } from './writes.js';

/** A member leaves a check. `records` say that, and nothing more. */
export interface RecuseWrite extends Omit<Act, 'outbox' | 'replyAlso'> {
  check: string;
}

/** A notice, with the members of its agency who are to hear nothing of that check. Who they are goes to nobody. */
export interface AnnouncedNotice {
  notice: NoticeView;
  without: readonly string[];
}

/** Who knows someone in which check. What is read for a member afterwards is read without those checks: see `Reader`. */
export interface RecusalStore {
  /** `changed` where they had left it before. There is no way back: a colleague goes on with it. */
  recuse(write: RecuseWrite): Promise<WriteResult<null>>;
}
