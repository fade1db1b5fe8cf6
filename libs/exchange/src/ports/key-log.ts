import type { KeyFact } from '@lateral/contracts';

/** Facts about keys in the order in which they were published, and where the key log has them. */
export interface KeyFactStore {
  /** Published and not in the log yet, oldest first. */
  unplaced(limit: number): Promise<{ seq: string; fact: KeyFact }[]>;
  /** Repeating it changes nothing. */
  place(placed: readonly { seq: string; index: number }[]): Promise<void>;
  /** Facts that are in the log from position `from` on, in its order. */
  from(index: number, limit: number): Promise<KeyFact[]>;
}
