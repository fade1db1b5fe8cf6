import { beforeAll, describe, expect, it } from 'vitest';
import { Frontier, foldNodes } from './frontier.js';
import { EMPTY_ROOT, equalBytes, leafHash, nodeHash } from './hashes.js';
import { frontierNodes } from './node-id.js';
import { consistencyNodes, consistencyPath, inclusionNodes, inclusionPath } from './paths.js';
import { verifyConsistency, verifyInclusion } from './verify-proof.js';

const MOST = 200;
const leaves = Array.from({ length: MOST }, (_, i) => leafHash(new TextEncoder().encode(`leaf ${i}`)));
const store = new Map<string, Uint8Array>();
const read = (level: number, index: number) => store.get(`${level}/${index}`);
const roots: Uint8Array[] = [EMPTY_ROOT];

// The definition of RFC 6962 section 2.1, word for word and slow.
function treeHash(hashes: Uint8Array[]): Uint8Array {
  if (hashes.length === 1) return hashes[0]!;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(treeHash(hashes.slice(0, k)), treeHash(hashes.slice(k)));
}
// Every wrong claim for the small trees, one after the other for the large ones: a fault of form shows in the small.
const wrongOnes = <T>(wrong: T[], size: number, turn: number): T[] => (size <= 24 ? wrong : [wrong[turn % wrong.length]!]);
const flipped = (hash: Uint8Array) => hash.map((byte, i) => (i === 7 ? byte ^ 1 : byte));

beforeAll(() => {
  const frontier = new Frontier();
  for (const leaf of leaves) {
    for (const { level, index, hash } of frontier.append(leaf)) store.set(`${level}/${index}`, hash);
    roots.push(frontier.root());
  }
});

describe('a growing tree', () => {
  it('has the root that RFC 6962 defines, at every size', () => {
    for (let size = 1; size <= MOST; size += 1) expect(roots[size]).toEqual(treeHash(leaves.slice(0, size)));
  });

  it('reports every complete node once and no other', () => {
    const expected = new Set<string>();
    for (let level = 0; 2 ** level <= MOST; level += 1) for (let i = 0; (i + 1) * 2 ** level <= MOST; i += 1) expected.add(`${level}/${i}`);
    expect(new Set(store.keys())).toEqual(expected);
  });

  it('goes on from the stored nodes of any size', () => {
    for (let size = 0; size < MOST; size += 1) {
      const frontier = Frontier.fromNodes(size, frontierNodes(size).map(({ level, index }) => read(level, index)!));
      expect(frontier.root()).toEqual(roots[size]);
      frontier.append(leaves[size]!);
      expect([frontier.size, frontier.root()]).toEqual([size + 1, roots[size + 1]]);
    }
  });

  it('leaves the original alone when a copy is appended to', () => {
    const frontier = new Frontier();
    frontier.append(leaves[0]!);
    frontier.copy().append(leaves[1]!);
    expect([frontier.size, frontier.root()]).toEqual([1, roots[1]]);
  });

  it('refuses hashes that are none, nodes that are too few and a size that is none', () => {
    expect(() => new Frontier().append(new Uint8Array(31))).toThrow(RangeError);
    expect(() => Frontier.fromNodes(3, [leaves[0]!])).toThrow(RangeError);
    for (const size of [-1, 0.5, 2 ** 53, Number.NaN]) expect(() => frontierNodes(size)).toThrow(RangeError);
  });

  it('keeps its place far beyond 32 bits', () => {
    const size = 2 ** 40 + 5;
    const nodes = frontierNodes(size);
    const frontier = Frontier.fromNodes(size, nodes.map((_, i) => leaves[i]!));
    expect(nodes).toEqual([{ level: 40, index: 0 }, { level: 2, index: 2 ** 38 }, { level: 0, index: 2 ** 40 + 4 }]);
    expect(frontier.append(leaves[9]!).map(({ level, index }) => [level, index])).toEqual([[0, size], [1, (size - 1) / 2]]);
    expect(frontier.root()).toEqual(foldNodes([leaves[0]!, leaves[1]!, nodeHash(leaves[2]!, leaves[9]!)]));
  });
});

