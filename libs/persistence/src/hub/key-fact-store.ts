import type { KeyFact } from '@lateral/contracts';
import type { KeyFactStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { statement } from './statement.js';

const UNPLACED = statement('unplaced-key-facts', 'select seq::text as seq, fact from key_fact where idx is null order by seq limit :rows::int');
const PLACE = statement('place-key-facts', `
update key_fact f set idx = p.idx from unnest(:seqs::bigint[], :indexes::bigint[]) as p(seq, idx) where f.seq = p.seq and f.idx is null`);
const FROM = statement('key-facts-from', 'select fact from key_fact where idx >= :index::bigint order by idx limit :rows::int');

export class PostgresKeyFactStore implements KeyFactStore {
  constructor(private readonly connections: Connections) {}

  async unplaced(limit: number): Promise<{ seq: string; fact: KeyFact }[]> {
    const rows = await this.connections.rows<{ seq: string; fact: string }>(UNPLACED, { rows: limit });
    return rows.map(({ seq, fact }) => ({ seq, fact: JSON.parse(fact) as KeyFact }));
  }

  async place(placed: readonly { seq: string; index: number }[]): Promise<void> {
    await this.connections.rows(PLACE, { seqs: placed.map(({ seq }) => seq), indexes: placed.map(({ index }) => index) });
  }

  async from(index: number, limit: number): Promise<KeyFact[]> {
    const rows = await this.connections.rows<{ fact: string }>(FROM, { index, rows: limit });
    return rows.map(({ fact }) => JSON.parse(fact) as KeyFact);
  }
}
