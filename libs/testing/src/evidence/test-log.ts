import { toBase64 } from '@lateral/tlog';
import { addSignature, consistencyPath, cosign, ed25519Signer, formatTlogProof, Frontier, inclusionPath, leafHash, SIGNATURE_TYPES, signCheckpoint, type ReadNode } from '@lateral/tlog';

export const LOG_NAME = 'north.example/shares';

/** A log in memory, with its key, that can be told to sign anything: what an honest ledger never does, a test must. */
export class TestLog {
  readonly signer: ReturnType<typeof ed25519Signer>;
  private readonly nodes = new Map<string, Uint8Array>();
  private readonly roots: Uint8Array[] = [];
  private readonly frontier = new Frontier();

  constructor(keyByte = 1, name = LOG_NAME) {
    this.signer = ed25519Signer(name, new Uint8Array(32).fill(keyByte));
    this.roots.push(this.frontier.root());
  }

  get size(): number {
    return this.frontier.size;
  }

  append(leaf: Uint8Array): number {
    for (const { level, index, hash } of this.frontier.append(leafHash(leaf))) this.nodes.set(`${level}/${index}`, hash);
    this.roots.push(this.frontier.root());
    return this.size - 1;
  }

  checkpoint(size = this.size): Promise<string> {
    return signCheckpoint({ origin: this.signer.name, size, root: this.roots[size]! }, this.signer);
  }

  async proof(index: number, size = this.size): Promise<string> {
    return formatTlogProof({ extra: null, index, path: inclusionPath(index, size, this.read), checkpoint: await this.checkpoint(size) });
  }

  async consistency(from: number, to = this.size): Promise<{ from: string; path: string[] }> {
    return { from: await this.checkpoint(from), path: consistencyPath(from, to, this.read).map(toBase64) };
  }

  private readonly read: ReadNode = (level, index) => this.nodes.get(`${level}/${index}`);
}

/** A witness of the tests; `n` tells several apart. */
export function testWitness(n: number): ReturnType<typeof ed25519Signer> {
  return ed25519Signer(`witness-${n}.example`, new Uint8Array(32).fill(100 + n), SIGNATURE_TYPES.cosignature);
}

/** A checkpoint with the cosignature of a witness added. `time` in seconds since 1970. */
export async function witnessed(checkpoint: string, n: number, time: number): Promise<string> {
  const note = addSignature(checkpoint, await cosign(checkpoint, testWitness(n), time));
  if (note === null) throw new Error('this witness has signed already');
  return note;
}
