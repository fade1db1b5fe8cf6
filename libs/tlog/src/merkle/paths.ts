import { foldNodes } from './frontier.js';
import { isTreeSize, nodesOfRange, splitPoint, type NodeId } from './node-id.js';

/**
 * How a proof is made out of complete nodes: one step for each hash of the path, and for each step the nodes that fold into
 * it, left to right. A step has more than one node only at the tree's right edge, where the subtree is not complete yet.
 */
export type PathPlan = readonly (readonly NodeId[])[];

/** Reads the hash of a complete node. Undefined where the store lacks it. */
export type ReadNode = (level: number, index: number) => Uint8Array | undefined;

/** Plan of the inclusion proof of a leaf in the tree of that size (RFC 6962 section 2.1.1), the leaf's sibling first. */
export function inclusionPlan(index: number, size: number): PathPlan {
  if (!isTreeSize(index) || !isTreeSize(size) || index >= size) throw new RangeError('no such leaf in a tree of that size');
  const steps: NodeId[][] = [];
  let begin = 0;
  let end = size;
  while (end - begin > 1) {
    const middle = begin + splitPoint(end - begin);
    if (index < middle) {
      steps.push(nodesOfRange(middle, end));
      end = middle;
    } else {
      steps.push(nodesOfRange(begin, middle));
      begin = middle;
    }
  }
  return steps.reverse();
}

/** Plan of the consistency proof between two sizes (RFC 6962 section 2.1.2). Throws a RangeError unless 0 < from <= to. */
export function consistencyPlan(from: number, to: number): PathPlan {
  if (!isTreeSize(from) || !isTreeSize(to) || from === 0 || from > to) throw new RangeError('no consistency proof between those sizes');
  const steps: NodeId[][] = [];
  let begin = 0;
  let end = to;
  while (end !== from) {
    const middle = begin + splitPoint(end - begin);
    if (from <= middle) {
      steps.push(nodesOfRange(middle, end));
      end = middle;
    } else {
      steps.push(nodesOfRange(begin, middle));
      begin = middle;
    }
  }
  // The verifier holds the old root; a subtree that is only part of the old tree has to be told to it.
  if (begin !== 0) steps.push(nodesOfRange(begin, end));
  return steps.reverse();
}

/** Every node a plan needs, each once: what an asynchronous store fetches in one go before `pathOf`. */
export function nodesOfPlan(plan: PathPlan): NodeId[] {
  return plan.flat();
}

/** Carries out a plan. Throws where a node is missing: a store that lacks a complete node is broken. */
export function pathOf(plan: PathPlan, read: ReadNode): Uint8Array[] {
  return plan.map((step) =>
    foldNodes(step.map(({ level, index }) => {
      const hash = read(level, index);
      if (hash === undefined) throw new Error(`node ${index} of level ${level} is missing`);
      return hash;
    })),
  );
}

/** Nodes needed for `inclusionPath`. */
export function inclusionNodes(index: number, size: number): NodeId[] {
  return nodesOfPlan(inclusionPlan(index, size));
}

/** Nodes needed for `consistencyPath`. */
export function consistencyNodes(from: number, to: number): NodeId[] {
  return nodesOfPlan(consistencyPlan(from, to));
}

/** Inclusion proof of a leaf, from nodes at hand. */
export function inclusionPath(index: number, size: number, read: ReadNode): Uint8Array[] {
  return pathOf(inclusionPlan(index, size), read);
}

/** Consistency proof between two sizes, from nodes at hand. */
export function consistencyPath(from: number, to: number, read: ReadNode): Uint8Array[] {
  return pathOf(consistencyPlan(from, to), read);
}
