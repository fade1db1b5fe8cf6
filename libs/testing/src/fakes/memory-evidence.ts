import { fromBase64Url } from '@lateral/contracts';
import type { AuditRow, EvidenceStore, IncidentKind, IncidentStore, KeptEnvelope, RecordStore, StoredRecord } from '@lateral/exchange';
import type { AuditLine, EnvelopeLine, MemoryTables } from './memory-tables.js';
import { inOrder } from './memory-views.js';

/** Audit records and their way into the ledger. In memory every transaction is over when it is seen, so the horizon is the end. */
export class MemoryRecordStore implements RecordStore {
  constructor(private readonly tables: MemoryTables) {}

  async record(id: string): Promise<StoredRecord | null> {
    const line = this.tables.audit.find(({ row }) => row.id === id);
    return line === undefined ? null : this.storedOf(line);
  }

  async recordsOf(check: string, agency: string): Promise<StoredRecord[]> {
    const stored = this.tables.audit.filter(({ row }) => row.check === check && row.parties.includes(agency)).map((line) => this.storedOf(line));
    return stored.sort((a, b) => (a.index ?? Number.POSITIVE_INFINITY) - (b.index ?? Number.POSITIVE_INFINITY) || 0);
  }

  async unplaced(limit: number): Promise<(StoredRecord & { order: { xid: string; seq: string } })[]> {
    return this.tables.audit.slice(this.tables.cursor, this.tables.cursor + limit).map((line) => ({ ...this.storedOf(line), index: null, order: line.order }));
  }

  place(placed: Parameters<RecordStore['place']>[0]): Promise<void> {
    return this.tables.write(() => {
      for (const { id, index, order } of placed) {
        if (!this.tables.positions.has(id)) this.tables.positions.set(id, index);
        this.tables.cursor = Math.max(this.tables.cursor, Number(order.seq));
      }
    });
  }

  async oldestUnplaced(): Promise<Date | null> {
    return this.tables.audit[this.tables.cursor]?.row.at ?? null;
  }

  private storedOf({ row: { id, event, record, salt } }: AuditLine): StoredRecord {
    return { id, event, record, salt, index: this.tables.positions.get(id) ?? null };
  }
}

/** At most one incident of a kind is open; raising one that stands and ending one that does not write no record. */
export class MemoryIncidentStore implements IncidentStore {
  constructor(private readonly tables: MemoryTables) {}

  async open(kind: IncidentKind): Promise<{ id: string; raisedAt: Date } | null> {
    const line = this.openOf(kind);
    return line === undefined ? null : { id: line.id, raisedAt: line.raisedAt };
  }

  raise({ id, kind, at }: { id: string; kind: IncidentKind; at: Date }, record: AuditRow): Promise<void> {
    return this.tables.write(() => {
      if (this.openOf(kind) !== undefined) return;
      this.tables.incidents.push({ id, kind, raisedAt: at, endedAt: null });
      this.tables.record([record]);
    });
  }

  end(kind: IncidentKind, at: Date, record: AuditRow): Promise<void> {
    return this.tables.write(() => {
      const line = this.openOf(kind);
      if (line === undefined) return;
      line.endedAt = at;
      this.tables.record([record]);
    });
  }

  private openOf(kind: IncidentKind) {
    return this.tables.incidents.find((line) => line.kind === kind && line.endedAt === null);
  }
}

export class MemoryEvidenceStore implements EvidenceStore {
  constructor(private readonly tables: MemoryTables) {}

  async envelopes(check: string, agency: string, withCiphertext = false): Promise<KeptEnvelope[]> {
    return inOrder(this.ofParty(check, agency).filter(({ row }) => !this.tables.recordsErased.has(row.id))).map((line) => {
      const { judgement, sealed: { content, narrative, ...rest } } = line.row;
      const gives = withCiphertext && isHeld(line, agency);
      return structuredClone({ sealed: { ...rest, content: gives ? content : null, narrative: gives ? narrative : null }, judgement });
    });
  }

  async ciphertextBytes(check: string, agency: string): Promise<number> {
    const held = this.ofParty(check, agency).filter((line) => isHeld(line, agency));
    return held.reduce((sum, { row: { sealed } }) => sum + fromBase64Url(sealed.content).length + fromBase64Url(sealed.narrative).length, 0);
  }

  async recordsErased(check: string, agency: string): Promise<boolean> {
    return this.ofParty(check, agency).some(({ row }) => this.tables.recordsErased.has(row.id));
  }

  async recordsKept(check: string, agency: string, most: number): Promise<number> {
    return Math.min(most, [...this.tables.envelopes.values()].filter(({ row }) => row.check === check && row.from === agency && row.type === 'record').length);
  }

  private ofParty(check: string, agency: string): EnvelopeLine[] {
    return [...this.tables.envelopes.values()].filter(({ row }) => row.check === check && (row.from === agency || row.to === agency));
  }
}

/** What the agency sealed itself or was handed. */
function isHeld({ row, collectedAt }: EnvelopeLine, agency: string): boolean {
  return row.from === agency || collectedAt !== null;
}
