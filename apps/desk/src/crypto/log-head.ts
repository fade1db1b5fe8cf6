import { noteJudged, parseVerifierKey, SIGNATURE_TYPES, type NoteVerifier, type VerifierKey, type VerifyLater } from '@lateral/tlog';

const MOST = 64;

/**
 * Heads of one log as its key judges them, each asked about once: the proofs of one morning stand under few of them. What is remembered is
 * the whole signed text, so no other head passes for one of them.
 */
export class LogHeads {
  private readonly judged = new Map<string, Promise<NoteVerifier>>();

  constructor(private readonly log: VerifierKey, private readonly verify: VerifyLater) {}

  /** A verifier that knows what to say of this head. */
  of(head: string): Promise<NoteVerifier> {
    const known = this.judged.get(head);
    if (known !== undefined) return known;
    if (this.judged.size >= MOST) this.judged.clear();
    const judged = noteJudged(head, this.log, this.verify);
    this.judged.set(head, judged);
    // What could not be judged, because its code did not come, is asked about again.
    judged.catch(() => { this.judged.delete(head); });
    return judged;
  }
}

/** This browser's own Ed25519; ours where it has none, which is asked for only then and takes ten times as long. */
export const verifyHere: VerifyLater = async (message, signature, publicKey) => {
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, ['verify']).catch(() => null);
  if (key === null) return (await import('./portable-ed25519.js')).verifyEd25519(message, signature, publicKey);
  return subtle.verify('Ed25519', key, bytesOf(signature), bytesOf(message));
};

const known = new Map<string, LogHeads>();

/** The heads of a log, as verified since this worker began; null where `vkey` is no key of a log. It stands in a signed partnership file. */
export function headsOf(vkey: string): LogHeads | null {
  const heads = known.get(vkey) ?? headsBy(vkey);
  if (heads !== null) known.set(vkey, heads);
  return heads;
}

function headsBy(vkey: string): LogHeads | null {
  const key = parseVerifierKey(vkey);
  return key?.type === SIGNATURE_TYPES.ed25519 ? new LogHeads(key, verifyHere) : null;
}

function bytesOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
