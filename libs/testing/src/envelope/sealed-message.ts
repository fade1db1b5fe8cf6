import type { JustificationRecord, LawfulStack, Receipt } from '@lateral/contracts';
import { digestOf } from '@lateral/contracts';
import { sealMessage, type MessageBody, type Narrative, type OpenInput, type SealInput } from '@lateral/envelope';
import type { SealedEnvelope } from '@lateral/contracts';
import { ROUND_AT, draftBetween, sealingParties, uuid7, type SealingParty } from './sealing-parties.js';

const STACK: LawfulStack = {
  defaultStack: null, regime: 'REG-P2', art6: ['A6-E'], art9: [], sch1: [], art10: [], p3: [], s36Authority: null, gateway: ['CA1989-17'], confidentiality: ['CLC-CONS'],
  hra: ['HRA-8'], s118Reason: null, policyDocument: null, wouldShareAnyway: null, catalogueVersion: 'facts-2026-11-21',
};

export const REQUEST_BODY: MessageBody = {
  type: 'request', language: 'en',
  people: [{ id: 'p1', name: 'Siân Dŵr-Ŷd', roles: ['child'], dob: '2019-03-02', addresses: [{ line: '2 Tŷ Gwyn', town: 'Aber', status: 'current', confidential: true }] }],
  relationships: [], referralReason: 'A bruise that nobody has explained.', serviceHistory: 'None known.', question: 'Have you been to this address since August?',
  period: { from: '2026-08-01', to: '2026-11-20', reason: null }, scope: [{ person: 'p1', role: 'child', why: 'subject of the referral' }],
};

export const RESPONSE_BODY: MessageBody = {
  type: 'response', language: 'cy', responseType: 'KNOWN_RELEVANT', namesSearched: ['Siân Dŵr-Ŷd', 'Sian Dwr'],
  items: [{ id: 'i1', about: 'p1', nature: 'fact', text: 'Galwad i’r tŷ ar 4 Medi.', source: 'incident log', relevance: 'It answers the question.', handling: 'may_not_tell_family', eventDate: '2026-09-04' }],
  systemsSearched: [{ system: 'incident log', terms: 'name, address', searchedAt: '2026-11-20T10:20Z', searchedBy: 'desk officer' }],
};

export const NARRATIVE: Narrative = { language: 'en', necessity: 'Only they know whether the address has been visited.', proportionality: 'One address, four months.', harmOfNotSharing: 'A child may be left where she is hurt.' };

export function justificationFor(type: 'request' | 'response', agency: string, message: string): JustificationRecord {
  return {
    v: 1, type: 'justification', direction: type === 'request' ? 'asking' : 'sharing', check: uuid7(ROUND_AT, 1), request: uuid7(ROUND_AT, 2), message, agency,
    purpose: 'decide_threshold', urgency: 'amber', threshold: 'not_known', subjects: [{ subject: 'p1', role: 'child' }], categories: ['pol.incidents'], window: { from: '2026-08-01', to: '2026-11-20' },
    specialCategory: false, criminalOffence: false, stack: STACK, lessIntrusive: 'none_workable', consent: { sought: 'no', outcome: null, notSoughtReason: 'risk_to_child', informed: 'later' },
    response: type === 'request' ? null : { type: 'KNOWN_RELEVANT', refusalGround: null, systems: ['pol.incidents'], searched: ['p1'], items: 1, withheld: false, until: null, redirectTo: null },
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  };
}

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
