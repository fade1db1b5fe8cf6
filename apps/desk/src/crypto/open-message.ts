import { EVENTS, canonicalJson, commitmentOf, fromBase64Url, utf8, type EventName, type Receipt } from '@lateral/contracts';
import { openMessage as openSealed, openNarrative } from '@lateral/envelope';
import type { PrivateKey } from '@lateral/envelope/keys';
import { SIGNATURE_TYPES, leafHash, noteVerifierOf, verifyTlogProof } from '@lateral/tlog';
import type { TrustedDirectory } from './directory.js';
import type { Given, Told } from './protocol.js';

/** What a worker has when it opens something. `isSeen`: whether another message of that id was accepted in this session. */
export interface OpeningMeans { directory: TrustedDirectory; keys: readonly PrivateKey[]; isSeen: (message: string) => boolean; now: Date }

/**
 * Opens a message for its reader. No id is remembered longer than the session, because nothing about messages is kept on a device, and the
 * request that a message belongs to is bound in anyway.
 */
export async function openMessage({ handOver: { envelope, receipts }, expected }: Given<'open-message'>, { directory, keys, isSeen, now }: OpeningMeans): Promise<Told<'open-message'>> {
  const senderRoster = directory.rosters.get(expected.from);
  if (senderRoster === undefined) return { ok: false, code: 'no-directory' };
  const addressedRosters = directory.chains.get(envelope.header.context.to[0]?.agency ?? directory.own.id) ?? [];
  const { document: { partnership, log } } = directory.partnership;
  const agency = directory.own.id;
  const input = { envelope, keys, senderRoster, addressedRosters, receipt: receipts.share, verifyProof: (receipt: Receipt) => proofOf(receipt, log), now };
  const opened = await openSealed({ ...input, isSeen, expected: { ...expected, agency, partnership } });
  if (!opened.ok) return opened;
  const { context, signer, witness, body, attachments } = opened;
  const reasons = await openNarrative({ ...input, expected: { agency, partnership, check: expected.check, message: context.message } });
  if (!reasons.ok) return reasons;
  const { narrative } = reasons;
  const { mismatchedWords } = await import('@lateral/envelope/words');
  return {
    ok: true, body, narrative, attachments, signer: { agency: signer.agency, member: signer.member }, message: context.message, created: context.created, expires: context.expires, witness,
    digest: envelope.header.content.digest, record: envelope.justification, mismatched: mismatchedWords(envelope.justification, body, narrative),
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
