import * as openpgp from 'openpgp';
import type { PrivateKey, PublicKey } from 'openpgp';
import { utf8 } from '@lateral/contracts';
import { hasOnlyNotation, parseSignature } from './inspect/signature-packet.js';
import { listReaders, readersAre } from './inspect/readers.js';

export type { PrivateKey, PublicKey } from 'openpgp';

/** Critical notations that Lateral's signatures carry: on content, on a header, on a signed document. */
export const NOTATIONS = { context: 'ctx@lateral.example', header: 'hdr@lateral.example', document: 'doc@lateral.example' } as const;
export interface Notation {
  name: (typeof NOTATIONS)[keyof typeof NOTATIONS];
  value: string;
}

const knownNotations: string[] = Object.values(NOTATIONS);
Object.freeze(knownNotations);

/**
 * The one set of options, given to every call. Several of the library's defaults are open doors: no limit on decompression,
 * 1 TiB of memory for a hostile key's derivation, parts of a message that it does not know skipped without a word.
 */
export const OPTIONS: Readonly<openpgp.Config> = Object.freeze({
  ...openpgp.config,
  allowUnauthenticatedMessages: false,
  allowUnauthenticatedStream: false,
  allowInsecureDecryptionWithSigningKeys: false,
  allowInsecureVerificationWithReformattedKeys: false,
  allowMissingKeyFlags: false,
  ignoreMalformedPackets: false,
  ignoreUnsupportedPackets: false,
  enforceGrammar: true,
  maxDecompressedMessageSize: 4 << 20,
  maxArgon2MemoryExponent: 18,
  minRSABits: 3071,
  knownNotations,
  rejectHashAlgorithms: new Set([openpgp.enums.hash.md5, openpgp.enums.hash.ripemd, openpgp.enums.hash.sha1]),
  rejectMessageHashAlgorithms: new Set([openpgp.enums.hash.md5, openpgp.enums.hash.ripemd, openpgp.enums.hash.sha1]),
  // Compression and text chosen by others together tell lengths apart; we pad instead.
  preferredCompressionAlgorithm: openpgp.enums.compression.uncompressed,
  aeadProtect: true,
  preferredAEADAlgorithm: openpgp.enums.aead.gcm,
  aeadChunkSizeByte: 16,
});

/** Methods of key objects fall back to the library's defaults for whatever is left out, so they get the same whole set. */
export const FULL_OPTIONS = OPTIONS;

/** One public key, binary. Throws on armour, several keys, private parts or anything malformed. */
export async function readPublicKey(bytes: Uint8Array): Promise<PublicKey> {
  const key = await openpgp.readKey({ binaryKey: bytes, config: OPTIONS });
  if (key.isPrivate()) throw new TypeError('a public key was expected');
  return key;
}

/** One private key, binary and not locked by a passphrase of OpenPGP's own. A member's team copy has no primary secret: that is fine here. */
export function readPrivateKey(bytes: Uint8Array): Promise<PrivateKey> {
  return openpgp.readPrivateKey({ binaryKey: bytes, config: OPTIONS });
}

/**
 * One private key that a stock tool locked with a passphrase, unlocked; null where the passphrase or the key is not good. A key may ask for
 * as much memory as it likes to be unlocked: past 256 MiB it is refused unread.
 */
export async function unlockPrivateKey(bytes: Uint8Array, passphrase: string): Promise<PrivateKey | null> {
  try {
    return await openpgp.decryptKey({ privateKey: await readPrivateKey(bytes), passphrase, config: OPTIONS });
  } catch {
    return null;
  }
}

/** Fingerprint as Lateral writes it: upper-case hex. */
export function fingerprintOf(key: { getFingerprint(): string }): string {
  return key.getFingerprint().toUpperCase();
}

/** A reader's key and the fingerprint of the one encryption subkey of it that may read. */
export interface EncryptionReader {
  key: PublicKey;
  epoch: string;
}

