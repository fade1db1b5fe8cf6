import { equalBytes, HASH_BYTES, nodeHash } from './hashes.js';
import { isTreeSize } from './node-id.js';

/** What an inclusion proof claims. Hashes are 32 bytes. */
export interface InclusionClaim {
  leafHash: Uint8Array;
  index: number;
  size: number;
  path: readonly Uint8Array[];
  root: Uint8Array;
}

/** What a consistency proof claims: the tree of `from` leaves is the beginning of the tree of `to` leaves. */
export interface ConsistencyClaim {
  from: number;
  to: number;
  fromRoot: Uint8Array;
  toRoot: Uint8Array;
  path: readonly Uint8Array[];
}

// Where a walk from a leaf towards the root stands. Halving by division: bit operators would cut at 32 bits.
interface Position {
  node: number;
  last: number;
}
const isRightChild = (at: Position) => at.node % 2 === 1;
const climb = (at: Position): Position => ({ node: Math.floor(at.node / 2), last: Math.floor(at.last / 2) });

// The last node of a level without a sibling is carried up as it is.
function climbPastLoneNodes(at: Position): Position {
  let here = at;
  while (!isRightChild(here) && here.node !== 0) here = climb(here);
  return here;
}

const areHashes = (hashes: readonly Uint8Array[]) => hashes.every((hash) => hash.length === HASH_BYTES);

/** Whether the leaf stands at that index in the tree of that root and size (RFC 9162 section 2.1.3.2). Never throws. */
export function verifyInclusion({ leafHash, index, size, path, root }: InclusionClaim): boolean {
  if (!isTreeSize(index) || !isTreeSize(size) || index >= size || !areHashes([leafHash, root, ...path])) return false;
  let at: Position = { node: index, last: size - 1 };
  let hash = leafHash;
  for (const sibling of path) {
    if (at.last === 0) return false;
    if (isRightChild(at) || at.node === at.last) {
      hash = nodeHash(sibling, hash);
      at = climbPastLoneNodes(at);
    } else {
      hash = nodeHash(hash, sibling);
    }
    at = climb(at);
  }
  return at.last === 0 && equalBytes(hash, root);
}

/**
 * Whether the older tree is the beginning of the newer (RFC 9162 section 2.1.4.2). Never throws. An empty older tree is
 * refused: everything is consistent with nothing, so a proof of it would prove nothing.
 */
export function verifyConsistency({ from, to, fromRoot, toRoot, path }: ConsistencyClaim): boolean {
  if (!isTreeSize(from) || !isTreeSize(to) || from === 0 || from > to) return false;
  if (from === to) return path.length === 0 && equalBytes(fromRoot, toRoot);
  if (path.length === 0 || !areHashes([fromRoot, toRoot, ...path])) return false;
  let at: Position = { node: from - 1, last: to - 1 };
  while (isRightChild(at)) at = climb(at);
  // Where the older tree is one complete subtree, its own root is the start and the proof leaves it out.
  const [start, ...rest] = at.node === 0 ? [fromRoot, ...path] : path;
  let older = start!;
  let newer = start!;
  for (const sibling of rest) {
    if (at.last === 0) return false;
    if (isRightChild(at) || at.node === at.last) {
      older = nodeHash(sibling, older);
      newer = nodeHash(sibling, newer);
      at = climbPastLoneNodes(at);
    } else {
      newer = nodeHash(newer, sibling);
    }
    at = climb(at);
  }
  return at.last === 0 && equalBytes(older, fromRoot) && equalBytes(newer, toRoot);
}
