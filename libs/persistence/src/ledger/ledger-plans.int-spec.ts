import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createScratchLedgerDatabase, type ScratchLedgerDatabase } from '@lateral/testing/ledger';
import { connectLedgerDatabase, migrateLedger } from './ledger-data-source.js';
import { LedgerStore } from './ledger-store.js';

const ENTRIES = 5_000;
/** About as many nodes as the proofs of one batch take. */
const PLACES = 60;
const TABLES = ['ledger_entry', 'ledger_node', 'ledger_checkpoint', 'cosignature'];

/** Rows that its tables gave to statements, once nobody is connected any more: a session that ends has told what it read. */
async function rowsRead(database: ScratchLedgerDatabase): Promise<number> {
  const others = `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
  while ((await database.admin(others)).length > 0) await wait(10);
  const [row] = await database.admin<{ rows: number }>(`select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows from pg_stat_user_tables where relname = any($1)`, [TABLES]);
  return row!.rows;
}

it('a log that has grown is not read from end to end, though its statements were planned while it was empty', async () => {
  const database = await createScratchLedgerDatabase();
  await migrateLedger({ ownerUrl: database.ownerUrl, appRole: database.appRole, mark: 'test' });
  const source = await connectLedgerDatabase(database.appUrl, 2);
  const store = new LedgerStore(source);
  const session = await store.becomeSequencer();
  const leaf = randomBytes(32);
  const leafHash = createHash('sha256').update(Buffer.of(0)).update(leaf).digest();
  const places = Array.from({ length: PLACES }, (_, n) => ({ level: n % 3, index: n * 50 }));
  const readAll = async (): Promise<unknown[]> => [
    await store.nodes(places), await store.indexOf(leafHash), await session.indexesOf([leafHash, randomBytes(32)]),
    await store.latestCheckpoint(), await store.checkpointAt(4), await store.cosignatures(4), await store.leaves(12, 2),
  ];
  // The server keeps a plan after five executions.
  for (let times = 0; times < 8; times += 1) await readAll();
  await session.commit({ firstIndex: 0, leaves: [{ leaf, leafHash }], nodes: [], checkpoint: { size: 1, root: randomBytes(32), note: 'note' } });
  await database.admin(`insert into ledger_entry (idx, leaf, leaf_hash) select n, int4send(n), sha256('\\x00'::bytea || int4send(n)) from generate_series(1, ${ENTRIES}) n`);
  await database.admin(`insert into ledger_node (level, idx, hash) select level, n, sha256(int4send(n)) from generate_series(1, 2) level, generate_series(0, ${ENTRIES}) n`);
  await database.admin(`insert into ledger_checkpoint (size, root, note) select n, sha256(int4send(n)), 'note' from generate_series(2, ${ENTRIES}) n`);
  await database.admin('select pg_stat_reset()');
  expect(JSON.stringify(await readAll())).not.toContain('null');
  await session.close();
  await source.destroy();
  expect(await rowsRead(database)).toBeLessThan(3 * PLACES);
  await database.drop();
});
