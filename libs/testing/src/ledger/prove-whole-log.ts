import type { LedgerStore } from '@lateral/persistence/ledger';
import type { NoteVerifier } from '@lateral/tlog';
import { Frontier, consistencyNodes, consistencyPath, equalBytes, inclusionNodes, inclusionPath, leafHash, openCheckpoint, verifyConsistency, verifyInclusion } from '@lateral/tlog';
import type { ScratchLedgerDatabase } from './scratch-ledger-database.js';

const PAGE = 10_000;

/**
 * Proves everything there is to prove about a log as it stands: indexes without a gap, the tree recomputed from the leaves,
 * every kept head signed, equal to the recomputed root of its size and consistent with the next one, and every leaf included
 * in the newest. Throws on the first thing that is wrong; returns the leaves, in order, as text. Quadratic: for small logs.
 */
export async function proveWholeLog(store: LedgerStore, database: ScratchLedgerDatabase, log: NoteVerifier): Promise<string[]> {
  const leaves = await store.leaves(0, PAGE);
  const frontier = new Frontier();
  const roots = [frontier.root()];
  for (const leaf of leaves) {
    frontier.append(leafHash(leaf));
    roots.push(frontier.root());
  }
  const heads = await keptHeads(database, log);
  const newest = heads.at(-1) ?? fail('there is no head');
  if (newest.size !== leaves.length) fail(`${leaves.length} leaves under a head of ${newest.size}`);
  for (const [place, head] of heads.entries()) {
    if (!equalBytes(head.root, roots[head.size]!)) fail(`the head of size ${head.size} has another root than its leaves`);
    const next = heads[place + 1];
    if (next && head.size > 0) await proveConsistency(store, head, next);
  }
  for (const [index, leaf] of leaves.entries()) {
    if ((await store.indexOf(leafHash(leaf))) !== index) fail(`leaf ${index} is not found under its hash`);
    const path = inclusionPath(index, newest.size, await reader(store, inclusionNodes(index, newest.size)));
    if (!verifyInclusion({ leafHash: leafHash(leaf), index, size: newest.size, path, root: newest.root })) fail(`leaf ${index} is not included`);
  }
  return leaves.map((leaf) => new TextDecoder().decode(leaf));
}

interface Head { size: number; root: Uint8Array }

async function keptHeads(database: ScratchLedgerDatabase, log: NoteVerifier): Promise<Head[]> {
  const rows = await database.admin<{ size: string; root: Uint8Array; note: string }>('SELECT size, root, note FROM ledger_checkpoint ORDER BY size');
  return rows.map((row) => {
    const opened = openCheckpoint(row.note, log);
    if (!opened.ok) return fail(`the head of size ${row.size} is not signed: ${opened.code}`);
    if (opened.checkpoint.size !== Number(row.size) || !equalBytes(opened.checkpoint.root, row.root)) return fail(`the head of size ${row.size} signs something else`);
    return opened.checkpoint;
  });
}

async function proveConsistency(store: LedgerStore, from: Head, to: Head): Promise<void> {
  const path = consistencyPath(from.size, to.size, await reader(store, consistencyNodes(from.size, to.size)));
  if (!verifyConsistency({ from: from.size, to: to.size, fromRoot: from.root, toRoot: to.root, path })) fail(`the heads of ${from.size} and ${to.size} are not consistent`);
}

async function reader(store: LedgerStore, places: { level: number; index: number }[]) {
  const hashes = await store.nodes(places);
  return (level: number, index: number) => hashes[places.findIndex((place) => place.level === level && place.index === index)];
}

function fail(what: string): never {
  throw new Error(`the log does not hold together: ${what}`);
}
