import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const SIGNATURE_BYTES = 64;
const TIME_BYTES = 8;

/** What a witness signs: that at `time` (seconds since 1970) this was the newest head it had seen and found consistent. */
export function cosignedMessage(text: Uint8Array, time: number): Uint8Array {
  return concatBytes(utf8ToBytes(`cosignature/v1\ntime ${time}\n`), text);
}

/** Time and Ed25519 signature of a cosignature (C2SP tlog-cosignature, type 0x04), or null. */
export function splitCosignature(bytes: Uint8Array): { time: number; signature: Uint8Array } | null {
  if (bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return null;
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset, TIME_BYTES).getBigUint64(0));
  return Number.isSafeInteger(time) ? { time, signature: bytes.slice(TIME_BYTES) } : null;
}

/** A cosignature's bytes from its two parts. */
export function joinCosignature(time: number, signature: Uint8Array): Uint8Array {
  const stamp = new Uint8Array(TIME_BYTES);
  new DataView(stamp.buffer).setBigUint64(0, BigInt(time));
  return concatBytes(stamp, signature);
}
