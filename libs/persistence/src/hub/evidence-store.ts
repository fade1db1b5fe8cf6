import type { SealedEnvelope, ShareJudgement } from '@lateral/contracts';
import type { EvidenceStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { judgementOf, sealedOf, type SealedColumns } from './rows/envelope-rows.js';
import { ENVELOPES_OF_PARTY } from './statements/envelope-reads.statement.js';

export class PostgresEvidenceStore implements EvidenceStore {
  constructor(private readonly connections: Connections) {}

  /** What the agency sent or was sent of a check, with what the hub made of it then, oldest first; for anybody else nothing. */
  async envelopes(check: string, agency: string): Promise<{ sealed: SealedEnvelope; judgement: ShareJudgement | null }[]> {
    const rows = await this.connections.rows<SealedColumns & { judgement: string | null }>(ENVELOPES_OF_PARTY, { check, agency });
    return rows.map((row) => ({ sealed: sealedOf(row), judgement: judgementOf(row) }));
  }
}
