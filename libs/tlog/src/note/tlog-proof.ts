import { HASH_BYTES } from '../merkle/hashes.js';
import { isTreeSize } from '../merkle/node-id.js';
import { verifyInclusion } from '../merkle/verify-proof.js';
import { fromBase64, toBase64 } from './base64.js';
import { openCheckpoint, parseDecimal, type Checkpoint, type CheckpointFault, type Cosignature } from './checkpoint.js';
import { MAX_NOTE_LENGTH, parseNote, type NoteVerifier } from './signed-note.js';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
const MAX_PATH = 63;

/** A receipt that needs no log to be checked (C2SP tlog-proof). `checkpoint` is the signed note; `extra` is nobody's word. */
export interface TlogProof {
  extra: Uint8Array | null;
  index: number;
  path: Uint8Array[];
  checkpoint: string;
}

export type TlogProofVerdict =
  | { ok: true; index: number; checkpoint: Checkpoint; cosignatures: Cosignature[] }
  | { ok: false; code: CheckpointFault | 'not-included' };

/** The text of a proof. */
export function formatTlogProof({ extra, index, path, checkpoint }: TlogProof): string {
  if (!isTreeSize(index) || path.length > MAX_PATH || path.some((hash) => hash.length !== HASH_BYTES)) throw new RangeError('not an inclusion proof');
  const extraLine = extra === null ? [] : [`extra ${toBase64(extra)}`];
  return [FIRST_LINE, ...extraLine, `index ${index}`, ...path.map(toBase64), '', checkpoint].join('\n');
}

/** Reads a proof, or null. Nothing in it may be believed before `verifyTlogProof`. */
export function parseTlogProof(text: string): TlogProof | null {
  if (text.length > MAX_NOTE_LENGTH) return null;
  const gap = text.indexOf('\n\n');
  if (gap < 0) return null;
  const lines = text.slice(0, gap).split('\n');
  if (lines.shift() !== FIRST_LINE) return null;
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice('extra '.length)) : undefined;
  if (extra === null) return null;
  const indexLine = lines.shift();
  if (!indexLine?.startsWith('index ')) return null;
  const index = parseDecimal(indexLine.slice('index '.length));
  const path = lines.map(fromBase64);
  const checkpoint = text.slice(gap + 2);
  if (index === null || path.length > MAX_PATH || !path.every((hash) => hash?.length === HASH_BYTES) || !parseNote(checkpoint)) return null;
  return { extra: extra ?? null, index, path: path as Uint8Array[], checkpoint };
}

/** Checks a proof for one leaf: the log signed the head, the named witnesses cosigned it, the leaf stands where it says. */
export function verifyTlogProof(text: string, leafHash: Uint8Array, log: NoteVerifier, witnesses: readonly NoteVerifier[] = []): TlogProofVerdict {
  const proof = parseTlogProof(text);
  if (!proof) return { ok: false, code: 'malformed' };
  const head = openCheckpoint(proof.checkpoint, log, witnesses);
  if (!head.ok) return head;
  const { size, root } = head.checkpoint;
  if (!verifyInclusion({ leafHash, index: proof.index, size, path: proof.path, root })) return { ok: false, code: 'not-included' };
  return { ok: true, index: proof.index, checkpoint: head.checkpoint, cosignatures: head.cosignatures };
}
