import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.js';
import { isKeyName, keyIdBytes, readKeyId } from './verifier-key.js';

/** One signature line: who says to have signed, and what follows the key id. */
export interface NoteSignature {
  name: string;
  keyId: number;
  signature: Uint8Array;
}

/** A signed note (C2SP signed-note), not verified yet. `text` ends in a newline and is what the signatures cover. */
export interface SignedNote {
  text: string;
  signatures: NoteSignature[];
}

/** Checks signatures of one key. `text` is the note text in UTF-8. */
export interface NoteVerifier {
  name: string;
  keyId: number;
  verify(text: Uint8Array, signature: Uint8Array): boolean;
}

/** Makes Ed25519 signatures; the secret key may sit anywhere. */
export interface NoteSigner {
  name: string;
  keyId: number;
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

export type NoteFault = 'malformed' | 'unknown-key' | 'bad-signature' | 'repeated-signature';
export type NoteVerdict = { ok: true; text: string; verified: NoteSignature[] } | { ok: false; code: NoteFault };

/** More than these a note is not read: a checkpoint is three lines and a signature for each agency. */
export const MAX_NOTE_SIGNATURES = 100;
export const MAX_NOTE_LENGTH = 1_000_000;

const MARK = '\u2014 ';

/** Reads a note; null where it is not one. Nothing in it may be believed before `verifyNote`. */
export function parseNote(note: string): SignedNote | null {
  if (note.length > MAX_NOTE_LENGTH || !note.endsWith('\n') || !isNoteText(note)) return null;
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0) return null;
  const lines = note.slice(gap + 2, -1).split('\n');
  if (lines.length > MAX_NOTE_SIGNATURES) return null;
  const signatures = lines.map(parseSignatureLine);
  if (!signatures.every((signature) => signature !== null)) return null;
  return { text: note.slice(0, gap + 1), signatures };
}

/** A note from its text, which must end in a newline, and its signatures. */
export function formatNote({ text, signatures }: SignedNote): string {
  if (!text.endsWith('\n') || !isNoteText(text)) throw new RangeError('not a note text');
  return `${text}\n${signatures.map(formatSignatureLine).join('')}`;
}

/** One signature line (without or with its newline), or null. */
export function parseSignatureLine(line: string): NoteSignature | null {
  const words = line.replace(/\n$/, '').split(' ');
  const [mark, name, encoded] = words;
  if (words.length !== 3 || mark !== MARK.trim() || !isKeyName(name!)) return null;
  const bytes = fromBase64(encoded!);
  if (!bytes || bytes.length < 5) return null;
  return { name: name!, keyId: readKeyId(bytes), signature: bytes.slice(4) };
}

/** One signature line with its newline. */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  if (!isKeyName(name)) throw new RangeError('not a key name');
  return `${MARK}${name} ${toBase64(concatBytes(keyIdBytes(keyId), signature))}\n`;
}

/** Signs a text that ends in a newline. */
export async function signNote(text: string, signers: readonly NoteSigner[]): Promise<string> {
  const message = utf8ToBytes(text);
  const signatures = await Promise.all(signers.map(async (signer) => ({ name: signer.name, keyId: signer.keyId, signature: await signer.sign(message) })));
  return formatNote({ text, signatures });
}

/**
 * Checks a note against the keys a reader trusts. Signatures of other keys are passed over, as the format asks; one trusted
 * signature that fails sinks the whole note, and so does a second one of the same key, which could be counted twice.
 */
export function verifyNote(note: string, verifiers: readonly NoteVerifier[]): NoteVerdict {
  const parsed = parseNote(note);
  if (!parsed) return { ok: false, code: 'malformed' };
  const text = utf8ToBytes(parsed.text);
  const verified: NoteSignature[] = [];
  const seen = new Set<NoteVerifier>();
  for (const line of parsed.signatures) {
    const verifier = verifiers.find(({ name, keyId }) => name === line.name && keyId === line.keyId);
    if (!verifier) continue;
    if (seen.has(verifier)) return { ok: false, code: 'repeated-signature' };
    seen.add(verifier);
    if (!verifier.verify(text, line.signature)) return { ok: false, code: 'bad-signature' };
    verified.push(line);
  }
  return verified.length > 0 ? { ok: true, text: parsed.text, verified } : { ok: false, code: 'unknown-key' };
}

/** A note with one more signature line, or null where either is malformed or that key has signed it already. */
export function addSignature(note: string, line: string): string | null {
  const parsed = parseNote(note);
  const signature = parseSignatureLine(line);
  if (!parsed || !signature) return null;
  if (parsed.signatures.some(({ name, keyId }) => name === signature.name && keyId === signature.keyId)) return null;
  return formatNote({ text: parsed.text, signatures: [...parsed.signatures, signature] });
}

// No control character but newline, and nothing that has no UTF-8 form.
function isNoteText(text: string): boolean {
  return !/[\u0000-\u0009\u000b-\u001f]|\p{Cs}/u.test(text);
}
