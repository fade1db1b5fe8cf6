import { beforeEach, describe, expect, it } from 'vitest';
import { LEDGER_PATTERNS, canonicalJson, commitmentOf, fromBase64Url, utf8 } from '@lateral/contracts';
import type { NoteSigner } from '@lateral/tlog';
import { Frontier, consistencyPath, ed25519Signer, equalBytes, formatVerifierKey, inclusionPath, leafHash, noteVerifier, signCheckpoint, toBase64, verifyTlogProof } from '@lateral/tlog';
import { LedgerClient } from './ledger-client.js';
import { LedgerFault } from './ledger-result.js';
import type { LedgerTransport } from './ledger-transport.js';

const signer = ed25519Signer('log.example/test', new Uint8Array(32).fill(1));
const logKey = formatVerifierKey(signer.key);
const leaf = (n: number) => canonicalJson({ v: 1, k: 'check', c: commitmentOf(`record ${n}`, new Uint8Array(32)) });

interface Question { leaves: string[]; leafHash: string; size: number | null; from: number; to: number | null }

/** A real tree behind the wire's messages, whose answers a test can bend. Every head that was ever asked for can be proven from. */
class TreeTransport implements LedgerTransport {
  readonly nodes = new Map<string, Uint8Array>();
  readonly hashes: Uint8Array[] = [];
  readonly heads = new Map<number, string>();
  asked: string[] = [];
  bend: (pattern: string, reply: unknown) => unknown = (_, reply) => reply;
  private readonly frontier = new Frontier();

  constructor(private readonly key: NoteSigner = signer) {}

  async grow(...texts: string[]): Promise<void> {
    for (const text of texts) {
      this.hashes.push(leafHash(utf8(text)));
      for (const node of this.frontier.append(this.hashes.at(-1)!)) this.nodes.set(`${node.level}/${node.index}`, node.hash);
    }
    this.heads.set(this.frontier.size, await signCheckpoint({ origin: this.key.name, size: this.frontier.size, root: this.frontier.root() }, this.key));
  }

  async ask(pattern: string, data: object): Promise<unknown> {
    this.asked.push(pattern);
    return this.bend(pattern, await this.answer(pattern, data as Question));
  }

  close(): void {
    return undefined;
  }

  private async answer(pattern: string, data: Question): Promise<unknown> {
    const read = (level: number, index: number) => this.nodes.get(`${level}/${index}`);
    if (pattern === LEDGER_PATTERNS.append) {
      const first = this.hashes.length;
      await this.grow(...data.leaves);
      return { indexes: data.leaves.map((_, place) => first + place), checkpoint: this.headAt(null).checkpoint };
    }
    if (pattern === LEDGER_PATTERNS.checkpoint) return this.headAt(null);
    if (pattern === LEDGER_PATTERNS.proveInclusion) {
      const head = this.headAt(data.size);
      const index = this.hashes.findIndex((hash) => equalBytes(hash, fromBase64Url(data.leafHash)));
      return index === -1 ? null : { index, ...head, path: inclusionPath(index, head.size, read).map(toBase64) };
    }
    const { size, checkpoint } = this.headAt(data.to);
    return { from: data.from, to: size, path: data.from === 0 ? [] : consistencyPath(data.from, size, read).map(toBase64), checkpoint };
  }

  private headAt(size: number | null): { size: number; checkpoint: string } {
    const at = size ?? this.hashes.length;
    const checkpoint = this.heads.get(at);
    if (checkpoint === undefined) throw new LedgerFault('unknown-size', 'permanent');
    return { size: at, checkpoint };
  }
}

