/**
 * A complete node of the tree: the root of the 2^level leaves that start at leaf index * 2^level. Once its leaves are in it
 * never changes, so these and only these are worth keeping.
 */
export interface NodeId {
  level: number;
  index: number;
}

/** A complete node with its hash. */
export interface TreeNode extends NodeId {
  hash: Uint8Array;
}

/** Sizes and indexes are numbers: 2^53 leaves are more than any log of ours, and beyond them arithmetic would lie. */
export function isTreeSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Largest power of two that is smaller than `size` (2 or more): where RFC 6962 splits a tree. */
export function splitPoint(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/**
 * The complete nodes that leaves [begin, end) consist of, left to right. `begin` must be a multiple of the smallest power of
 * two that is not below the length, as it is for every subtree of RFC 6962.
 */
export function nodesOfRange(begin: number, end: number): NodeId[] {
  const nodes: NodeId[] = [];
  let at = begin;
  while (at < end) {
    let level = 0;
    let width = 1;
    while (width * 2 <= end - at) {
      width *= 2;
      level += 1;
    }
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/** The complete nodes a tree of that size consists of, left to right: all that is needed to go on appending to it. */
export function frontierNodes(size: number): NodeId[] {
  if (!isTreeSize(size)) throw new RangeError('not a tree size');
  return nodesOfRange(0, size);
}
