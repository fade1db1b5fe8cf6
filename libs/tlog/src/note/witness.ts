import { utf8ToBytes } from '@noble/hashes/utils.js';
import { parseCheckpoint } from './checkpoint.js';
import { cosignedMessage, joinCosignature } from './cosignature.js';
import { formatSignatureLine, parseNote, type NoteSigner } from './signed-note.js';

/**
 * A witness's signature line for a checkpoint note. The caller has checked the log's signature and the consistency with the
 * last head it cosigned, and has stored this one, before it asks for this.
 * @param time seconds since 1970
 */
export async function cosign(note: string, witness: NoteSigner, time: number): Promise<string> {
  const parsed = parseNote(note);
  if (!parsed || !parseCheckpoint(parsed.text)) throw new RangeError('not a checkpoint');
  if (!Number.isSafeInteger(time) || time < 0) throw new RangeError('not a time in seconds');
  const signature = await witness.sign(cosignedMessage(utf8ToBytes(parsed.text), time));
  return formatSignatureLine({ name: witness.name, keyId: witness.keyId, signature: joinCosignature(time, signature) });
}
