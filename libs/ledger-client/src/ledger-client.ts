import { LEDGER_PATTERNS, toBase64Url, utf8 } from '@lateral/contracts';
import type { ConsistencyReply, InclusionRequest } from '@lateral/contracts';
import { nodeEd25519 } from '@lateral/platform';
import type { NoteVerifier } from '@lateral/tlog';
import { SIGNATURE_TYPES, formatTlogProof, leafHash, noteVerifierOf, verifyConsistency, verifyInclusion } from '@lateral/tlog';
import { LedgerFault } from './ledger-result.js';
import type { LedgerResult } from './ledger-result.js';
import type { LedgerTransport } from './ledger-transport.js';
import type { LedgerAddress } from './mutual-tls.transport.js';
import { MutualTlsTransport } from './mutual-tls.transport.js';
import { hashesOf, readAppendReply, readCheckpointReply, readConsistencyReply, readCosignatureReply, readInclusionReply } from './read-reply.js';
import type { ForkEvidence, ShownHead } from './seen-head.js';
import { SeenHead } from './seen-head.js';

export interface LedgerTrust {
  /** C2SP verifier key of the log, from the partnership file or a setting; never from the ledger. */
  logKey: string;
  /** The newest checkpoint that an earlier process saw (`lastSeen`); `recall` says it later. */
  remembered?: string | null;
}

/**
 * The ledger as its clients know it: everything it says is checked under the pinned log key and against what it said before.
 * Nothing is thrown for a failure; each comes back with its kind. Every act is safe to repeat.
 */
export class LedgerClient {
  private readonly seen: SeenHead;

  /** The pinned verifier key of the log. */
  readonly logKey: string;

  constructor(private readonly transport: LedgerTransport, trust: LedgerTrust) {
    this.logKey = trust.logKey;
    this.seen = new SeenHead(transport, logVerifierOf(trust.logKey), trust.remembered ?? null);
  }

  /** A client over TCP with mutual TLS. Connects when first asked. */
  static over(address: LedgerAddress, trust: LedgerTrust): LedgerClient {
    return new LedgerClient(new MutualTlsTransport(address), trust);
  }

  /** The newest checkpoint seen, with the log's signature. */
  get lastSeen(): string | null {
    return this.seen.head?.note ?? null;
  }

  /** The newest head seen, opened. */
  get lastHead(): ShownHead | null {
    return this.seen.head;
  }

  /** What was seen before this process started, so that a restart forgets nothing. One that is no head of this log makes every act fail with `head-untrusted`. */
  recall(note: string): void {
    this.seen.recall(note);
  }

  /** Holds a head that somebody else was shown against what was seen here; `ledger-forked` where the two are not of one log. */
  compare(note: string): Promise<LedgerResult<null>> {
    return this.guarded(async () => {
      await this.seen.observe(this.seen.open(note));
      return null;
    });
  }

  /** What the log was caught with, or null. */
  get forkEvidence(): ForkEvidence | null {
    return this.seen.fork;
  }

  /**
   * Appends canonical leaves, at most MAX_APPEND_LEAVES, in order. The checkpoint is checked; that each leaf is where the reply
   * says is shown by `proveInclusion`. Ambiguous failures may have happened: repeat.
   */
  append(leaves: readonly string[]): Promise<LedgerResult<{ indexes: number[]; size: number; checkpoint: string }>> {
    return this.guarded(async () => {
      const floor = this.floor();
      const { indexes, checkpoint } = readAppendReply(await this.transport.ask(LEDGER_PATTERNS.append, { leaves }), leaves.length);
      const head = this.seen.open(checkpoint);
      await this.seen.observe(head, floor);
      if (indexes.some((index) => index >= head.size)) throw new LedgerFault('proof-wrong', 'permanent');
      return { indexes, size: head.size, checkpoint };
    });
  }

  /** The newest signed head, with the cosignatures it has. */
  checkpoint(): Promise<LedgerResult<{ size: number; checkpoint: string }>> {
    return this.guarded(async () => {
      const floor = this.floor();
      const { checkpoint } = readCheckpointReply(await this.transport.ask(LEDGER_PATTERNS.checkpoint, {}));
      const head = this.seen.open(checkpoint);
      await this.seen.observe(head, floor);
      return { size: head.size, checkpoint };
    });
  }

  /** Index and tlog-proof text of a leaf under the newest head, or under that of a given size; null where it is not in. */
  proveInclusion(leaf: string, size: number | null = null): Promise<LedgerResult<{ index: number; size: number; proof: string } | null>> {
    return this.guarded(async () => {
      const floor = size === null ? this.floor() : 0;
      const hash = leafHash(utf8(leaf));
      const question: InclusionRequest = { leafHash: toBase64Url(hash), size };
      const reply = readInclusionReply(await this.transport.ask(LEDGER_PATTERNS.proveInclusion, question));
      if (reply === null) return null;
      const head = this.seen.open(reply.checkpoint);
      await this.seen.observe(head, floor);
      const path = hashesOf(reply.path);
      const included = verifyInclusion({ leafHash: hash, index: reply.index, size: head.size, path, root: head.root });
      if (!included || (size !== null && head.size !== size)) throw new LedgerFault('proof-wrong', 'permanent');
      return { index: reply.index, size: head.size, proof: formatTlogProof({ extra: null, index: reply.index, path, checkpoint: reply.checkpoint }) };
    });
  }

  /** Proof that the head of `from` leaves is the beginning of a newer one (the newest for null). `from` must be a size that was signed. */
  proveConsistency(from: number, to: number | null = null): Promise<LedgerResult<ConsistencyReply>> {
    return this.guarded(async () => {
      const floor = to === null ? this.floor() : 0;
      const older = this.seen.open(readConsistencyReply(await this.transport.ask(LEDGER_PATTERNS.proveConsistency, { from, to: from })).checkpoint);
      const reply = readConsistencyReply(await this.transport.ask(LEDGER_PATTERNS.proveConsistency, { from, to }));
      const newer = this.seen.open(reply.checkpoint);
      await this.seen.observe(older);
      await this.seen.observe(newer, floor);
      const proven = from === 0 || verifyConsistency({ from, to: newer.size, fromRoot: older.root, toRoot: newer.root, path: hashesOf(reply.path) });
      if (!proven || older.size !== from || reply.from !== from || reply.to !== newer.size || (to !== null && newer.size !== to)) throw new LedgerFault('proof-wrong', 'permanent');
      return reply;
    });
  }

  /** Hands in a witness's signature line over the head of that size. */
  addCosignature(size: number, line: string): Promise<LedgerResult<boolean>> {
    return this.guarded(async () => readCosignatureReply(await this.transport.ask(LEDGER_PATTERNS.addCosignature, { size, line })).accepted);
  }

  /** Ends the connection. A later question would open it again. */
  close(): void {
    this.transport.close();
  }

  private floor(): number {
    return this.seen.head?.size ?? 0;
  }

  private async guarded<T>(act: () => Promise<T>): Promise<LedgerResult<T>> {
    try {
      if (this.seen.fork) throw new LedgerFault('ledger-forked', 'permanent');
      if (this.seen.forgot) throw new LedgerFault('head-untrusted', 'permanent');
      return { ok: true, value: await act() };
    } catch (error) {
      if (error instanceof LedgerFault) return error.toFailure();
      throw error;
    }
  }
}

function logVerifierOf(vkey: string): NoteVerifier {
  const verifier = noteVerifierOf(vkey, SIGNATURE_TYPES.ed25519, nodeEd25519);
  if (!verifier) throw new RangeError('the log key is not a C2SP verifier key of Ed25519');
  return verifier;
}
