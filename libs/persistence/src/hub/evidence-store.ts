import type { SealedEnvelope } from '@lateral/contracts';
import type { EvidenceStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { sealedOf, type SealedColumns } from './rows/envelope-rows.js';
import { ENVELOPES_OF_PARTY } from './statements/envelope-reads.statement.js';

export class PostgresEvidenceStore implements EvidenceStore {
  constructor(private readonly connections: Connections) {}

  /** What the agency sent or was sent of a check, oldest first; for anybody else nothing. */
  async envelopes(check: string, agency: string): Promise<{ sealed: SealedEnvelope }[]> {
    const rows = await this.connections.rows<SealedColumns>(ENVELOPES_OF_PARTY, { check, agency });
    return rows.map((row) => ({ sealed: sealedOf(row) }));
  }
}
