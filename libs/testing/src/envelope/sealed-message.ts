import type { Receipt, SealedEnvelope } from '@lateral/contracts';
import { digestOf } from '@lateral/contracts';
import { sealMessage, type OpenInput, type SealInput } from '@lateral/envelope';
import { justificationFor } from './sample-justification.js';
import { NARRATIVE, REQUEST_BODY, RESPONSE_BODY } from './sample-words.js';
import { ROUND_AT, draftBetween, sealingParties, uuid7, type SealingParty } from './sealing-parties.js';

/** A message that was really sealed, and what an honest receiver would give to `openMessage`. */
export interface SentMessage {
  type: 'request' | 'response';
  sender: SealingParty;
  receiver: SealingParty;
  other: SealingParty;
  sealed: SealInput;
  envelope: SealedEnvelope;
  opening: OpenInput;
}

/** Digest of the request that the response of these fixtures answers. */
export const ANSWERED = 'Zm9ydHktdGhyZWUtY2hhcmFjdGVycy1vZi1kaWdlc3Q';

/** Seals a request from the asking agency to the asked one, or a response the other way. */
export async function sendMessage(type: 'request' | 'response', change: (sealed: SealInput) => SealInput = (sealed) => sealed): Promise<SentMessage> {
  const { asking, asked, other } = await sealingParties();
  const [sender, receiver] = type === 'request' ? [asking, asked] : [asked, asking];
  const message = uuid7(ROUND_AT, type === 'request' ? 3 : 4);
  const inReplyTo = type === 'request' ? null : ANSWERED;
  const sealed = change({
    context: { ...draftBetween(sender, receiver, { message, inReplyTo }), type }, body: type === 'request' ? REQUEST_BODY : RESPONSE_BODY, narrative: NARRATIVE,
    justification: justificationFor(type, sender.agency, message), senderKey: sender.member, at: ROUND_AT,
    keys: [asking, asked, other].flatMap((party) => [party.team, party.officer.toPublic()]),
  });
  const envelope = await sealMessage(sealed);
  const { check, request } = sealed.context;
  const opening: OpenInput = {
    envelope, keys: [receiver.copy], senderRoster: sender.roster, isSeen: () => false, receipt: null, verifyProof: () => 'wrong', now: new Date(ROUND_AT.getTime() + 60_000),
    expected: { agency: receiver.agency, partnership: 'north', type, from: sender.agency, check, request, inReplyTo },
  };
  return { type, sender, receiver, other, sealed, envelope, opening };
}

/** The hub's receipt for an envelope, as `share` of a hand-over; the proof's text is not looked at by these fixtures. */
export function receiptOf(envelope: SealedEnvelope, state: Receipt['state'], proof: string | null): Receipt {
  const record = { v: 1, id: uuid7(ROUND_AT, 9), event: 'request.posted.v1', at: ROUND_AT.toISOString(), message: envelope.header.context.message, header: digestOf('header', envelope.header) };
  return { id: record.id, event: 'request.posted.v1', record: JSON.stringify(record), salt: '', state, index: proof === null ? null : 0, proof };
}

/** The hub's receipt for a hand-over of an envelope, with a proof whose text is not looked at by these fixtures; `said` is what its record says. */
export function handOverOf(envelope: SealedEnvelope, said: { agency: string; at: Date | string; part?: string; event?: string }): Receipt {
  const at = said.at instanceof Date ? said.at.toISOString() : said.at;
  const record = { v: 1, id: uuid7(ROUND_AT, 10), event: 'envelope.handed-over.v1', message: envelope.header.context.message, header: digestOf('header', envelope.header), part: 'envelope', ...said, at };
  return { id: record.id, event: 'envelope.handed-over.v1', record: JSON.stringify(record), salt: '', state: 'proven', index: 1, proof: 'proof' };
}
