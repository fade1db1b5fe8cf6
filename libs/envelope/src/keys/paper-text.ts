import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8 } from '@lateral/contracts';

// Crockford's thirty-two: no I, L, O or U, so that what is read aloud or typed from paper is not mistaken.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECK_BYTES = 4;
const GROUP = 4;

/**
 * Bytes as they are printed on paper: base 32 in groups of four, the last letters of which are a check on the rest (and on `label`, which
 * says what it is): one in four thousand million mistyped texts would pass.
 */
export function toPaper(bytes: Uint8Array, label: string): string {
  const whole = concatBytes(bytes, checkOf(bytes, label));
  let [bits, held, written] = [0, 0, ''];
  for (const byte of whole) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) written += LETTERS[(held >> (bits - 5)) & 31]!;
    held &= (1 << bits) - 1;
  }
  if (bits > 0) written += LETTERS[(held << (5 - bits)) & 31]!;
  return written.match(new RegExp(`.{1,${GROUP}}`, 'g'))!.join('-');
}

/** The bytes of a text from paper; small letters, spaces and the usual misreadings (O, I, L) are taken for what they stand for. Null where a letter is wrong. */
export function fromPaper(text: string, label: string): Uint8Array | null {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8));
  let [bits, held, at] = [0, 0, 0];
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = held >> bits;
      at += 1;
      held &= (1 << bits) - 1;
    }
  }
  // What is left over is padding, and shorter than a letter.
  if (held !== 0 || bits >= 5 || bytes.length <= CHECK_BYTES) return null;
  const [said, check] = [bytes.slice(0, -CHECK_BYTES), bytes.slice(-CHECK_BYTES)];
  return checkOf(said, label).every((byte, i) => byte === check[i]) ? said : null;
}

function checkOf(bytes: Uint8Array, label: string): Uint8Array {
  return sha256(concatBytes(utf8(`lateral/v1/paper/${label}\0`), bytes)).slice(0, CHECK_BYTES);
}