describe('LedgerClient', () => {
  let tree: TreeTransport;
  let client: LedgerClient;
  const failure = (code: string, kind = 'permanent') => ({ ok: false, code, kind });

  beforeEach(async () => {
    tree = new TreeTransport();
    await tree.grow();
    client = new LedgerClient(tree, { logKey });
  });

  it('appends, and proves what it appended in a text that stands on its own', async () => {
    expect(await client.append([leaf(0), leaf(1), leaf(2)])).toMatchObject({ ok: true, value: { indexes: [0, 1, 2], size: 3 } });
    const proven = await client.proveInclusion(leaf(1));
    if (!proven.ok || !proven.value) throw new Error('not proven');
    expect(verifyTlogProof(proven.value.proof, leafHash(utf8(leaf(1))), noteVerifier(signer.key))).toMatchObject({ ok: true, index: 1, checkpoint: { size: 3 } });
    expect(await client.proveInclusion(leaf(7))).toEqual({ ok: true, value: null });
  });

  it('checks each newer head against the one before, and one it knows without asking', async () => {
    await client.append([leaf(0)]);
    await client.append([leaf(1), leaf(2)]);
    tree.asked = [];
    await client.checkpoint();
    expect(tree.asked).toEqual([LEDGER_PATTERNS.checkpoint]);
    await tree.grow(leaf(3));
    expect(await client.checkpoint()).toMatchObject({ ok: true, value: { size: 4 } });
    expect(tree.asked.slice(1)).toEqual([LEDGER_PATTERNS.checkpoint, LEDGER_PATTERNS.proveConsistency]);
    expect(await client.proveConsistency(1)).toMatchObject({ ok: true, value: { from: 1, to: 4 } });
    expect(await client.proveConsistency(1, 3)).toMatchObject({ ok: true, value: { from: 1, to: 3 } });
    expect(await client.proveConsistency(2)).toEqual(failure('unknown-size'));
  });

  it('settles an older head once, and still catches another one of that size', async () => {
    for (let n = 0; n < 4; n += 1) await tree.grow(leaf(n));
    await client.checkpoint();
    for (const times of [2, 1, 1]) {
      tree.asked = [];
      expect(await client.proveInclusion(leaf(1), 3)).toMatchObject({ ok: true, value: { size: 3 } });
      expect(tree.asked).toHaveLength(times);
    }
    const other = new TreeTransport();
    for (let n = 0; n < 3; n += 1) await other.grow(leaf(60 + n));
    tree.bend = (_, reply) => ({ ...(reply as object), checkpoint: other.heads.get(3) });
    expect(await client.proveInclusion(leaf(1), 3)).toEqual(failure('ledger-forked'));
  });

  it('takes answers in any order for what they are', async () => {
    await client.append([leaf(0), leaf(1)]);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    tree.bend = async (pattern, reply) => {
      if (pattern === LEDGER_PATTERNS.checkpoint) await held;
      return reply;
    };
    const early = client.checkpoint();
    await client.append([leaf(2)]);
    release();
    expect(await early).toMatchObject({ ok: true, value: { size: 2 } });
    expect(client.forkEvidence).toBeNull();
  });

  it('catches a newest head that is older than what it had seen when it asked', async () => {
    await client.append([leaf(0)]);
    const old = client.lastSeen!;
    await client.append([leaf(1)]);
    tree.bend = (pattern, reply) => (pattern === LEDGER_PATTERNS.checkpoint ? { size: 1, checkpoint: old } : reply);
    expect(await client.checkpoint()).toEqual(failure('ledger-forked'));
    expect(client.forkEvidence).toEqual({ seen: tree.heads.get(2), shown: old });
  });

  it('catches another tree under the same key, of whatever size, and stays with that', async () => {
    for (const size of [2, 3, 5]) {
      const honest = new LedgerClient(tree, { logKey });
      tree.bend = (_, reply) => reply;
      if (tree.hashes.length === 0) await tree.grow(leaf(0), leaf(1), leaf(2));
      await honest.checkpoint();
      const other = new TreeTransport();
      for (let n = 0; n < size; n += 1) await other.grow(leaf(50 + n));
      tree.bend = (pattern, reply) => (pattern === LEDGER_PATTERNS.proveInclusion ? { index: 0, size, path: [], checkpoint: other.heads.get(size) } : reply);
      expect(await honest.proveInclusion(leaf(0))).toEqual(failure('ledger-forked'));
      tree.bend = (_, reply) => reply;
      expect(await honest.checkpoint()).toEqual(failure('ledger-forked'));
    }
  });

  it('does not take silence about consistency for a fork', async () => {
    await client.append([leaf(0)]);
    tree.bend = (pattern, reply) => {
      if (pattern === LEDGER_PATTERNS.proveConsistency) throw new LedgerFault('ledger-silent', 'ambiguous');
      return reply;
    };
    expect(await client.append([leaf(1)])).toEqual(failure('ledger-silent', 'ambiguous'));
    expect(client.lastSeen).toBe(tree.heads.get(1));
    tree.bend = (_, reply) => reply;
    expect(await client.checkpoint()).toMatchObject({ ok: true, value: { size: 2 } });
  });

  it.each([
    ['a head of another key', () => headOfAnotherKey(), 'head-untrusted'],
    ['a head altered after signing', () => Promise.resolve(tree.heads.get(3)!.replace('\n3\n', '\n4\n')), 'head-untrusted'],
    ['no head', () => Promise.resolve('nothing'), 'head-untrusted'],
  ])('believes no proof under %s', async (_, note, code) => {
    await tree.grow(leaf(0), leaf(1), leaf(2));
    const shown = await note();
    tree.bend = (_pattern, reply) => ({ ...(reply as object), checkpoint: shown });
    expect(await client.proveInclusion(leaf(1))).toEqual(failure(code));
    expect(client.lastSeen).toBeNull();
  });

  it('believes no path or index that does not lead to the root, and no reply of another shape', async () => {
    await tree.grow(leaf(0), leaf(1), leaf(2), leaf(3));
    const bends: [object, string][] = [
      [{ index: 2 }, 'proof-wrong'], [{ path: [] }, 'proof-wrong'], [{ path: [toBase64(new Uint8Array(32)), toBase64(new Uint8Array(32))] }, 'proof-wrong'],
      [{ path: ['*'] }, 'reply-malformed'], [{ index: -1 }, 'reply-malformed'], [{ checkpoint: 7 }, 'reply-malformed'],
    ];
    for (const [change, code] of bends) {
      tree.bend = (_, reply) => ({ ...(reply as object), ...change });
      expect(await client.proveInclusion(leaf(1))).toEqual(failure(code));
    }
    tree.bend = (_, reply) => ({ ...(reply as object), indexes: [0, 1] });
    expect(await client.append([leaf(9)])).toEqual(failure('reply-malformed'));
    tree.bend = (_, reply) => ({ ...(reply as object), indexes: [99] });
    expect(await client.append([leaf(10)])).toEqual(failure('proof-wrong'));
  });

  it('remembers over a restart', async () => {
    await client.append([leaf(0), leaf(1)]);
    const restarted = new LedgerClient(tree, { logKey, remembered: client.lastSeen });
    await tree.grow(leaf(2));
    expect(await restarted.checkpoint()).toMatchObject({ ok: true });
    const other = new TreeTransport();
    await other.grow(leaf(5), leaf(6), leaf(7));
    expect(await new LedgerClient(other, { logKey, remembered: client.lastSeen }).checkpoint()).toEqual(failure('ledger-forked'));
  });

  it('recalls what was kept without asking, the greatest of it, and holds the log to it', async () => {
    await client.append([leaf(0), leaf(1)]);
    const restarted = new LedgerClient(tree, { logKey });
    tree.asked = [];
    restarted.recall(client.lastSeen!);
    restarted.recall(tree.heads.get(0)!);
    expect([tree.asked, restarted.lastHead]).toEqual([[], client.lastHead]);
    tree.bend = (pattern, reply) => (pattern === LEDGER_PATTERNS.checkpoint ? { size: 0, checkpoint: tree.heads.get(0) } : reply);
    expect(await restarted.checkpoint()).toEqual(failure('ledger-forked'));
  });

  it.each([['a head of another key', headOfAnotherKey], ['no head', () => Promise.resolve('nothing')]])('believes nothing where what was kept is %s', async (_, kept) => {
    client.recall(await kept());
    expect(await client.checkpoint()).toEqual(failure('head-untrusted'));
    expect(await client.append([leaf(0)])).toEqual(failure('head-untrusted'));
    expect(client.lastSeen).toBeNull();
  });

  it('holds a head that another process was shown against what it saw itself', async () => {
    await client.append([leaf(0), leaf(1)]);
    expect(await client.compare(tree.heads.get(0)!)).toEqual({ ok: true, value: null });
    await tree.grow(leaf(2));
    expect(await client.compare(tree.heads.get(3)!)).toEqual({ ok: true, value: null });
    expect(client.lastSeen).toBe(tree.heads.get(3));
    expect(await client.compare(await headOfAnotherKey())).toEqual(failure('head-untrusted'));
    const other = new TreeTransport();
    await other.grow(leaf(7), leaf(8));
    expect(await client.compare(other.heads.get(2)!)).toEqual(failure('ledger-forked'));
  });

  it('refuses a pin that is not one', () => {
    expect(() => new LedgerClient(tree, { logKey: 'log.example/test' })).toThrow(RangeError);
  });
});

async function headOfAnotherKey(): Promise<string> {
  const tree = new TreeTransport(ed25519Signer('log.example/test', new Uint8Array(32).fill(2)));
  await tree.grow(leaf(1));
  return tree.heads.get(1)!;
}
