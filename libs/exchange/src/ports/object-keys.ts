/**
 * Keys of stored objects (messages, attachments), each of 32 random bytes, kept where no backup reaches. What lies in the hub's
 * database is locked under them once more, so that destroying a key erases the object from every copy of that database.
 */
export interface ObjectKeys {
  /** The key of each object: a new one where it never had one, and the same one at every repetition. None for what was destroyed. */
  keep(objects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Those that there are. */
  find(objects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** For good. Repeating it changes nothing. */
  destroy(objects: readonly string[]): Promise<void>;
}
