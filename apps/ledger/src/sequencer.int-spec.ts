import { EventEmitter, once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, commitmentOf, utf8 } from '@lateral/contracts';
import { CommitRefused, CommitUnknown, LedgerStore, connectLedgerDatabase, migrateLedger } from '@lateral/persistence/ledger';
import type { LedgerBatch } from '@lateral/persistence/ledger';
import { createLogger } from '@lateral/platform';
import { createScratchLedgerDatabase, proveWholeLog } from '@lateral/testing/ledger';
import type { ScratchLedgerDatabase } from '@lateral/testing/ledger';
import { logSigner } from './log-signer.js';
import type { SequencerStore, WritingSession } from './sequencer.js';
import { Sequencer } from './sequencer.js';

type Source = Awaited<ReturnType<typeof connectLedgerDatabase>>;
const signer = logSigner('log.example/test', new Uint8Array(32).fill(1));
const leaf = (n: number) => canonicalJson({ v: 1, k: 'check', c: commitmentOf(`record ${n}`, new Uint8Array(32)) });
const leaves = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => leaf(from + n));

let database: ScratchLedgerDatabase;
let source: Source;
let store: LedgerStore;
const happened = new EventEmitter();
const running: Sequencer[] = [];
const log = createLogger({ app: 'ledger', write: (line) => happened.emit((JSON.parse(line) as { event: string }).event) });

beforeEach(async () => {
  database = await createScratchLedgerDatabase();
  await migrateLedger({ ownerUrl: database.ownerUrl, appRole: database.appRole, mark: 'test' });
  source = await connectLedgerDatabase(database.appUrl);
  store = new LedgerStore(source);
});

afterEach(async () => {
  for (const sequencer of running.splice(0)) await sequencer.stop();
  await source.destroy();
  await database.drop();
});

const whole = () => proveWholeLog(store, database, signer.verifier);

function sequencerOn(onStore: SequencerStore, key = signer): Sequencer {
  const sequencer = new Sequencer(onStore, key, log);
  running.push(sequencer);
  return sequencer;
}

const append = (sequencer: Sequencer, texts: string[]) => sequencer.append(texts.map(utf8));

describe('appending', () => {
  it('gives positions in order, once for each leaf, under a head that holds', async () => {
    const sequencer = sequencerOn(store);
    await sequencer.start();
    expect(await whole()).toEqual([]);
    expect(await append(sequencer, leaves(0, 3))).toMatchObject({ indexes: [0, 1, 2], size: 3 });
    expect(await whole()).toEqual(leaves(0, 3));
    const again = await append(sequencer, [leaf(1), leaf(3), leaf(3), leaf(0)]);
    expect(again).toMatchObject({ indexes: [1, 3, 3, 0], size: 4 });
    expect(await whole()).toEqual(leaves(0, 4));
    expect(await append(sequencer, leaves(0, 4))).toEqual({ indexes: [0, 1, 2, 3], size: 4, checkpoint: again.checkpoint });
    expect(await whole()).toEqual(leaves(0, 4));
  });

  it('writes together what arrives together', async () => {
    const sequencer = sequencerOn(store);
    await sequencer.start();
    const replies = await Promise.all(Array.from({ length: 40 }, (_, n) => append(sequencer, leaves(n, n + 3))));
    expect(replies.map((reply) => reply.indexes)).toEqual(Array.from({ length: 40 }, (_, n) => [n, n + 1, n + 2]));
    const heads = await database.admin('SELECT 1 FROM ledger_checkpoint');
    expect(heads.length).toBeLessThan(6);
    expect(await whole()).toEqual(leaves(0, 42));
  });

  it('says when too much is waiting', async () => {
    const sequencer = sequencerOn(store);
    await sequencer.start();
    const page = Array<string>(1000).fill(leaf(1));
    const pages = Array.from({ length: 60 }, () => append(sequencer, page).catch((error: { code: string }) => error.code));
    expect(new Set((await Promise.all(pages)).map((reply) => (typeof reply === 'string' ? reply : reply.size)))).toEqual(new Set([1, 'overloaded']));
  });
});

/** A store whose sequencer's next commit goes wrong in one way. */
function failing(commit: (batch: LedgerBatch, session: WritingSession) => Promise<void>): SequencerStore & { arm(): void } {
  let armed = false;
  return {
    arm: () => { armed = true; },
    latestCheckpoint: () => store.latestCheckpoint(),
    nodes: (places) => store.nodes(places),
    leaves: (from, limit) => store.leaves(from, limit),
    becomeSequencer: async (signal) => {
      const session = await store.becomeSequencer(signal);
      return {
        lost: session.lost,
        indexesOf: (hashes) => session.indexesOf(hashes),
        close: () => session.close(),
        commit: async (batch) => {
          if (!armed) return session.commit(batch);
          armed = false;
          return commit(batch, session);
        },
      };
    },
  };
}

