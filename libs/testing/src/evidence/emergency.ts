import { digestOf, type EvidencePack } from '@lateral/contracts';
import { fingerprintOf } from '@lateral/envelope/keys';
import type { ReviewFinding } from '@lateral/domain/justification';
import { sendMessage } from '../envelope/sealed-message.js';
import { ROUND_AT, uuid7 } from '../envelope/sealing-parties.js';
import { inPack, makeEvidence, recordIn, withRecords, type Evidence, type Round } from './evidence-pack.js';
import { askingRecord, fieldsOf, judgedByHub, partyOf } from './judged-share.js';
import { littleAgreement, littleCatalogue } from './little-law.js';

/** When the review of an override used in the round is due. */
export const REVIEW_DUE = '2026-11-23T17:00:00.000Z';

const WITHOUT_NECESSITY = askingRecord('', '', '').words.map((words) => (words.field === 'necessity' ? { ...words, present: false, length: 'none' as const } : words));

/** A red question that left without its reasons under an emergency override. The pack holds the record of its use and no review. */
export async function makeEmergency(round: Round = {}): Promise<Evidence> {
  const made = await makeEvidence({ ...round, asked: { urgency: 'red', override: { reason: 'life_at_risk' }, words: WITHOUT_NECESSITY, ...round.asked } });
  const { check, request, message, from } = made.pack.envelopes[0]!.header.context;
  const used = recordIn(made.log, 10, 'override.used.v1', {
    check, request, message, agency: from.agency, member: 'm-1', reason: 'life_at_risk', findings: 'necessity_why', reviewDue: REVIEW_DUE,
  }, timeOfQuestion(made.pack));
  return { ...made, pack: await withRecords(made, [used]) };
}

/** The same with its review, by the agency's officer unless another member is named. */
export async function reviewed(made: Evidence, { at, finding = 'right_and_completed', member = 'd-1' }: { at: string; finding?: ReviewFinding; member?: 'd-1' | 'm-1' }): Promise<Evidence> {
  const { asking, asked, pack, log } = made;
  const message = uuid7(ROUND_AT, 8);
  const key = member === 'd-1' ? asking.officer : asking.member;
  const justification = { ...askingRecord(asking.agency, message, littleCatalogue().version), urgency: 'red' as const };
  const { envelope } = await sendMessage('request', (sealed) => ({
    ...sealed, justification, senderKey: key, body: { type: 'record', language: 'en', text: 'Put in order.' },
    context: { ...sealed.context, type: 'record', message, to: [], from: { agency: asking.agency, signer: fingerprintOf(key) } },
  }));
  const parties = { owner: partyOf(asking.agency, true), other: partyOf(asked.agency, false), on: at.slice(0, 10) };
  const law = { catalogue: littleCatalogue(), agreements: [littleAgreement([asking.agency, asked.agency])] };
  const judgement = judgedByHub(justification, null, parties, law);
  const { check, request, justification: digest } = envelope.header.context;
  const record = recordIn(log, 11, 'override.reviewed.v1', {
    check, request, message, reviewed: pack.envelopes[0]!.header.context.message, agency: asking.agency, member, finding, header: digestOf('header', envelope.header), justification: digest, ...fieldsOf(judgement, law),
  }, at);
  const whole = await withRecords(made, [record]);
  return { ...made, pack: { ...whole, envelopes: [...whole.envelopes, inPack(envelope, judgement)] } };
}

function timeOfQuestion({ receipts }: EvidencePack): string {
  return (JSON.parse(receipts[0]!.record) as { at: string }).at;
}
