import { ROUTES } from '@lateral/contracts';
import { cosign, ed25519Signer, fromBase64, noteVerifierOf, openCheckpoint, SIGNATURE_TYPES, verifyConsistency, type Checkpoint } from '@lateral/tlog';
import { nodeEd25519 } from '@lateral/platform';
import type { WitnessKey } from '@lateral/provision';
import type { HubSession, PartyTime } from './hub-session.js';

/** The hub showed a history that does not continue what this witness has seen: two stories are being told. */
export class ForkSeen extends Error {
  constructor(readonly from: number, readonly to: number) {
    super(`the ledger's head at ${to} does not continue its head at ${from}`);
  }
}

/**
 * An agency's witness: fetches the head, checks that it continues the one it saw before, and only then cosigns it. It remembers
 * before it answers, so that it can never be brought to sign two histories.
 */
export class Witness {
  private seen: Checkpoint | null = null;

  constructor(private readonly session: HubSession, private readonly key: WitnessKey, private readonly log: string, private readonly time: PartyTime) {}

  /** Looks at the newest head once; returns its size. Throws ForkSeen where it is not a continuation. */
  async look(): Promise<number> {
    const { checkpoint: note } = await this.session.get<{ size: number; checkpoint: string }>(ROUTES.checkpoint);
    const verifier = noteVerifierOf(this.log, SIGNATURE_TYPES.ed25519, nodeEd25519);
    const head = verifier === null ? null : openCheckpoint(note, verifier, []);
    if (head === null || !head.ok) throw new Error('the head is not signed with the pinned log key');
    await this.refuseUnlessContinued(head.checkpoint);
    this.seen = head.checkpoint;
    const line = await cosign(note, ed25519Signer(this.key.name, this.key.seed, SIGNATURE_TYPES.cosignature), Math.floor(this.time.now().getTime() / 1000));
    await this.session.post(ROUTES.cosignatures, { size: head.checkpoint.size, line });
    return head.checkpoint.size;
  }

  private async refuseUnlessContinued({ size, root }: Checkpoint): Promise<void> {
    const before = this.seen;
    if (before === null || before.size === 0) return;
    if (size < before.size) throw new ForkSeen(before.size, size);
    const { path } = size === before.size ? { path: [] } : await this.session.get<{ path: string[] }>(`${ROUTES.consistency}?from=${before.size}&to=${size}`);
    const hashes = path.map(fromBase64).filter((hash) => hash !== null);
    if (!verifyConsistency({ from: before.size, to: size, fromRoot: before.root, toRoot: root, path: hashes })) throw new ForkSeen(before.size, size);
  }
}
