import { digestOf, type JustificationRecord } from '@lateral/contracts';
import { londonDay } from '@lateral/domain/deadlines';
import { sendMessage } from '../envelope/sealed-message.js';
import { ROUND_AT, uuid7 } from '../envelope/sealing-parties.js';
import { inPack, recordIn, withRecords, type Evidence } from './evidence-pack.js';
import { askingRecord, fieldsOf, judgedByHub, partyOf } from './judged-share.js';

/** The asking agency tells the asked one what came of it. */
export async function outcomeTold(made: Evidence, change: Partial<JustificationRecord> = {}): Promise<Evidence> {
  const { asking, asked, pack, log } = made;
  const message = uuid7(ROUND_AT, 6);
  const justification = { ...askingRecord(asking.agency, message, pack.catalogues[0]!.version), direction: 'telling' as const, ...change };
  const { envelope } = await sendMessage('request', (sealed) => ({
    ...sealed, justification, body: { type: 'outcome', language: 'en', outcome: 'NFA', text: 'Nothing more is needed.' },
    context: { ...sealed.context, type: 'outcome', message, inReplyTo: pack.envelopes[0]!.header.content.digest },
  }));
  const parties = { owner: partyOf(asking.agency, true), other: partyOf(asked.agency, false), on: londonDay(ROUND_AT) };
  const law = { catalogue: pack.catalogues[0]!, agreements: [] };
  const judgement = judgedByHub(justification, null, parties, law);
  const { check, request, justification: digest } = envelope.header.context;
  const told = recordIn(log, 21, 'outcome.told.v1', { check, request, message, agency: asking.agency, member: 'm-1', asked: asked.agency, header: digestOf('header', envelope.header), justification: digest, ...fieldsOf(judgement, law) });
  const whole = await withRecords(made, [told]);
  return { ...made, pack: { ...whole, envelopes: [...whole.envelopes, inPack(envelope, judgement)] } };
}

/** The asking agency keeps why it did not ask somebody else. */
export async function recordKept(made: Evidence): Promise<Evidence> {
  const { asking, pack, log } = made;
  const message = uuid7(ROUND_AT, 7);
  const justification = { ...askingRecord(asking.agency, message, pack.catalogues[0]!.version), direction: 'record_only' as const, request: null };
  const { envelope } = await sendMessage('request', (sealed) => ({
    ...sealed, justification, body: { type: 'record', language: 'en', text: 'She has said no.' }, context: { ...sealed.context, type: 'record', request: null, message, to: [] },
  }));
  const own = partyOf(asking.agency, true);
  const law = { catalogue: pack.catalogues[0]!, agreements: [] };
  const judgement = judgedByHub(justification, null, { owner: own, other: own, on: londonDay(ROUND_AT) }, law);
  const { check, request, justification: digest } = envelope.header.context;
  const kept = recordIn(log, 22, 'record-only.kept.v1', { check, request, message, agency: asking.agency, member: 'm-1', reason: 'capable_adult_refused', header: digestOf('header', envelope.header), justification: digest, ...fieldsOf(judgement, law) });
  const whole = await withRecords(made, [kept]);
  return { ...made, pack: { ...whole, envelopes: [...whole.envelopes, inPack(envelope, judgement)] } };
}
