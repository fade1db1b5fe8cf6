import type { AuditRow, ErasureStore, ObjectKeys, Randomness } from '@lateral/exchange';
import type { MemoryTables } from './memory-tables.js';

export class MemoryErasureStore implements ErasureStore {
  constructor(private readonly tables: MemoryTables) {}

  async objectsOf(check: string): Promise<string[]> {
    const isOthers = (object: string): boolean => (this.tables.envelopes.get(object)?.row.check ?? check) !== check;
    return [...this.tables.envelopes.values()].filter(({ row }) => row.check === check).flatMap(({ row }) => [row.id, ...(row.attachment === null || isOthers(row.attachment) ? [] : [row.attachment])]);
  }

  record(record: AuditRow): Promise<void> {
    return this.tables.write(() => { this.tables.record([record]); });
  }

  note(objects: readonly string[], at: Date): Promise<void> {
    return this.tables.write(() => {
      for (const object of objects) {
        const line = this.tables.envelopes.get(object);
        if (line !== undefined) line.erasedAt ??= at;
      }
    });
  }
}

/** Keys of objects in memory: what was destroyed is given no other. */
export class MemoryObjectKeys implements ObjectKeys {
  private readonly held = new Map<string, Uint8Array | null>();

  constructor(private readonly randomness: Randomness) {}

  async keep(objects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    for (const object of objects) if (!this.held.has(object)) this.held.set(object, this.randomness.bytes(32));
    return this.find(objects);
  }

  async find(objects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return new Map(objects.flatMap((object) => { const key = this.held.get(object); return key == null ? [] : [[object, key] as const]; }));
  }

  async destroy(objects: readonly string[]): Promise<void> {
    for (const object of objects) this.held.set(object, null);
  }
}
