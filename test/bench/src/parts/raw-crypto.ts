import { createCipheriv, createDecipheriv, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

interface Pair { publicKey: KeyObject; privateKey: KeyObject }
interface RawPart { bytes: Buffer; ephemeral: KeyObject; wrapped: Buffer; signature: Buffer }

/** The same primitives as an envelope's with nothing around them, straight from `node:crypto`: the least that sealing could cost. */
export class RawCrypto {
  private readonly signer: Pair = generateKeyPairSync('ed25519');
  private readonly readers: Pair[];
  private readonly content: Buffer;
  private readonly narrative: Buffer;

  /** `readers`: of the content, and of the narrative, which are some more. Lengths are those of the padded plain texts. */
  constructor(private readonly shape: { contentReaders: number; narrativeReaders: number; contentBytes: number; narrativeBytes: number; headerBytes: number }) {
    this.readers = Array.from({ length: shape.narrativeReaders }, () => generateKeyPairSync('x25519'));
    this.content = randomBytes(shape.contentBytes);
    this.narrative = randomBytes(shape.narrativeBytes);
  }

  /** Two parts, each signed and encrypted under a key of its own that is wrapped for each reader; one signature outside. */
  seal(): { content: RawPart; header: Buffer; outside: Buffer } {
    const content = this.sealPart(this.content, this.shape.contentReaders);
    this.sealPart(this.narrative, this.shape.narrativeReaders);
    const header = randomBytes(this.shape.headerBytes);
    return { content, header, outside: sign(null, header, this.signer.privateKey) };
  }

  /** What a reader does: the outer signature, its own wrapped key, the content, and the signature inside. */
  open({ content, header, outside }: ReturnType<RawCrypto['seal']>): boolean {
    const key = this.keyFrom(this.readers[0]!.privateKey, content.ephemeral);
    const session = decrypt(content.wrapped, key);
    const plain = decrypt(content.bytes, session);
    return verify(null, header, this.signer.publicKey, outside) && verify(null, plain, this.signer.publicKey, content.signature);
  }

  private sealPart(plain: Buffer, readers: number): RawPart {
    const session = randomBytes(32);
    const wrapped = this.readers.slice(0, readers).map(({ publicKey }) => {
      const ephemeral = generateKeyPairSync('x25519');
      return { ephemeral: ephemeral.publicKey, wrapped: encrypt(session, this.keyFrom(ephemeral.privateKey, publicKey)) };
    });
    return { ...wrapped[0]!, signature: sign(null, plain, this.signer.privateKey), bytes: encrypt(plain, session) };
  }

  private keyFrom(privateKey: KeyObject, publicKey: KeyObject): Buffer {
    return Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), Buffer.alloc(0), 'lateral bench', 32));
  }
}

function encrypt(plain: Buffer, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(sealed: Buffer, key: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}
