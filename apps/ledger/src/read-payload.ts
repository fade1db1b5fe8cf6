import type { AppendRequest, ConsistencyRequest, CosignatureRequest, InclusionRequest } from '@lateral/contracts';
import { ENTRY_KINDS, MAX_APPEND_LEAVES } from '@lateral/contracts';
import { LedgerRefused } from './ledger-refused.js';

// A leaf as its canonical JSON is spelt: members sorted, a known kind, a 32-byte commitment. Nothing else can get in.
const LEAF = new RegExp(`^\\{"c":"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]","k":"(?:${ENTRY_KINDS.join('|')})","v":1\\}$`);
const LEAF_HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const MAX_LINE = 1024;

/** Each function takes a message's data as it came and gives it back typed, or throws the refusal that names the field. */
export function readAppend(data: unknown): AppendRequest {
  const { leaves } = fieldsOf(data, ['leaves']);
  if (!Array.isArray(leaves) || leaves.length === 0 || leaves.length > MAX_APPEND_LEAVES) throw new LedgerRefused('invalid-request', '/leaves');
  const wrong = leaves.findIndex((leaf) => typeof leaf !== 'string' || !LEAF.test(leaf));
  if (wrong !== -1) throw new LedgerRefused('invalid-request', `/leaves/${wrong}`);
  return { leaves: leaves as string[] };
}

export function readInclusion(data: unknown): InclusionRequest {
  const { leafHash, size } = fieldsOf(data, ['leafHash', 'size']);
  if (typeof leafHash !== 'string' || !LEAF_HASH.test(leafHash)) throw new LedgerRefused('invalid-request', '/leafHash');
  return { leafHash, size: size === null ? null : sizeOf(size, '/size') };
}

export function readConsistency(data: unknown): ConsistencyRequest {
  const { from, to } = fieldsOf(data, ['from', 'to']);
  return { from: sizeOf(from, '/from'), to: to === null ? null : sizeOf(to, '/to') };
}

export function readCosignature(data: unknown): CosignatureRequest {
  const { size, line } = fieldsOf(data, ['size', 'line']);
  if (typeof line !== 'string' || line.length > MAX_LINE) throw new LedgerRefused('invalid-request', '/line');
  return { size: sizeOf(size, '/size'), line };
}

/** For messages that ask without saying anything. */
export function readNothing(data: unknown): void {
  fieldsOf(data, []);
}

function fieldsOf(data: unknown, names: readonly string[]): Record<string, unknown> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new LedgerRefused('invalid-request', '');
  const known = new Set(names);
  if (Object.keys(data).some((name) => !known.has(name))) throw new LedgerRefused('invalid-request', '');
  return data as Record<string, unknown>;
}

function sizeOf(value: unknown, field: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new LedgerRefused('invalid-request', field);
  return value;
}
