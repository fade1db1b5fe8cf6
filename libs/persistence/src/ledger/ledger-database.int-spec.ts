import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScratchLedgerDatabase } from '@lateral/testing/ledger';
import type { ScratchLedgerDatabase } from '@lateral/testing/ledger';
import type { DataSource } from 'typeorm';
import { checkLedgerDatabase, connectLedgerDatabase, migrateLedger, revertLedger } from './ledger-data-source.js';
import { LedgerStore } from './ledger-store.js';
import type { LedgerBatch, SequencerSession } from './sequencer-session.js';

const sha256 = (...parts: Uint8Array[]) => new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest());
const EMPTY = sha256();

// A store test: the root is any 32 bytes here, trees are the sequencer's business.
function batchOf(firstIndex: number, ...texts: string[]): LedgerBatch {
  const leaves = texts.map((text) => ({ leaf: new TextEncoder().encode(text), leafHash: sha256(Buffer.from([0]), Buffer.from(text)) }));
  return { firstIndex, leaves, nodes: [], checkpoint: { size: firstIndex + texts.length, root: EMPTY, note: `note of ${firstIndex + texts.length}` } };
}

describe('the ledger database', () => {
  let database: ScratchLedgerDatabase;
  let source: DataSource;
  let store: LedgerStore;
  let session: SequencerSession;

  beforeAll(async () => {
    database = await createScratchLedgerDatabase();
    await migrateLedger({ ownerUrl: database.ownerUrl, appRole: database.appRole, mark: 'test' });
    source = await connectLedgerDatabase(database.appUrl);
    store = new LedgerStore(source);
    session = await store.becomeSequencer();
    await session.commit({ ...batchOf(0, 'a', 'b', 'c'), nodes: [{ level: 1, index: 0, hash: sha256(EMPTY) }] });
  });

  afterAll(async () => {
    await session.close();
    await source.destroy();
    await database.drop();
  });

  it('gives back what was committed', async () => {
    expect(await store.latestCheckpoint()).toEqual({ size: 3, root: Buffer.from(EMPTY), note: 'note of 3' });
    expect(await store.checkpointAt(2)).toBeNull();
    const b = sha256(Buffer.from([0]), Buffer.from('b'));
    expect(await store.indexOf(b)).toBe(1);
    expect(await store.indexOf(EMPTY)).toBeNull();
    expect((await store.nodes([{ level: 1, index: 0 }, { level: 0, index: 1 }, { level: 4, index: 9 }])).map((hash) => hash && Buffer.from(hash).toString('hex')))
      .toEqual([Buffer.from(sha256(EMPTY)).toString('hex'), Buffer.from(b).toString('hex'), undefined]);
    expect(await session.indexesOf([b, EMPTY])).toEqual(new Map([[Buffer.from(b).toString('hex'), 1]]));
    expect((await store.leaves(1, 10)).map((leaf) => Buffer.from(leaf).toString())).toEqual(['b', 'c']);
  });

  it('keeps the first cosignature of a witness', async () => {
    await store.addCosignature(3, 'b.example', 'line b');
    await store.addCosignature(3, 'a.example', 'line a');
    await store.addCosignature(3, 'a.example', 'another line');
    expect(await store.cosignatures(3)).toEqual(['line a', 'line b']);
  });

  it.each(['UPDATE ledger_entry SET idx = 9', 'DELETE FROM ledger_entry', 'TRUNCATE ledger_node', 'UPDATE ledger_checkpoint SET note = $$x$$', 'DELETE FROM ledger_checkpoint',
    'DELETE FROM cosignature', 'UPDATE installation SET mark = $$production$$', 'INSERT INTO installation (singleton, mark) VALUES (true, $$demo$$)', 'DROP TABLE ledger_entry',
    'ALTER TABLE ledger_entry DISABLE TRIGGER ALL'])('refuses the application role: %s', async (sql) => {
    await expect(source.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('refuses rewriting even to the owner, until the owner takes the triggers away', async () => {
    const owner = await connectLedgerDatabase(database.ownerUrl, 1);
    await expect(owner.query('DELETE FROM ledger_entry')).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(checkLedgerDatabase(owner, 'test')).rejects.toMatchObject({ code: 'database-role-too-strong' });
    await owner.destroy();
  });

  it('refuses a leaf under a hash that is not its own, a second leaf at an index, and a second head of a size', async () => {
    const batch = batchOf(3, 'd');
    await expect(session.commit({ ...batch, leaves: [{ leaf: new Uint8Array([1]), leafHash: batch.leaves[0]!.leafHash }] })).rejects.toMatchObject({ kind: 'permanent', code: '23514' });
    await expect(session.commit(batchOf(1, 'x'))).rejects.toMatchObject({ code: '23505' });
    await expect(session.commit({ ...batchOf(3), checkpoint: { size: 3, root: EMPTY, note: 'again' } })).rejects.toMatchObject({ code: '23505' });
    expect((await store.latestCheckpoint())?.size).toBe(3);
  });

  it('lets its own mark in and no other', async () => {
    await checkLedgerDatabase(source, 'test');
    for (const mark of ['demo', 'play', 'production'] as const) {
      await expect(checkLedgerDatabase(source, mark)).rejects.toMatchObject({ code: 'database-marked-otherwise' });
      await expect(migrateLedger({ ownerUrl: database.ownerUrl, appRole: database.appRole, mark })).rejects.toMatchObject({ code: 'database-marked-otherwise' });
    }
  });

  it('has one sequencer: a second waits, takes over when the first dies, and can be told to stop waiting', async () => {
    const other = await connectLedgerDatabase(database.appUrl);
    const waiting = new LedgerStore(other).becomeSequencer();
    const impatient = new AbortController();
    const givenUp = new LedgerStore(other).becomeSequencer(impatient.signal);
    await waitersToBe(database, 2);
    impatient.abort();
    await expect(givenUp).rejects.toThrow();
    let taken = false;
    void waiting.then(() => { taken = true; });
    await store.latestCheckpoint();
    expect(taken).toBe(false);
    await killSequencer(database);
    await session.lost;
    const second = await waiting;
    await expect(session.commit(batchOf(3, 'late'))).rejects.toMatchObject({ name: 'CommitRefused', kind: 'transient' });
    await second.commit(batchOf(3, 'e'));
    await second.close();
    await other.destroy();
  });

  it('says that an outcome is unknown when the connection goes during the commit', async () => {
    const third = await store.becomeSequencer();
    const blocker = `LOCK TABLE ledger_checkpoint IN ACCESS EXCLUSIVE MODE`;
    await database.admin('BEGIN');
    await database.admin(blocker);
    const unknown = third.commit(batchOf(4, 'f'));
    const failed = expect(unknown).rejects.toMatchObject({ name: 'CommitUnknown', kind: 'ambiguous' });
    await statementToWait(database);
    await killSequencer(database);
    await failed;
    await database.admin('ROLLBACK');
    await third.lost;
    await third.close();
  });

  it('migrates up, down and up', async () => {
    const scratch = await createScratchLedgerDatabase();
    const migrate = () => migrateLedger({ ownerUrl: scratch.ownerUrl, appRole: scratch.appRole, mark: 'demo' });
    expect(await migrate()).toHaveLength(1);
    expect(await migrate()).toHaveLength(0);
    expect(await revertLedger(scratch.ownerUrl)).toBe(true);
    expect(await revertLedger(scratch.ownerUrl)).toBe(false);
    expect(await scratch.admin(`SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'ledger_migration'`)).toEqual([]);
    const unmarked = await connectLedgerDatabase(scratch.appUrl, 1);
    await expect(checkLedgerDatabase(unmarked, 'demo')).rejects.toMatchObject({ code: 'database-unmarked' });
    await unmarked.destroy();
    expect(await migrate()).toHaveLength(1);
    await scratch.drop();
  });
});

const LOCKS_HERE = `FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

async function killSequencer(database: ScratchLedgerDatabase): Promise<void> {
  expect(await database.admin(`SELECT pg_terminate_backend(pid) ${LOCKS_HERE} AND granted`)).toHaveLength(1);
}

async function waitersToBe(database: ScratchLedgerDatabase, count: number): Promise<void> {
  for (;;) {
    const rows = await database.admin(`SELECT 1 ${LOCKS_HERE} AND NOT granted`);
    if (rows.length === count) return;
  }
}

async function statementToWait(database: ScratchLedgerDatabase): Promise<void> {
  for (;;) {
    const rows = await database.admin(`SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'ledger_checkpoint'::regclass`);
    if (rows.length > 0) return;
  }
}
