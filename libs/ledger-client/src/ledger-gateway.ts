import type { FollowedLog, LedgerAppender, LedgerProofs, LogHead } from '@lateral/exchange';
import { LedgerAway, LedgerUntrue } from '@lateral/exchange';
import type { LedgerClient } from './ledger-client.js';
import type { LedgerFailureCode, LedgerResult } from './ledger-result.js';
import { LedgerFault } from './ledger-result.js';

/**
 * The ledger as the use cases know it. Transient and ambiguous failures become LedgerAway (ask again later; an append may
 * have happened and is safe to repeat); what cannot be true becomes LedgerUntrue; any other permanent one is thrown as LedgerFault.
 */
export class LedgerGateway implements LedgerProofs, LedgerAppender, FollowedLog {
  constructor(private readonly client: LedgerClient) {}

  async append(leaves: readonly string[]): Promise<{ indexes: number[]; checkpoint: string }> {
    return valueOf(await this.client.append(leaves));
  }

  async proof(leaf: string, size: number | null): Promise<{ index: number; proof: string } | null> {
    return valueOf(await this.client.proveInclusion(leaf, size));
  }

  async checkpoint(): Promise<{ size: number; checkpoint: string }> {
    return valueOf(await this.client.checkpoint());
  }

  async consistency(from: number, to: number | null): Promise<{ from: number; to: number; path: string[]; checkpoint: string }> {
    return valueOf(await this.client.proveConsistency(from, to));
  }

  async addCosignature(size: number, line: string): Promise<boolean> {
    return valueOf(await this.client.addCosignature(size, line));
  }

  get key(): string {
    return this.client.logKey;
  }

  seen(): LogHead | null {
    return this.client.lastHead;
  }

  recall(note: string): void {
    this.client.recall(note);
  }

  async look(): Promise<void> {
    valueOf(await this.client.checkpoint());
  }

  async takeIn(note: string): Promise<void> {
    valueOf(await this.client.compare(note));
  }
}

const UNTRUE: ReadonlySet<LedgerFailureCode> = new Set(['head-untrusted', 'proof-wrong', 'ledger-forked']);

function valueOf<T>(result: LedgerResult<T>): T {
  if (result.ok) return result.value;
  const fault = new LedgerFault(result.code, result.kind);
  if (UNTRUE.has(result.code)) throw new LedgerUntrue({ cause: fault });
  throw result.kind === 'permanent' ? fault : new LedgerAway({ cause: fault });
}