/**
 * Encrypts bytes to exactly the subkeys named, signed inside by one key with one critical notation. Throws where a subkey is not in
 * its key, has expired at `at`, or the result would be readable by anyone else.
 */
export async function encryptTo(plaintext: Uint8Array, readers: readonly EncryptionReader[], signer: PrivateKey, notation: Notation, at: Date): Promise<Uint8Array> {
  const message = await openpgp.createMessage({ binary: plaintext, date: new Date(0) });
  const ciphertext = await openpgp.encrypt({
    message,
    encryptionKeys: readers.map(({ key }) => key),
    encryptionKeyIDs: readers.map(subkeyOf).map((subkey) => subkey.getKeyID()),
    signingKeys: signer,
    signingKeyIDs: signer.getKeyID(),
    signatureNotations: [critical(notation)],
    date: at,
    format: 'binary',
    config: OPTIONS,
  });
  const named = listReaders(ciphertext);
  if (!named.ok || !readersAre(named, readers.map(({ epoch }) => epoch))) throw new Error('the ciphertext names other readers than it was made for');
  return ciphertext;
}

/** RFC 9580 section 5.2.3.32: version 2 of the encrypted container. */
const FEATURE_SEIPDV2 = 0x08;

/** Whether the owner of a key says that they read the AEAD container; stock tools do not, and one such reader takes it from all who share a message. */
export async function readsModernContainer(key: PublicKey, at: Date): Promise<boolean> {
  const { selfCertification } = await key.getPrimaryUser(at, undefined, OPTIONS);
  return ((selfCertification.features?.[0] ?? 0) & FEATURE_SEIPDV2) !== 0;
}

function subkeyOf({ key, epoch }: EncryptionReader): { getKeyID(): openpgp.KeyID } {
  const subkey = key.getSubkeys().find((candidate) => fingerprintOf(candidate) === epoch);
  if (subkey === undefined) throw new RangeError('a reader names a subkey that its key does not have');
  return subkey;
}

export type SignatureRefused = 'unreadable' | 'not-one-signature' | 'unusual-signature' | 'unknown-signer' | 'bad-signature' | 'wrong-notation';
export type Decrypted = { ok: true; plaintext: Uint8Array; signer: string; created: Date } | { ok: false; code: 'no-key' | 'not-authentic' | SignatureRefused };

/**
 * Opens a ciphertext and releases its bytes only if exactly one signature, by one of `signers`, with exactly this critical notation,
 * is good. `notAfter`: a signature that says it was made later is refused. `keys` may hold several epochs.
 */
export async function decryptWith(
  ciphertext: Uint8Array,
  keys: readonly PrivateKey[],
  signers: readonly PublicKey[],
  notation: Notation,
  notAfter: Date,
): Promise<Decrypted> {
  const named = listReaders(ciphertext);
  if (!named.ok) return { ok: false, code: 'unreadable' };
  const ours = keys.filter((key) => key.getSubkeys().some((subkey) => named.readers.some((reader) => fingerprintOf(subkey).endsWith(reader))));
  if (ours.length === 0) return { ok: false, code: 'no-key' };
  let opened: openpgp.DecryptMessageResult & { data: Uint8Array };
  try {
    const message = await openpgp.readMessage({ binaryMessage: ciphertext, config: OPTIONS });
    opened = await openpgp.decrypt({ message, decryptionKeys: ours, verificationKeys: [...signers], expectSigned: true, date: notAfter, format: 'binary', config: OPTIONS });
  } catch {
    return { ok: false, code: 'not-authentic' };
  }
  const judged = await judge(opened.signatures, signers, notation);
  return judged.ok ? { ok: true, plaintext: opened.data, signer: judged.signer, created: judged.created } : judged;
}

/** Detached signature over bytes, with one critical notation; `at` is the time it says. */
export async function signDetached(bytes: Uint8Array, signer: PrivateKey, notation: Notation, at: Date): Promise<Uint8Array> {
  const message = await openpgp.createMessage({ binary: bytes, date: new Date(0) });
  return openpgp.sign({
    message,
    signingKeys: signer,
    signingKeyIDs: signer.getKeyID(),
    detached: true,
    signatureNotations: [critical(notation)],
    date: at,
    format: 'binary',
    config: OPTIONS,
  });
}

