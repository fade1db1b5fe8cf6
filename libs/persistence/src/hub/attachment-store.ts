import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { AttachmentStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { assertAboveFloor } from './partitions.js';
import { ATTACHMENT_FACTS, CHUNK, COMPLETE_ATTACHMENT, DROP_CHUNKS, NEW_UPLOAD, STORE_CHUNK, UPLOAD_OF } from './statements/attachments.statement.js';

type PutResult = Awaited<ReturnType<AttachmentStore['put']>>;
interface FactsRow { agency: string; member: string; length: number; digest: string; envelope_id: string | null }

const CHUNK_BYTES = 256 * 1024;

/** Locks the chunks of one attachment, each by its place. */
export interface ChunkLock {
  lock(idx: number, bytes: Buffer): Buffer;
  unlock(idx: number, bytes: Buffer): Buffer;
}
/** Where the locks come from; null where the attachment has been erased. */
export interface ChunkLocks {
  forNew(id: string): Promise<ChunkLock | null>;
  of(id: string): Promise<ChunkLock | null>;
}

/**
 * One ciphertext in chunks. Each chunk is its own short transaction under a number of the upload's own: one transaction as
 * long as a slow upload would hold back the horizon that the sequencer reads behind. Chunks of an upload that was never
 * completed belong to nothing and are swept.
 */
export class PostgresAttachmentStore implements AttachmentStore {
  constructor(private readonly connections: Connections, private readonly locks: ChunkLocks) {}

  /** Rejects with whatever the source of the chunks rejects with; nothing of the upload is left then. */
  async put(attachment: Parameters<AttachmentStore['put']>[0], chunks: AsyncIterable<Uint8Array>, limit: number): Promise<PutResult> {
    assertAboveFloor(attachment.id, attachment.at);
    const lock = await this.locks.forNew(attachment.id);
    if (lock === null) return { outcome: 'id-taken' };
    const numbered = await this.connections.first<{ upload: string }>(NEW_UPLOAD, {});
    if (numbered === null) throw new Error('an upload was given no number');
    const { upload } = numbered;
    let kept = false;
    try {
      const hash = createHash('sha256');
      let length = 0;
      let idx = 0;
      for await (const bytes of inPieces(chunks, limit + 1)) {
        length += bytes.length;
        if (length > limit) return { outcome: 'too-large' };
        hash.update(bytes);
        await this.connections.rows(STORE_CHUNK, { id: attachment.id, upload, idx, bytes: lock.lock(idx, bytes) });
        idx += 1;
      }
      const whole = { length, digest: hash.digest('base64url') };
      kept = (await this.connections.first(COMPLETE_ATTACHMENT, { ...attachment, upload, ...whole })) !== null;
      return kept || (await this.isSame(attachment, whole)) ? { outcome: 'stored', ...whole } : { outcome: 'id-taken' };
    } finally {
      if (!kept) await this.connections.rows(DROP_CHUNKS, { id: attachment.id, upload });
    }
  }

  async facts(id: string): Promise<{ agency: string; length: number; digest: string; envelope: string | null } | null> {
    const row = await this.connections.first<FactsRow>(ATTACHMENT_FACTS, { id });
    return row === null ? null : { agency: row.agency, length: row.length, digest: row.digest, envelope: row.envelope_id };
  }

  async isErased(id: string): Promise<boolean> {
    return (await this.locks.of(id)) === null;
  }

  /** Nothing where there is no such attachment. Throws where it has been erased: ask before. */
  async *read(id: string): AsyncIterable<Uint8Array> {
    const lock = await this.locks.of(id);
    if (lock === null) throw new Error('an erased attachment was asked for');
    const { upload } = (await this.connections.first<{ upload: string }>(UPLOAD_OF, { id })) ?? { upload: null };
    for (let idx = 0; upload !== null; idx += 1) {
      const row = await this.connections.first<{ bytes: Buffer }>(CHUNK, { id, upload, idx });
      if (row === null) return;
      yield lock.unlock(idx, row.bytes);
    }
  }

  /** A retry of an upload that had succeeded is that upload. */
  private async isSame({ id, agency, member }: { id: string; agency: string; member: string }, whole: { length: number; digest: string }): Promise<boolean> {
    const row = await this.connections.first<FactsRow>(ATTACHMENT_FACTS, { id });
    return row !== null && row.agency === agency && row.member === member && row.length === whole.length && row.digest === whole.digest;
  }
}

/** The same bytes in pieces of one size, of which the last may be shorter; stops reading once `enough` bytes have come. */
async function* inPieces(chunks: AsyncIterable<Uint8Array>, enough: number): AsyncIterable<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  let seen = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    seen += chunk.length;
    while (size >= CHUNK_BYTES) {
      const joined = Buffer.concat(waiting, size);
      yield joined.subarray(0, CHUNK_BYTES);
      waiting = [joined.subarray(CHUNK_BYTES)];
      size -= CHUNK_BYTES;
    }
    if (seen >= enough) break;
  }
  if (size > 0) yield Buffer.concat(waiting, size);
}
