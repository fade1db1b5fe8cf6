import { EMPTY_ROOT, HASH_BYTES, nodeHash } from './hashes.js';
import { frontierNodes, isTreeSize, type TreeNode } from './node-id.js';

/**
 * The right edge of a growing tree: the complete nodes it consists of. Holds at most 53 hashes, whatever the size; what it
 * completes on the way is handed to the caller, who keeps it for proofs.
 */
export class Frontier {
  private edge: TreeNode[] = [];
  private leaves = 0;

  /**
   * A frontier as it stood at `size`, from the hashes of `frontierNodes(size)` in that order. Throws a RangeError where
   * they are not as many or not 32 bytes; whether they are the right ones shows in `root()`.
   */
  static fromNodes(size: number, hashes: readonly Uint8Array[]): Frontier {
    const ids = frontierNodes(size);
    if (ids.length !== hashes.length || hashes.some((hash) => hash.length !== HASH_BYTES)) {
      throw new RangeError(`a tree of ${size} leaves has ${ids.length} edge nodes of ${HASH_BYTES} bytes`);
    }
    const frontier = new Frontier();
    frontier.leaves = size;
    frontier.edge = ids.map((id, i) => ({ ...id, hash: hashes[i]! }));
    return frontier;
  }

  /** Number of leaves. */
  get size(): number {
    return this.leaves;
  }

  /** Appends one leaf hash; returns every node this completes, the leaf's own (level 0) first. */
  append(hash: Uint8Array): TreeNode[] {
    if (hash.length !== HASH_BYTES) throw new RangeError('a leaf hash is 32 bytes');
    if (!isTreeSize(this.leaves + 1)) throw new RangeError('the tree is full');
    let node: TreeNode = { level: 0, index: this.leaves, hash };
    const completed = [node];
    while (this.edge.at(-1)?.level === node.level) {
      const left = this.edge.pop()!;
      node = { level: node.level + 1, index: left.index / 2, hash: nodeHash(left.hash, node.hash) };
      completed.push(node);
    }
    this.edge.push(node);
    this.leaves += 1;
    return completed;
  }

  /** Root of the tree as it stands. */
  root(): Uint8Array {
    return foldNodes(this.edge.map((node) => node.hash));
  }

  /** A copy that can be appended to while this one stays: a writer keeps the copy only once its transaction has committed. */
  copy(): Frontier {
    const copy = new Frontier();
    copy.leaves = this.leaves;
    copy.edge = [...this.edge];
    return copy;
  }
}

/** Hash of a subtree from the complete nodes it consists of, left to right; the empty root for none. */
export function foldNodes(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return EMPTY_ROOT;
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}
