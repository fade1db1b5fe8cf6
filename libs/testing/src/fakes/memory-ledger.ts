import { LedgerAway, type LedgerAppender, type LedgerProofs } from '@lateral/exchange';

/** A ledger that knows a leaf by its bytes, so that appending twice is appending once. Its proofs are names of proofs. */
export class MemoryLedger implements LedgerAppender, LedgerProofs {
  readonly leaves: string[] = [];
  /** Nothing reaches it. */
  away = false;
  /** The next append is carried out and its answer is lost on the way. */
  losesNextAnswer = false;

  async append(leaves: readonly string[]): Promise<{ indexes: number[]; checkpoint: string }> {
    this.reach();
    for (const leaf of leaves) if (!this.leaves.includes(leaf)) this.leaves.push(leaf);
    if (this.losesNextAnswer) {
      this.losesNextAnswer = false;
      throw new LedgerAway();
    }
    return { indexes: leaves.map((leaf) => this.leaves.indexOf(leaf)), ...(await this.checkpoint()) };
  }

  async proof(leaf: string, size: number | null): Promise<{ index: number; proof: string } | null> {
    this.reach();
    const index = this.leaves.indexOf(leaf);
    const head = size ?? this.leaves.length;
    return index === -1 || index >= head ? null : { index, proof: `proof of ${index} under ${head}` };
  }

  async checkpoint(): Promise<{ size: number; checkpoint: string }> {
    this.reach();
    return { size: this.leaves.length, checkpoint: `head of ${this.leaves.length}` };
  }

  async consistency(from: number, to: number | null): Promise<{ from: number; to: number; path: string[]; checkpoint: string }> {
    return { from, to: to ?? this.leaves.length, path: [], checkpoint: (await this.checkpoint()).checkpoint };
  }

  async addCosignature(): Promise<boolean> {
    this.reach();
    return true;
  }

  private reach(): void {
    if (this.away) throw new LedgerAway();
  }
}
