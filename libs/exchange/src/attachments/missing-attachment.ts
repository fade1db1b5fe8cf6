import type { SealedEnvelope } from '@lateral/contracts';
import { refuse, type Refusal } from '../result.js';
import type { Actor, AttachmentStore } from '../ports/index.js';

/** A message may name one attachment: it must be here whole, be the sender's own, belong to no other message and be these very bytes. */
export async function missingAttachment(attachments: Pick<AttachmentStore, 'facts'>, actor: Actor, envelope: SealedEnvelope, at: string): Promise<Refusal | null> {
  const named = envelope.header.attachment;
  if (named === null) return null;
  const stored = await attachments.facts(named.id);
  const fits = stored !== null && stored.agency === actor.agency && stored.digest === named.digest && stored.length === named.length
    && (stored.envelope === null || stored.envelope === envelope.header.context.message);
  return fits ? null : refuse('attachment-missing', { fields: [{ field: `${at}/header/attachment`, reason: 'not-uploaded' }] });
}
