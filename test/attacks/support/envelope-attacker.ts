import * as openpgp from 'openpgp';
import type { PrivateKey, PublicKey } from 'openpgp';
import { ciphertextDigest, concatBytes, digestOf, fromBase64Url, headerBytes, toBase64Url, utf8, type EnvelopeContext, type JustificationRecord, type SealedEnvelope } from '@lateral/contracts';
import { ROUND_AT, type SentMessage } from '@lateral/testing/envelope';

/**
 * What somebody can do who has a stock OpenPGP library, keys of their own or stolen ones, and no regard for our wrapper.
 * Nothing here goes through the code under attack.
 */
export const CTX = 'ctx@lateral.example';
export const HDR = 'hdr@lateral.example';
const config = { aeadProtect: true, knownNotations: [CTX, HDR] };

export interface Notation { name: string; value: string; critical?: boolean }
const written = ({ name, value, critical = true }: Notation) => ({ name, value: utf8(value), humanReadable: true, critical });

export async function signHeader(header: SealedEnvelope['header'], keys: PrivateKey[], at = ROUND_AT, notation: Notation = { name: HDR, value: digestOf('header', header) }): Promise<string> {
  const message = await openpgp.createMessage({ binary: headerBytes(header) });
  return toBase64Url(await openpgp.sign({ message, signingKeys: keys, detached: true, date: at, signatureNotations: [written(notation)], format: 'binary', config }));
}

export interface Forged {
  context?: Partial<EnvelopeContext>;
  content?: Uint8Array;
  narrative?: Uint8Array;
  justification?: JustificationRecord;
}

/** The envelope with parts changed and a header that fits them again, signed by whoever is given. */
export async function reheader({ envelope }: Pick<SentMessage, 'envelope'>, forged: Forged, signers: PrivateKey[], at = ROUND_AT): Promise<SealedEnvelope> {
  const justification = forged.justification ?? envelope.justification;
  const content = forged.content ?? fromBase64Url(envelope.content);
  const narrative = forged.narrative ?? fromBase64Url(envelope.narrative);
  const context: EnvelopeContext = { ...envelope.header.context, justification: digestOf('justification', justification), ...forged.context };
  const part = (bytes: Uint8Array) => ({ digest: ciphertextDigest(bytes), length: bytes.length });
  const header = { ...envelope.header, context, content: part(content), narrative: part(narrative) };
  return { header, signature: await signHeader(header, signers, at), content: toBase64Url(content), narrative: toBase64Url(narrative), justification };
}

/** What a receiver reads, taken out with a plain library. */
export async function plaintextOf(ciphertext: string, key: PrivateKey): Promise<Uint8Array> {
  const message = await openpgp.readMessage({ binaryMessage: fromBase64Url(ciphertext), config });
  return (await openpgp.decrypt({ message, decryptionKeys: key, format: 'binary', date: ROUND_AT, config })).data;
}

export interface Reseal {
  to: PublicKey[];
  signers: PrivateKey[];
  notation?: Notation;
  at?: Date;
  wildcard?: boolean;
  passwords?: string[];
  /** As other tools do it and ours never does: a little ciphertext, any amount of plaintext. */
  compress?: boolean;
}

export async function reseal(plaintext: Uint8Array, { to, signers, notation, at = ROUND_AT, wildcard = false, passwords, compress = false }: Reseal): Promise<Uint8Array> {
  const message = await openpgp.createMessage({ binary: plaintext });
  return openpgp.encrypt({
    message, encryptionKeys: to, ...(signers.length > 0 ? { signingKeys: signers } : {}), ...(passwords ? { passwords } : {}), wildcard,
    signatureNotations: notation ? [written(notation)] : [], date: at, format: 'binary',
    config: { ...config, preferredCompressionAlgorithm: compress ? openpgp.enums.compression.zlib : openpgp.enums.compression.uncompressed },
  });
}

/** Readers of a message between the two parties, in the order in which we seal. */
export function teamsOf({ sender, receiver }: SentMessage): PublicKey[] {
  return [receiver.team, sender.team];
}

/** The same signed and encrypted bytes under other readers: the session key taken out by a reader and wrapped anew. */
export async function rewrap(ciphertext: string, reader: PrivateKey, to: PublicKey[]): Promise<Uint8Array> {
  const bytes = fromBase64Url(ciphertext);
  const message = await openpgp.readMessage({ binaryMessage: bytes, config });
  const [session] = await openpgp.decryptSessionKeys({ message, decryptionKeys: reader, date: ROUND_AT, config });
  if (session === undefined) throw new Error('no session key came out');
  const wrapped = await openpgp.encryptSessionKey({ data: session.data, algorithm: 'aes256', aeadAlgorithm: 'gcm', encryptionKeys: to, date: ROUND_AT, format: 'binary', config });
  return concatBytes(wrapped, containerOf(bytes));
}

/** All from the encrypted container on: what is left when the session key packets, each shorter than 192 bytes, are cut off. */
function containerOf(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (bytes[at] === 0xc1) at += 2 + bytes[at + 1]!;
  return bytes.subarray(at);
}

/** base64url with one bit turned over. */
export function flipBit(text: string, bit: number): string {
  const bytes = fromBase64Url(text);
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  return toBase64Url(bytes);
}

/** A verifier as many are written: right key, right data, and no idea of our notations. */
export async function naiveVerify(document: Uint8Array, signature: Uint8Array, key: PublicKey): Promise<boolean> {
  const verified = await openpgp.verify({
    message: await openpgp.createMessage({ binary: document }), signature: await openpgp.readSignature({ binarySignature: signature }), verificationKeys: key,
    format: 'binary', date: ROUND_AT, config: { knownNotations: [] },
  });
  return verified.signatures[0]!.verified.catch(() => false);
}

/** A private key locked under a passphrase, which asks for 2^exponent KiB to be unlocked. */
export async function lockedAskingFor(exponent: number, key: PrivateKey, passphrase: string): Promise<Uint8Array> {
  const modest = 4;
  const s2kArgon2Params = { passes: 1, parallelism: 1, memoryExponent: modest };
  const locked = await openpgp.encryptKey({ privateKey: key, passphrase, config: { aeadProtect: true, s2kType: openpgp.enums.s2k.argon2, s2kArgon2Params } });
  const bytes = locked.write();
  // Specifier: type 4, sixteen octets of salt, then passes, lanes and the exponent (RFC 9580 section 3.7.1.4).
  for (let at = 0; at + 19 < bytes.length; at += 1) {
    if (bytes[at] === 4 && bytes[at + 17] === 1 && bytes[at + 18] === 1 && bytes[at + 19] === modest) bytes[at + 19] = exponent;
  }
  return bytes;
}
