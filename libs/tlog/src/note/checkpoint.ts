import { EMPTY_ROOT, equalBytes, HASH_BYTES } from '../merkle/hashes.js';
import { isTreeSize } from '../merkle/node-id.js';
import { fromBase64, toBase64 } from './base64.js';
import { splitCosignature } from './cosignature.js';
import { signNote, verifyNote, type NoteFault, type NoteSigner, type NoteVerifier } from './signed-note.js';

/** A tree head (C2SP tlog-checkpoint): which log, how many leaves, which root. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
}

/** A witness's word for a head. `time` in seconds since 1970. */
export interface Cosignature {
  name: string;
  keyId: number;
  time: number;
}

export type CheckpointFault = NoteFault | 'wrong-origin';
export type OpenedCheckpoint =
  | { ok: true; checkpoint: Checkpoint; cosignatures: Cosignature[] }
  | { ok: false; code: CheckpointFault };

/** Note text of a checkpoint. We write no extension lines: nobody could audit them. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (origin === '' || origin.includes('\n') || !isTreeSize(size) || root.length !== HASH_BYTES) throw new RangeError('not a checkpoint');
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads the note text of a checkpoint, or null. Extension lines are tolerated, and say nothing to us. */
export function parseCheckpoint(text: string): Checkpoint | null {
  if (!text.endsWith('\n')) return null;
  const lines = text.slice(0, -1).split('\n');
  const [origin, decimal, encoded] = lines;
  if (lines.length < 3 || lines.includes('')) return null;
  const size = parseDecimal(decimal!);
  const root = fromBase64(encoded!);
  if (size === null || root?.length !== HASH_BYTES) return null;
  if (size === 0 && !equalBytes(root, EMPTY_ROOT)) return null;
  return { origin: origin!, size, root };
}

/** Signs a head with the log's key (and any further ones). */
export function signCheckpoint(checkpoint: Checkpoint, ...signers: readonly NoteSigner[]): Promise<string> {
  return signNote(formatCheckpoint(checkpoint), signers);
}

/**
 * Opens a signed checkpoint under the one log key the reader trusts; the origin must be that key's name. Cosignatures of the
 * given witnesses are verified too and returned; those of others count for nothing.
 */
export function openCheckpoint(note: string, log: NoteVerifier, witnesses: readonly NoteVerifier[] = []): OpenedCheckpoint {
  const verdict = verifyNote(note, [log, ...witnesses]);
  if (!verdict.ok) return verdict;
  const isLog = ({ name, keyId }: { name: string; keyId: number }) => name === log.name && keyId === log.keyId;
  if (!verdict.verified.some(isLog)) return { ok: false, code: 'unknown-key' };
  const checkpoint = parseCheckpoint(verdict.text);
  if (!checkpoint) return { ok: false, code: 'malformed' };
  if (checkpoint.origin !== log.name) return { ok: false, code: 'wrong-origin' };
  const cosignatures = verdict.verified
    .filter((signature) => !isLog(signature))
    .flatMap(({ name, keyId, signature }) => {
      const time = splitCosignature(signature)?.time;
      return time === undefined ? [] : [{ name, keyId, time }];
    });
  return { ok: true, checkpoint, cosignatures };
}

/** A number as the formats write it: decimal, no leading zero, within 2^53; else null. */
export function parseDecimal(text: string): number | null {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const value = Number(text);
  return isTreeSize(value) ? value : null;
}
