import { createHash } from 'node:crypto';
import { inspectEnvelope, signerKeyOf } from '@lateral/envelope/inspect';
import type { InspectCode, SignatureHash, SignerKey, VerifyEd25519 } from '@lateral/envelope/inspect';
import type { SealedEnvelope } from '@lateral/contracts';
import type { EnvelopeInspector, InspectionFailure, InspectionResult } from '@lateral/exchange';
import { nodeEd25519 } from '@lateral/platform';

/** Keys are immutable bytes, so what was read from them holds; the roster says who may use one, each time anew. */
const MOST_KEYS_KEPT = 5_000;

const FAILURES: Record<InspectCode, InspectionFailure> = {
  'header-mismatch': 'header-mismatch', 'signer-unknown': 'signature-invalid', 'signature-invalid': 'signature-invalid', 'ciphertext-mismatch': 'ciphertext-mismatch',
  'justification-mismatch': 'justification-mismatch', 'readers-mismatch': 'readers-mismatch', 'time-mismatch': 'header-mismatch',
};

/** Checks what can be checked without a secret key, with Node's own Ed25519. */
export class NodeEnvelopeInspector implements EnvelopeInspector {
  private readonly signers = new Map<string, SignerKey>();

  async inspect(envelope: SealedEnvelope, signerKey: Uint8Array): Promise<InspectionResult> {
    const { created, from } = envelope.header.context;
    const key = await this.signer(signerKey, new Date(created));
    if (key === null) return { ok: false, code: 'signature-invalid' };
    const inBytes = { ...envelope, content: bytesOrText(envelope.content), narrative: bytesOrText(envelope.narrative) };
    const inspected = await inspectEnvelope({ envelope: inBytes, sender: { agency: from.agency, key }, verifyEd25519, hash: hashOf });
    return inspected.ok ? { ok: true } : { ok: false, code: FAILURES[inspected.code] };
  }

  // Reading an OpenPGP key costs a few signature checks, as much as the message itself. Only what could be read is kept: whether
  // a key is valid depends on the time, and a sender chooses the time that its message names.
  private async signer(key: Uint8Array, at: Date): Promise<SignerKey | null> {
    const name = createHash('sha256').update(key).digest('base64');
    const known = this.signers.get(name);
    if (known !== undefined) return known;
    const read = await signerKeyOf(key, at);
    if (read === null) return null;
    if (this.signers.size >= MOST_KEYS_KEPT) this.signers.delete(this.signers.keys().next().value as string);
    this.signers.set(name, read);
    return read;
  }
}

/** Node's own decoding takes a seventh of the time, and passes over faults: a text that is not the one spelling of its bytes stays text, and is refused. */
function bytesOrText(text: string): Uint8Array | string {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : text;
}

const hashOf: SignatureHash = (name, bytes) => createHash(name).update(bytes).digest();

const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => nodeEd25519(message, signature, publicKey);
