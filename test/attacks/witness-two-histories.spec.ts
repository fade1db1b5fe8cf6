import { describe, expect, it } from 'vitest';
import { ForkSeen, Witness } from '@lateral/play';
import type { HubSession } from '@lateral/play';
import { consistencyPath, ed25519Signer, formatVerifierKey, Frontier, leafHash, nodeHash, signCheckpoint, toBase64 } from '@lateral/tlog';

const LOG = ed25519Signer('lateral.example/ledger', new Uint8Array(32).fill(7));
const WITNESS = { name: 'witness.lateral.example/police', seed: new Uint8Array(32).fill(9) };
const time = { now: () => new Date('2026-11-20T10:00:00.000Z') };

/** A log in memory: what an honest hub would show, or a dishonest one. */
class MemoryLog {
  private readonly leaves: Uint8Array[] = [];

  add(...texts: string[]): this {
    for (const text of texts) this.leaves.push(leafHash(new TextEncoder().encode(text)));
    return this;
  }

  get size(): number {
    return this.leaves.length;
  }

  checkpoint(): Promise<string> {
    const frontier = Frontier.fromNodes(0, []);
    for (const leaf of this.leaves) frontier.append(leaf);
    return signCheckpoint({ origin: LOG.name, size: this.size, root: frontier.root() }, LOG);
  }

  path(from: number): string[] {
    const read = (level: number, index: number): Uint8Array | undefined => (level === 0 ? this.leaves[index] : nodeHash(read(level - 1, 2 * index)!, read(level - 1, 2 * index + 1)!));
    return consistencyPath(from, this.size, read).map(toBase64);
  }
}

/** Shows a witness one history after another, and keeps the cosignatures it is given. */
function hubShowing(views: readonly MemoryLog[]): { session: HubSession; cosigned: number[] } {
  const cosigned: number[] = [];
  let looked = -1;
  const session = {
    get: async (path: string) => {
      if (path.endsWith('/checkpoint')) {
        looked += 1;
        return { size: views[looked]!.size, checkpoint: await views[looked]!.checkpoint() };
      }
      return { path: views[looked]!.path(Number(new URL(path, 'http://hub').searchParams.get('from'))) };
    },
    post: (_path: string, body: { size: number }) => Promise.resolve(void cosigned.push(body.size)),
  };
  return { session: session as unknown as HubSession, cosigned };
}

const witnessOf = (session: HubSession): Witness => new Witness(session, WITNESS, formatVerifierKey(LOG.key), time);

describe('a hub and ledger that tell two histories', () => {
  it('are believed by a witness as long as each head continues the one before', async () => {
    const { session, cosigned } = hubShowing([new MemoryLog().add('a', 'b', 'c'), new MemoryLog().add('a', 'b', 'c', 'd', 'e')]);
    const witness = witnessOf(session);
    await witness.look();
    await witness.look();
    expect(cosigned).toEqual([3, 5]);
  });

  it('are found out when an entry that was witnessed is another one later', async () => {
    const { session, cosigned } = hubShowing([new MemoryLog().add('a', 'b', 'c'), new MemoryLog().add('a', 'X', 'c', 'd', 'e')]);
    const witness = witnessOf(session);
    await witness.look();
    await expect(witness.look()).rejects.toThrow(ForkSeen);
    expect(cosigned).toEqual([3]);
  });

  it('are found out when the log is shorter than it was, as after a restored backup', async () => {
    const { session } = hubShowing([new MemoryLog().add('a', 'b', 'c'), new MemoryLog().add('a', 'b')]);
    const witness = witnessOf(session);
    await witness.look();
    await expect(witness.look()).rejects.toThrow(ForkSeen);
  });

  it('are found out when two heads of one size differ', async () => {
    const { session } = hubShowing([new MemoryLog().add('a', 'b', 'c'), new MemoryLog().add('a', 'b', 'X')]);
    const witness = witnessOf(session);
    await witness.look();
    await expect(witness.look()).rejects.toThrow(ForkSeen);
  });
});