const FAILURES: [string, 'persisted' | 'not persisted', string, (batch: LedgerBatch, session: WritingSession) => Promise<void>][] = [
  ['the server refuses', 'not persisted', 'append-refused', () => Promise.reject(new CommitRefused('53100'))],
  ['the answer is lost', 'not persisted', 'append-unknown', () => Promise.reject(new CommitUnknown('lost'))],
  ['the answer is lost', 'persisted', 'append-unknown', async (batch, session) => { await session.commit(batch); throw new CommitUnknown('lost'); }],
  ['the connection is cut before', 'not persisted', 'append-refused', async (batch, session) => { await database.cutConnections(); await session.lost; await session.commit(batch); }],
  ['the connection is cut after', 'persisted', 'append-unknown', async (batch, session) => { await session.commit(batch); await database.cutConnections(); await session.lost; throw new CommitUnknown('lost'); }],
  ['something unforeseen is thrown', 'not persisted', 'append-refused', () => Promise.reject(new TypeError('a bug'))],
  ['something unforeseen is thrown', 'persisted', 'append-refused', async (batch, session) => { await session.commit(batch); throw new TypeError('a bug'); }],
];

describe('when a commit goes wrong', () => {
  it.each(FAILURES)('%s, %s: the log recovers and repeating appends once', async (_, persisted, code, commit) => {
    const faulty = failing(commit);
    const sequencer = sequencerOn(faulty);
    await sequencer.start();
    await append(sequencer, leaves(0, 5));
    faulty.arm();
    const recovered = once(happened, 'ledger.recovered');
    await expect(append(sequencer, leaves(5, 8))).rejects.toMatchObject({ code });
    await recovered;
    expect(await whole()).toEqual(persisted === 'persisted' ? leaves(0, 8) : leaves(0, 5));
    expect(await append(sequencer, leaves(4, 9))).toMatchObject({ indexes: [4, 5, 6, 7, 8], size: 9 });
    expect(await whole()).toEqual(leaves(0, 9));
  });

  it('refuses what arrives while it recovers', async () => {
    const faulty = failing(() => Promise.reject(new CommitUnknown('lost')));
    const sequencer = sequencerOn(faulty);
    await sequencer.start();
    faulty.arm();
    const recovered = once(happened, 'ledger.recovered');
    await expect(append(sequencer, leaves(0, 1))).rejects.toMatchObject({ kind: 'ambiguous' });
    await expect(append(sequencer, leaves(0, 1))).rejects.toMatchObject({ code: 'not-sequencing', kind: 'transient' });
    await recovered;
  });

  it('recovers when its connection dies between appends', async () => {
    const sequencer = sequencerOn(store);
    await sequencer.start();
    await append(sequencer, leaves(0, 2));
    const recovered = once(happened, 'ledger.recovered');
    await database.cutConnections();
    await recovered;
    expect(await append(sequencer, leaves(1, 4))).toMatchObject({ indexes: [1, 2, 3] });
    expect(await whole()).toEqual(leaves(0, 4));
  });
});

describe('two sequencers', () => {
  it('take turns: the second waits and goes on where the first ended', async () => {
    const first = sequencerOn(store);
    await first.start();
    await append(first, leaves(0, 7));
    const second = sequencerOn(store);
    const started = second.start();
    await expect(append(second, leaves(7, 8))).rejects.toMatchObject({ code: 'not-sequencing' });
    await append(first, leaves(7, 9));
    await first.stop();
    await started;
    expect(await append(second, leaves(8, 12))).toMatchObject({ indexes: [8, 9, 10, 11] });
    expect(await whole()).toEqual(leaves(0, 12));
  });
});

describe('a log that does not hold together', () => {
  const TAMPER: [string, string][] = [
    ['head-altered', `UPDATE ledger_checkpoint SET note = replace(note, E'\\n5\\n', E'\\n6\\n') WHERE size = 5`],
    ['head-altered', `UPDATE ledger_checkpoint SET root = sha256('x') WHERE size = 5`],
    ['root-differs', `UPDATE ledger_node SET hash = sha256('x') WHERE level = 2`],
    ['root-differs', `UPDATE ledger_entry SET leaf = 'x', leaf_hash = sha256('\\x00'::bytea || 'x') WHERE idx = 4`],
    ['nodes-missing', 'DELETE FROM ledger_entry WHERE idx = 4'],
    ['entries-beyond-head', 'DELETE FROM ledger_checkpoint WHERE size = 5'],
    ['entries-without-head', 'DELETE FROM ledger_checkpoint'],
  ];

  it.each(TAMPER)('is not written to: %s after %s', async (code, sql) => {
    const first = sequencerOn(store);
    await first.start();
    await append(first, leaves(0, 4));
    await append(first, leaves(4, 5));
    await first.stop();
    await database.admin(`SET session_replication_role = replica; ${sql}`);
    const second = sequencerOn(store);
    await expect(second.start()).rejects.toMatchObject({ name: 'LedgerBroken', code });
    await expect(append(second, leaves(5, 6))).rejects.toMatchObject({ code: 'not-sequencing' });
  });

  it('is not continued under another key or name', async () => {
    const first = sequencerOn(store);
    await first.start();
    await first.stop();
    for (const other of [logSigner('log.example/test', new Uint8Array(32).fill(2)), logSigner('log.example/other', new Uint8Array(32).fill(1))]) {
      await expect(sequencerOn(store, other).start()).rejects.toMatchObject({ code: 'head-of-another-log' });
    }
  });

  it('is noticed while running, and ends the recovery', async () => {
    const sequencer = sequencerOn(store);
    await sequencer.start();
    await append(sequencer, leaves(0, 1));
    await database.admin(`SET session_replication_role = replica; DELETE FROM ledger_entry`);
    await database.cutConnections();
    expect(await sequencer.broken).toMatchObject({ code: 'nodes-missing' });
  });
});
