import type { AppendReply, CheckpointReply, ConsistencyReply, CosignatureReply, InclusionReply } from '@lateral/contracts';
import { fromBase64 } from '@lateral/tlog';
import { LedgerFault } from './ledger-result.js';

/** Each function gives a reply back typed, or throws `reply-malformed`. What a reply claims is not believed by this. */
export function readAppendReply(reply: unknown, count: number): AppendReply {
  const { indexes, checkpoint } = membersOf(reply);
  if (!Array.isArray(indexes) || indexes.length !== count || !indexes.every(isIndex) || typeof checkpoint !== 'string') throw malformed();
  return { indexes: indexes as number[], checkpoint };
}

export function readCheckpointReply(reply: unknown): CheckpointReply {
  const { size, checkpoint } = membersOf(reply);
  if (!isIndex(size) || typeof checkpoint !== 'string') throw malformed();
  return { size, checkpoint };
}

export function readInclusionReply(reply: unknown): InclusionReply {
  if (reply === null) return null;
  const { index, size, path, checkpoint } = membersOf(reply);
  if (!isIndex(index) || !isIndex(size) || !isTexts(path) || typeof checkpoint !== 'string') throw malformed();
  return { index, size, path, checkpoint };
}

export function readConsistencyReply(reply: unknown): ConsistencyReply {
  const { from, to, path, checkpoint } = membersOf(reply);
  if (!isIndex(from) || !isIndex(to) || !isTexts(path) || typeof checkpoint !== 'string') throw malformed();
  return { from, to, path, checkpoint };
}

export function readCosignatureReply(reply: unknown): CosignatureReply {
  const { accepted } = membersOf(reply);
  if (typeof accepted !== 'boolean') throw malformed();
  return { accepted };
}

/** Hashes of a path; throws `reply-malformed` where one is not base64. */
export function hashesOf(path: readonly string[]): Uint8Array[] {
  return path.map((text) => fromBase64(text) ?? (() => { throw malformed(); })());
}

function malformed(): LedgerFault {
  return new LedgerFault('reply-malformed', 'permanent');
}

function membersOf(reply: unknown): Record<string, unknown> {
  if (typeof reply !== 'object' || reply === null) throw malformed();
  return reply as Record<string, unknown>;
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= 128 && value.every((item) => typeof item === 'string');
}
