import { EVENTS, canonicalJson, commitmentOf, fromBase64Url, utf8, type EventName, type Receipt } from '@lateral/contracts';
import { mismatchedWords, openMessage, openNarrative } from '@lateral/envelope';
import type { PrivateKey } from '@lateral/envelope/keys';
import { SIGNATURE_TYPES, leafHash, noteVerifierOf, verifyTlogProof } from '@lateral/tlog';
import type { TrustedDirectory } from './directory.js';
import type { Given, Told } from './protocol.js';

/**
 * Opens a request for its reader. `isSeen` says whether another message of that id was accepted in this session; none is remembered longer,
 * because nothing about messages is kept on a device, and the request that a message belongs to is bound in anyway.
 */
export async function openRequest(
  { handOver: { envelope, receipts }, asking, check, request }: Given<'open-request'>,
  { directory, keys, isSeen, now }: { directory: TrustedDirectory; keys: readonly PrivateKey[]; isSeen: (message: string) => boolean; now: Date },
): Promise<Told<'open-request'>> {
  const senderRoster = directory.rosters.get(asking);
  if (senderRoster === undefined) return { ok: false, code: 'no-directory' };
  const { document } = directory.partnership;
  const agency = directory.own.id;
  const input = { envelope, keys, senderRoster, receipt: receipts.share, verifyProof: (receipt: Receipt) => proofOf(receipt, document.log), now };
  const opened = await openMessage({ ...input, isSeen, expected: { agency, partnership: document.partnership, type: 'request', from: asking, check, request, inReplyTo: null } });
  if (!opened.ok) return opened;
  const { context, signer, witness, body } = opened;
  const reasons = await openNarrative({ ...input, expected: { agency, partnership: document.partnership, check, message: context.message } });
  if (!reasons.ok) return reasons;
  const { narrative } = reasons;
  return {
    ok: true, body, narrative, signer: { agency: signer.agency, member: signer.member }, created: context.created, expires: context.expires, witness,
    mismatched: mismatchedWords(envelope.justification, body, narrative),
  };
}

/** Whether the leaf, made again from the record, stands under a head that the log's own key signed. */
function proofOf({ event, record, salt, proof }: Receipt, logKey: string): 'proven' | 'wrong' {
  const log = noteVerifierOf(logKey, SIGNATURE_TYPES.ed25519);
  if (proof === null || log === null || !isEvent(event)) return 'wrong';
  const leaf = canonicalJson({ v: 1, k: EVENTS[event].entry, c: commitmentOf(record, fromBase64Url(salt)) });
  return verifyTlogProof(proof, leafHash(utf8(leaf)), log).ok ? 'proven' : 'wrong';
}

function isEvent(event: string): event is EventName {
  return Object.hasOwn(EVENTS, event);
}
