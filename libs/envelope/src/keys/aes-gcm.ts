import { concatBytes } from '@lateral/contracts';

/** Where random bytes come from: the operating system, or a test. */
export interface RandomBytes { bytes(length: number): Uint8Array }

const NONCE_BYTES = 12;

/** AES-256-GCM: nonce in front, tag behind. A nonce is drawn for every call, so one key may lock a few thousand things and not more. */
export async function sealBytes(key: Uint8Array, plaintext: Uint8Array, { aad, random }: { aad: Uint8Array; random: RandomBytes }): Promise<Uint8Array> {
  const nonce = random.bytes(NONCE_BYTES).slice();
  const sealed = await globalThis.crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: aad.slice() }, await imported(key), plaintext.slice());
  return concatBytes(nonce, new Uint8Array(sealed));
}

/** What `sealBytes` sealed under this key and with these additional data; null for anything else. */
export async function openBytes(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Promise<Uint8Array | null> {
  try {
    const opened = await globalThis.crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.slice(0, NONCE_BYTES), additionalData: aad.slice() }, await imported(key), sealed.slice(NONCE_BYTES));
    return new Uint8Array(opened);
  } catch {
    return null;
  }
}

function imported(key: Uint8Array): ReturnType<typeof globalThis.crypto.subtle.importKey> {
  if (key.length !== 32) throw new RangeError('an AES-256 key is 32 bytes');
  return globalThis.crypto.subtle.importKey('raw', key.slice(), 'AES-GCM', false, ['encrypt', 'decrypt']);
}
