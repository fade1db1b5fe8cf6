import { MAX_ATTACHMENT_BYTES } from '@lateral/contracts';
import { isIdWithinClock } from '@lateral/domain';
import { done, refuse, type Result } from '../result.js';
import type { Actor, AttachmentStore, Clock } from '../ports/index.js';

export interface StoreAttachmentDeps {
  clock: Clock;
  attachments: AttachmentStore;
}

/** Takes in one attachment's ciphertext as it streams. It can be collected only once a message that names it has been accepted. */
export class StoreAttachment {
  constructor(private readonly deps: StoreAttachmentDeps) {}

  async carryOut(actor: Actor, id: string, chunks: AsyncIterable<Uint8Array>): Promise<Result<{ length: number; digest: string }>> {
    const at = await this.deps.clock.now();
    if (!isIdWithinClock(id, at)) return refuse('id-outside-clock', { fields: [{ field: '/attachment', reason: 'outside-clock' }] });
    const stored = await this.deps.attachments.put({ id, agency: actor.agency, member: actor.member, at }, chunks, MAX_ATTACHMENT_BYTES);
    return stored.outcome === 'stored' ? done({ length: stored.length, digest: stored.digest }) : refuse(stored.outcome);
  }
}