describe('inclusion proofs, every leaf of every size to 200', () => {
  it('verify, and with another root, leaf, index, size or path do not', () => {
    for (let size = 1; size <= MOST; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const claim = { leafHash: leaves[index]!, index, size, path: inclusionPath(index, size, read), root: roots[size]! };
        const wrong = [
          { ...claim, root: flipped(claim.root) },
          { ...claim, leafHash: flipped(claim.leafHash) },
          { ...claim, index: index ^ 1 },
          { ...claim, index: size },
          { ...claim, path: [...claim.path, claim.root] },
          { ...claim, size: size * 2 },
          ...(size > 1 ? [{ ...claim, path: claim.path.slice(1) }, { ...claim, path: [flipped(claim.path[0]!), ...claim.path.slice(1)] }] : []),
        ];
        if (!verifyInclusion(claim)) throw new Error(`leaf ${index} of ${size} does not verify`);
        for (const other of wrongOnes(wrong, size, index)) if (verifyInclusion(other)) throw new Error(`wrong claim ${wrong.indexOf(other)} of leaf ${index} of ${size} verifies`);
      }
    }
    expect(store.size).toBeGreaterThan(MOST);
  });

  it('name no leaf outside the tree', () => {
    for (const [index, size] of [[0, 0], [1, 1], [-1, 1], [0.5, 2], [0, 2 ** 53], [Number.NaN, 3]] as const) {
      expect(verifyInclusion({ leafHash: leaves[0]!, index, size, path: [], root: leaves[0]! })).toBe(false);
      expect(() => inclusionNodes(index, size)).toThrow(RangeError);
    }
  });

  it('take no hash of another length', () => {
    expect(verifyInclusion({ leafHash: leaves[0]!, index: 0, size: 2, path: [new Uint8Array(31)], root: nodeHash(leaves[0]!, new Uint8Array(31)) })).toBe(false);
  });

  it('cannot be made where the store lacks a node', () => {
    expect(() => inclusionPath(3, 9, (level, index) => (level === 0 && index === 8 ? undefined : read(level, index)))).toThrow('missing');
  });
});

describe('consistency proofs, every pair of sizes to 200', () => {
  it('verify, and with another root, size or path do not', () => {
    for (let to = 1; to <= MOST; to += 1) {
      for (let from = 1; from <= to; from += 1) {
        const claim = { from, to, fromRoot: roots[from]!, toRoot: roots[to]!, path: consistencyPath(from, to, read) };
        const wrong = [
          { ...claim, fromRoot: flipped(claim.fromRoot) },
          { ...claim, toRoot: flipped(claim.toRoot) },
          { ...claim, from: 0, fromRoot: EMPTY_ROOT },
          { ...claim, path: [...claim.path, claim.toRoot] },
          ...(from < to ? [{ ...claim, from: to, to: from }, { ...claim, from: from + 1 }, { ...claim, path: claim.path.slice(1) }, { ...claim, fromRoot: claim.toRoot, toRoot: claim.fromRoot }] : []),
        ];
        if (!verifyConsistency(claim)) throw new Error(`${from} to ${to} does not verify`);
        for (const other of wrongOnes(wrong, to, from)) if (verifyConsistency(other)) throw new Error(`wrong claim ${wrong.indexOf(other)} of ${from} to ${to} verifies`);
      }
    }
    expect(roots).toHaveLength(MOST + 1);
  });

  it('exist for no empty, shrinking or unsafe sizes', () => {
    for (const [from, to] of [[0, 0], [0, 5], [6, 5], [1, 2 ** 53], [1.5, 2]] as const) {
      expect(verifyConsistency({ from, to, fromRoot: leaves[0]!, toRoot: leaves[0]!, path: [] })).toBe(false);
      expect(() => consistencyNodes(from, to)).toThrow(RangeError);
    }
  });
});

describe('comparing bytes', () => {
  it('sees any difference', () => {
    expect(equalBytes(leaves[0]!, leaves[0]!.slice())).toBe(true);
    for (let i = 0; i < 32; i += 1) expect(equalBytes(leaves[0]!, leaves[0]!.map((byte, k) => (k === i ? byte ^ 128 : byte)))).toBe(false);
    expect(equalBytes(leaves[0]!, leaves[0]!.slice(1))).toBe(false);
  });
});
