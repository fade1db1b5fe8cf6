import { EVENTS, canonicalJson, commitmentOf, fromBase64Url, utf8, type EventName, type Receipt } from '@lateral/contracts';
import { openWhole } from '@lateral/envelope';
import { keyNews, type PrivateKey } from '@lateral/envelope/keys';
import { leafHash, parseTlogProof, verifyTlogProof, type NoteVerifier } from '@lateral/tlog';
import type { TrustedDirectory } from './directory.js';
import { headsOf } from './log-head.js';
import type { Given, Told, Whose } from './protocol.js';

/** What a worker has when it opens something. `isSeen`: whether another message of that id was accepted in this session. */
export interface OpeningMeans { directory: TrustedDirectory; keys: readonly PrivateKey[]; isSeen: (message: string) => boolean; /** Whether that is whoever opens it: of their own new key they know. */ isOneself: (signer: Whose) => boolean; now: Date }

/**
 * Opens a message for its reader. No id is remembered longer than the session, because nothing about messages is kept on a device, and the
 * request that a message belongs to is bound in anyway.
 */
export async function openMessage({ handOver: { envelope, receipts }, handOvers = [], expected }: Given<'open-message'>, { directory, keys, isSeen, isOneself, now }: OpeningMeans): Promise<Told<'open-message'>> {
  const senderRoster = directory.rosters.get(expected.from);
  if (senderRoster === undefined) return { ok: false, code: 'no-directory' };
  const addressedRosters = (directory.versions.get(envelope.header.context.to[0]?.agency ?? directory.own.id) ?? []).map(({ roster }) => roster);
  const { document: { partnership, log } } = directory.partnership;
  const shown = [receipts.share, ...(handOvers === 'not-shown' ? [] : handOvers)];
  const verifiers = new Map(await Promise.all(shown.map(async (receipt) => [receipt, await verifierOf(receipt, log)] as const)));
  const opened = await openWhole({
    envelope, keys, senderRoster, addressedRosters, receipt: receipts.share, verifyProof: (receipt: Receipt) => proofOf(receipt, verifiers.get(receipt) ?? null), handOvers, isSeen, now,
    expected: { ...expected, agency: directory.own.id, partnership },
  });
  if (!opened.ok) return opened;
  const { context, signer, witness, onHubsWord, body, attachments, narrative } = opened;
  const sender = { agency: directory.partnership.agencies.get(signer.agency)!, versions: directory.versions.get(signer.agency) ?? [] };
  const { mismatchedWords } = await import('@lateral/envelope/words');
  return {
    ok: true, body, narrative, attachments, signer: { agency: signer.agency, member: signer.member }, message: context.message, created: context.created, expires: context.expires, witness, onHubsWord, readBy: (context.delegates ?? []).map(({ agency }) => agency),
    digest: envelope.header.content.digest, record: envelope.justification, mismatched: mismatchedWords(envelope.justification, body, narrative),
    keyNews: isOneself(signer) ? [] : await keyNews({ signer, team: context.self.team }, sender, now),
  };
}

/** What says whether the log's own key signed the head that a proof leads to; null without a proof. */
async function verifierOf(receipt: Receipt | null, log: string): Promise<NoteVerifier | null> {
  const proof = receipt?.proof;
  const head = typeof proof === 'string' ? parseTlogProof(proof)?.checkpoint : undefined;
  return head === undefined ? null : (await headsOf(log)?.of(head)) ?? null;
}

/** Whether the leaf, made again from the record, stands under a head that the log's own key signed. */
function proofOf(receipt: Receipt, log: NoteVerifier | null): 'proven' | 'wrong' {
  const hash = leafHashOf(receipt);
  return receipt.proof !== null && log !== null && hash !== null && verifyTlogProof(receipt.proof, hash, log).ok ? 'proven' : 'wrong';
}

/** Null where there is no such event, or the salt is none: the hub may hand over anything. */
function leafHashOf({ event, record, salt }: Receipt): Uint8Array | null {
  try {
    return isEvent(event) ? leafHash(utf8(canonicalJson({ v: 1, k: EVENTS[event].entry, c: commitmentOf(record, fromBase64Url(salt)) }))) : null;
  } catch {
    return null;
  }
}

function isEvent(event: string): event is EventName {
  return Object.hasOwn(EVENTS, event);
}
