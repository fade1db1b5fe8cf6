import { describe, expect, it } from 'vitest';
import type { JustificationRecord } from '@lateral/contracts';
import { shippedLaw, someAgency } from '../../../../test/world/shipped-law.js';
import { emptyAgency, emptyCheck, emptyPerson } from '../new-check/check-draft.js';
import { composeRequests } from '../new-check/compose.js';
import type { RequestBody } from '@lateral/envelope/words';
import { emptyAnswer, emptyItem, type AnswerDraft } from './answer-draft.js';
import { composeAnswer, type Answering } from './compose.js';
import { draftOf } from './draft-of.js';
import { relevanceOf } from './items.js';

const council = someAgency('council', 'LA_CSC', 'W');
const police = someAgency('heddlu', 'POLICE', 'W');
const law = await shippedLaw('W', ['council', 'heddlu'], ['s47_enquiry']);
const NOW = new Date('2026-11-22T10:00:00.000Z');
const around = { law, policyDocument: { id: 'APD-T-1', version: '1.0', reviewDate: '2027-06-30' }, on: '2026-11-22' };
const [asked] = composeRequests({
  ...emptyCheck({ check: 'c', language: 'en', now: NOW }), purpose: 's47_enquiry', urgency: 'red', threshold: 's47', thresholdWhy: 'x', lessIntrusive: 'none_workable', told: 'risk_to_child', people: [{ ...emptyPerson('p1', 'child'), given: 'Corey', family: 'Ashdown' }],
  asked: [emptyAgency('heddlu', ['police.address_calls', 'police.weapons'])], why: 'A child said at school that the kitchen is locked at night.', referralReason: 'Said at school.', serviceHistory: 'None.',
}, { ...around, own: council, agencies: [council, police], asker: undefined })!;
const whole = (coded: object): JustificationRecord => ({ ...coded, v: 1, type: 'justification', check: '', request: '', message: '', salt: '' }) as unknown as JustificationRecord;
const answering: Answering = { ...around, own: police, now: NOW, answeredBy: undefined, approvedBy: null, question: { asking: council, body: asked!.body as RequestBody, record: whole(asked!.judged.record) } };
const itemOf = (category: string): AnswerDraft['items'][number] => ({ ...emptyItem('i1', { about: 'p1', category }), text: 'Called.', source: 'Niche', relevance: relevanceOf(category, { packs: law.packs, language: 'en' }), eventDate: '2024', confirmed: true, language: 'en' });

describe('an answer that was sent', () => {
  const ways: Partial<AnswerDraft>[] = [
    { way: 'nothing', nothing: 'not_known', systems: ['niche'] }, { way: 'nothing', nothing: 'no_concern', systems: ['pnd'] }, { way: 'nothing', nothing: 'nothing_relevant', systems: ['pnd'] },
    { way: 'share', systems: ['niche'], why: 'It tells.', items: [itemOf('police.weapons'), { ...itemOf('police.address_calls'), id: 'i2', handling: 'le_only', thirdParty: { who: 'A neighbour', relevant: true } }], leftOut: 'source', harm: 'limits_set' },
    { way: 'share', systems: ['niche'], why: 'It tells.', items: [{ ...itemOf('police.weapons'), language: 'cy' }], leftOut: 'cannot_share', harm: 'none_known', dataClasses: { specialCategory: true, criminalOffence: true } },
    { way: 'refuse', ground: 'adverse_effect_on_own_functions', writtenReasons: 'It would end an operation.', instead: 'Phone first.', why: '' }, { way: 'elsewhere', elsewhere: 'wrong_team', redirectTo: 'PROB', elsewhereWords: 'They know.' },
    { way: 'elsewhere', elsewhere: 'wrong_person', systems: ['pnd'], elsewhereWords: 'Two match.', why: '' },
  ];

  it.each(ways)('is what was written, once it is taken up again: %j', (change) => {
    const draft = { ...emptyAnswer({ request: 'r', language: 'en' as const }), ...change };
    const { body, narrative, record } = composeAnswer(draft, answering)!;
    const again = draftOf({ body, narrative, record: whole(record) }, 'r', { packs: law.packs });
    expect(again).toMatchObject(change);
    expect(composeAnswer(again, answering)!.record.response).toEqual(record.response);
  });
});