export type DetachedVerified = { ok: true; signer: string; created: Date } | { ok: false; code: SignatureRefused };

/**
 * Verifies one detached signature over bytes by one of `keys`, whose primary key must have been valid when it was made. When it says it
 * was made is returned, not judged: only the caller knows what it should agree with.
 */
export async function verifyDetached(bytes: Uint8Array, signature: Uint8Array, keys: readonly PublicKey[], notation: Notation): Promise<DetachedVerified> {
  const parsed = parseSignature(signature);
  if (parsed === null) return { ok: false, code: 'unusual-signature' };
  if (!keys.some((key) => fingerprintOf(key) === parsed.issuer)) return { ok: false, code: 'unknown-signer' };
  try {
    const verified = await openpgp.verify({
      message: await openpgp.createMessage({ binary: bytes, date: new Date(0) }),
      signature: await openpgp.readSignature({ binarySignature: signature, config: OPTIONS }),
      verificationKeys: [...keys],
      expectSigned: true,
      format: 'binary',
      date: null,
      config: OPTIONS,
    });
    return await judge(verified.signatures, keys, notation);
  } catch {
    return { ok: false, code: 'bad-signature' };
  }
}

/** The rule for every signature, inside or outside: one, by a primary key we were given, of the one shape we know, with one notation. */
async function judge(signatures: openpgp.DecryptMessageResult['signatures'], keys: readonly PublicKey[], notation: Notation): Promise<DetachedVerified> {
  const only = signatures[0];
  if (signatures.length !== 1 || only === undefined) return { ok: false, code: 'not-one-signature' };
  try {
    await only.verified;
  } catch {
    return { ok: false, code: 'bad-signature' };
  }
  const written = (await only.signature).write();
  const parsed = written instanceof Uint8Array ? parseSignature(written) : null;
  if (parsed === null) return { ok: false, code: 'unusual-signature' };
  if (!keys.some((key) => fingerprintOf(key) === parsed.issuer)) return { ok: false, code: 'unknown-signer' };
  if (!hasOnlyNotation(parsed, notation.name, notation.value)) return { ok: false, code: 'wrong-notation' };
  return { ok: true, signer: parsed.issuer, created: parsed.created };
}

function critical({ name, value }: Notation): openpgp.RawNotation {
  return { name, value: utf8(value), humanReadable: true, critical: true };
}

/** Encrypts a stream under a session key of its own, with no reader packets: who holds the key reads it. */
export async function encryptStream(plaintext: ReadableStream<Uint8Array>, sessionKey: Uint8Array): Promise<ReadableStream<Uint8Array>> {
  const message = await openpgp.createMessage({ binary: plaintext as openpgp.WebStream<Uint8Array>, date: new Date(0) });
  const sealed = await openpgp.encrypt({ message, sessionKey: aes(sessionKey), format: 'binary', config: OPTIONS });
  return sealed as ReadableStream<Uint8Array>;
}

/**
 * Opens such a stream. Each chunk that comes out is authentic, but the whole is only known to be whole at the end: the stream errors
 * where it was cut, so nothing read from it may be used before it has ended well.
 */
export async function decryptStream(ciphertext: ReadableStream<Uint8Array>, sessionKey: Uint8Array): Promise<ReadableStream<Uint8Array>> {
  const message = await openpgp.readMessage({ binaryMessage: ciphertext as openpgp.WebStream<Uint8Array>, config: OPTIONS });
  const opened = await openpgp.decrypt({ message, sessionKeys: aes(sessionKey), format: 'binary', date: new Date(0), config: OPTIONS });
  return opened.data as ReadableStream<Uint8Array>;
}

function aes(data: Uint8Array): openpgp.SessionKey {
  return { data, algorithm: 'aes256', aeadAlgorithm: 'gcm' };
}
