import { Buffer } from 'node:buffer';
import type { EvidenceStore, KeptEnvelope } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { judgementOf, sealedOf, type SealedColumns } from './rows/envelope-rows.js';
import { CIPHERTEXT_OF_PARTY, ENVELOPES_OF_PARTY, RECORDS_ERASED, RECORDS_KEPT } from './statements/envelope-reads.statement.js';

type Columns = Omit<SealedColumns, 'content' | 'narrative'> & { content: Buffer | null; narrative: Buffer | null; judgement: string | null };
const NOTHING = Buffer.alloc(0);

export class PostgresEvidenceStore implements EvidenceStore {
  constructor(private readonly connections: Connections) {}

  /** What the agency sent or was sent of a check, with what the hub made of it then, oldest first; for anybody else nothing. */
  async envelopes(check: string, agency: string, withCiphertext = false): Promise<KeptEnvelope[]> {
    return (await this.connections.rows<Columns>(ENVELOPES_OF_PARTY, { check, agency, withCiphertext })).map(keptEnvelopeOf);
  }

  async ciphertextBytes(check: string, agency: string): Promise<number> {
    return Number((await this.connections.first<{ bytes: string }>(CIPHERTEXT_OF_PARTY, { check, agency }))?.bytes ?? 0);
  }

  async recordsErased(check: string, agency: string): Promise<boolean> {
    return (await this.connections.first<{ erased: boolean }>(RECORDS_ERASED, { check, agency }))?.erased ?? false;
  }

  async recordsKept(check: string, agency: string, most: number): Promise<number> {
    return (await this.connections.first<{ kept: number }>(RECORDS_KEPT, { check, agency, most }))?.kept ?? 0;
  }
}

function keptEnvelopeOf({ content, narrative, ...row }: Columns): KeptEnvelope {
  const sealed = sealedOf({ ...row, content: content ?? NOTHING, narrative: narrative ?? NOTHING });
  return { sealed: { ...sealed, content: content === null ? null : sealed.content, narrative: narrative === null ? null : sealed.narrative }, judgement: judgementOf(row) };
}
