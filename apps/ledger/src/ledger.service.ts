import type { AppendReply, AppendRequest, CheckpointReply, ConsistencyReply, ConsistencyRequest, CosignatureReply, CosignatureRequest, InclusionReply, InclusionRequest } from '@lateral/contracts';
import { fromBase64Url, utf8 } from '@lateral/contracts';
import type { LedgerStore, StoredCheckpoint } from '@lateral/persistence/ledger';
import type { NoteVerifier, PathPlan } from '@lateral/tlog';
import { consistencyPlan, formatSignatureLine, inclusionPlan, nodesOfPlan, parseNote, parseSignatureLine, pathOf, toBase64 } from '@lateral/tlog';
import { LedgerRefused } from './ledger-refused.js';
import type { Sequencer } from './sequencer.js';

/** What the ledger does, free of the transport. Refusals are thrown as LedgerRefused. */
export class LedgerService {
  constructor(private readonly store: LedgerStore, private readonly sequencer: Sequencer, private readonly witnesses: readonly NoteVerifier[]) {}

  get sequencing(): boolean {
    return this.sequencer.sequencing;
  }

  async append({ leaves }: AppendRequest): Promise<AppendReply> {
    const { indexes, checkpoint } = await this.sequencer.append(leaves.map(utf8));
    return { indexes, checkpoint };
  }

  async checkpoint(): Promise<CheckpointReply> {
    const head = await this.headAt(null);
    return { size: head.size, checkpoint: await this.noteOf(head) };
  }

  /** Proof of a leaf under the newest head or under that of a given size, if there was one; null where it is not in there. */
  async proveInclusion({ leafHash, size }: InclusionRequest): Promise<InclusionReply> {
    const head = await this.headAt(size);
    const index = await this.store.indexOf(fromBase64Url(leafHash));
    if (index === null || index >= head.size) return null;
    const path = await this.pathOf(inclusionPlan(index, head.size));
    return { index, size: head.size, path, checkpoint: await this.noteOf(head) };
  }

  /** Proof that the tree of `from` leaves is the beginning of the newer one. From 0 the path is empty, for there is nothing to prove. */
  async proveConsistency({ from, to }: ConsistencyRequest): Promise<ConsistencyReply> {
    const head = await this.headAt(to);
    if (from > head.size) throw new LedgerRefused('unknown-size', '/from');
    const path = from === 0 ? [] : await this.pathOf(consistencyPlan(from, head.size));
    return { from, to: head.size, path, checkpoint: await this.noteOf(head) };
  }

  /** Keeps a configured witness's signature over a head that this log has signed. */
  async addCosignature({ size, line }: CosignatureRequest): Promise<CosignatureReply> {
    const head = await this.headAt(size);
    const signature = parseSignatureLine(line);
    if (!signature) throw new LedgerRefused('bad-cosignature', '/line');
    const witness = this.witnesses.find(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
    if (!witness) throw new LedgerRefused('unknown-witness', '/line');
    if (!witness.verify(utf8(parseNote(head.note)!.text), signature.signature)) throw new LedgerRefused('bad-cosignature', '/line');
    await this.store.addCosignature(size, witness.name, formatSignatureLine(signature));
    return { accepted: true };
  }

  private async headAt(size: number | null): Promise<StoredCheckpoint> {
    const head = size === null ? await this.store.latestCheckpoint() : await this.store.checkpointAt(size);
    if (head === null) throw new LedgerRefused('unknown-size', '/size');
    return head;
  }

  private async noteOf(head: StoredCheckpoint): Promise<string> {
    return head.note + (await this.store.cosignatures(head.size)).join('');
  }

  private async pathOf(plan: PathPlan): Promise<string[]> {
    const places = nodesOfPlan(plan);
    const hashes = await this.store.nodes(places);
    const known = new Map(places.map(({ level, index }, at) => [`${level}/${index}`, hashes[at]]));
    return pathOf(plan, (level, index) => known.get(`${level}/${index}`)).map(toBase64);
  }
}
