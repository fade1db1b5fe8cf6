import { describe, expect, it } from 'vitest';
import { faultsOfRecord } from '@lateral/domain/justification';
import { faultOfBody, faultOfNarrative, type RequestBody } from '@lateral/envelope/words';
import { shippedLaw, someAgency } from '../../../../test/world/shipped-law.js';
import { emptyAgency, emptyCheck, emptyPerson } from '../new-check/check-draft.js';
import { composeRequests } from '../new-check/compose.js';
import { emptyAnswer, emptyItem, NOTHING_KINDS, type AnswerDraft } from './answer-draft.js';
import { composeAnswer, type Answering, type ComposedAnswer } from './compose.js';
import { mayOverride } from './override.js';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const council = someAgency('council', 'LA_CSC', 'W');
const police = someAgency('heddlu', 'POLICE', 'W');
const law = await shippedLaw('W', ['council', 'heddlu'], ['s47_enquiry']);
const around = { law, policyDocument: { id: 'APD-T-1', version: '1.0', reviewDate: '2027-06-30' }, on: '2026-11-22' };
const [asked] = composeRequests({
  ...emptyCheck({ check: 'c', language: 'en', now: NOW }), purpose: 's47_enquiry', urgency: 'red', threshold: 's47', thresholdWhy: 'Weight lost, and shut out at night.', lessIntrusive: 'none_workable', told: 'risk_to_child',
  people: [{ ...emptyPerson('p1', 'child'), given: 'Corey', family: 'Ashdown' }, { ...emptyPerson('p2', 'parent'), given: 'Leanne', family: 'Ashdown' }], asked: [emptyAgency('heddlu', ['police.address_calls', 'police.weapons'])],
  why: 'A child said at school that the kitchen is locked at night, and only police can say whether anybody was called there.', referralReason: 'Said at school.', serviceHistory: 'None.',
}, { ...around, own: council, agencies: [council, police], asker: undefined })!;
const answering: Answering = {
  ...around, own: police, now: NOW, answeredBy: { name: 'A. Rees', role: 'responder' }, approvedBy: null,
  question: { asking: council, body: asked!.body as RequestBody, record: { ...asked!.judged.record, v: 1, type: 'justification', check: '', request: '', message: '', agency: 'council', salt: '' } },
};
const WHY = 'It tells whether the child is safe to go home tonight, which the discussion at two has to decide.';
const item = { ...emptyItem('i1', { about: 'p2', category: 'police.address_calls' }), text: 'Called to the address by a neighbour.', source: 'Niche', relevance: 'The child was there.' };

function answer(change: Partial<AnswerDraft>): ComposedAnswer {
  return composeAnswer({ ...emptyAnswer({ request: 'r', language: 'en' }), systems: ['niche', 'pnd'], ...change }, answering)!;
}
const ways: [string, Partial<AnswerDraft>, object][] = [
  ...NOTHING_KINDS.map((nothing): [string, Partial<AnswerDraft>, object] => [nothing, { way: 'nothing', nothing }, { items: [], given: [] }]),
  ['shared', { way: 'share', items: [item], why: WHY, leftOut: 'nothing', harm: 'none_known' }, { type: 'FULL', decision: 'share_all', given: ['police.address_calls'] }],
  ['part shared', { way: 'share', items: [item], why: WHY, leftOut: 'cannot_share', harm: 'limits_set' }, { type: 'PARTIAL', withheld: { withheld: true, categories: [] } }],
  ['refused', { way: 'refuse', ground: 'adverse_effect_on_own_functions', writtenReasons: 'It would end a live operation that protects another child tonight.', why: WHY }, { type: 'DECLINED', refusalGround: 'adverse_effect_on_own_functions', systems: [] }],
  ['more time', { way: 'talk', until: '2026-11-22T14:00:00.000Z', talkWhy: 'The officer is on nights.' }, { type: 'HOLDING', until: '2026-11-22T14:00:00.000Z' }],
  ['a question back', { way: 'talk', questionBack: 'Which of the two addresses?' }, { type: 'CLARIFY', until: null }],
  ['another person', { way: 'elsewhere', elsewhere: 'wrong_person', elsewhereWords: 'Two people match.' }, { type: 'IDENTITY_MISMATCH' }],
  ['another team', { way: 'elsewhere', elsewhere: 'wrong_team', elsewhereWords: 'Probation holds this.', redirectTo: 'PROB' }, { type: 'REDIRECT', redirectTo: 'PROB' }],
];

describe('an answer', () => {
  it.each(ways)('(%s) has its shapes, contradicts itself nowhere, and goes past the rules', (_, change, response) => {
    const { body, narrative, record, judged } = answer(change);
    expect([faultOfBody('response', body), faultOfNarrative(narrative), faultsOfRecord(judged.record)]).toEqual([null, null, []]);
    expect(record.response).toMatchObject(response);
    expect(judged.findings.filter(({ level }) => level !== 'note')).toEqual([]);
    expect(judged.leave.goes).toBe(true);
  });

  it('keeps the three kinds of nothing apart for whoever reads it', () => {
    const said = NOTHING_KINDS.map((nothing) => { const { body, record } = answer({ way: 'nothing', nothing }); return `${record.response!.type} ${record.response!.decision} ${(body as { context?: string }).context}`; });
    expect(new Set(said).size).toBe(3);
  });

  it('says nothing of names in clear, and is none while it is not said which way it goes', () => {
    const told = JSON.stringify(ways.map(([, change]) => answer(change).record));
    for (const name of ['Corey', 'Leanne', 'Ashdown', 'Rees', 'neighbour']) expect([name, told.includes(name)]).toEqual([name, false]);
    for (const change of [{}, { way: 'nothing' }, { way: 'talk' }, { way: 'elsewhere' }] as Partial<AnswerDraft>[]) expect(composeAnswer({ ...emptyAnswer({ request: 'r', language: 'cy' }), ...change }, answering)).toBeNull();
  });

  it('is not called ready where nothing is offered to rely on: the hub takes no record that rests on nothing', () => {
    const housing = composeAnswer({ ...emptyAnswer({ request: 'r', language: 'en' }), way: 'nothing', nothing: 'not_known', systems: ['other'] }, { ...answering, own: someAgency('tai', 'LA_HOUS', 'W'), question: { ...answering.question, record: { ...answering.question.record, urgency: 'amber' } } })!;
    expect([housing.record.stack.art6, housing.judged.verdict, housing.judged.leave.goes]).toEqual([[], 'block', false]);
  });

  it('is stopped before a person would be, where the ground that the law asks for is missing', () => {
    expect(answer({ way: 'refuse', writtenReasons: '' }).judged.leave.goes).toBe(false);
    expect(answer({ way: 'nothing', nothing: 'not_known', systems: [] }).judged.leave.goes).toBe(false);
  });

  const share: Partial<AnswerDraft> = { way: 'share', items: [item], why: WHY, leftOut: 'other_people', harm: 'none_known' };

  it('says why not more in the words that were chosen, and of what gives nothing that it gives nothing', () => {
    expect(answer(share).narrative.proportionality).toBe('Details about other people were left out. We know of no extra risk to anybody from sharing this.');
    expect(answer({ ...share, harmWords: 'Left from a choice that was taken back.' }).narrative.proportionality).not.toContain('Left from');
    expect(answer({ ...share, harm: 'outweighed', harmWords: 'She may guess who rang.' }).narrative.proportionality).toMatch(/She may guess who rang\.$/u);
    for (const [, change] of ways.filter(([, change]) => (change.items ?? []).length === 0)) expect(answer(change).narrative.proportionality).toBe('Nothing is given but what this answer says.');
    // Nothing was weighed yet: the rules say so, and no sentence stands in for it.
    expect(answer({ ...share, leftOut: null, harm: null }).judged.findings.map(({ code }) => code)).toContain('proportionality_why');
  });

  it('takes nothing along that was written or attached under another way, and that its writer does not see', () => {
    const attachment = { key: { id: 'f' } as never, description: 'Body map' };
    const begun: Partial<AnswerDraft> = { ...share, attachment, instead: 'Please phone: the source is the grandmother.' };
    const found = (change: Partial<AnswerDraft>): unknown[] => { const { body, narrative, attachment: file } = answer({ ...begun, ...change }); return [file?.description, body.context, narrative.necessity === WHY]; };
    expect(found({})).toEqual(['Body map', undefined, true]);
    expect(found({ way: 'nothing', nothing: 'not_known' })).toEqual([undefined, expect.not.stringContaining('phone'), false]);
    expect(found({ way: 'refuse', ground: 'adverse_effect_on_own_functions', items: [] })).toEqual(['Body map', 'Please phone: the source is the grandmother.', false]);
    for (const change of [{ way: 'talk', questionBack: 'Which address?' }, { way: 'elsewhere', elsewhere: 'wrong_person', elsewhereWords: 'Two people match.' }] as const) expect(found(change)).toEqual([undefined, undefined, false]);
  });

  it('holds an item in its own language', () => {
    const { body } = answer({ ...share, items: [item, { ...item, id: 'i2', text: 'Galwyd i’r cyfeiriad.', language: 'cy' }] });
    expect(body.type === 'response' && [body.language, ...body.items.map(({ language }) => language)]).toEqual(['en', 'en', 'cy']);
  });

  it('is of the kind that its categories tell, or as the writer says', () => {
    const kind = (change: Partial<AnswerDraft>) => { const { record: { specialCategory, criminalOffence } } = answer({ ...share, ...change }); return [specialCategory, criminalOffence]; };
    expect([kind({}), kind({ dataClasses: { specialCategory: true, criminalOffence: false } })]).toEqual([[false, true], [true, false]]);
  });

  describe('in an emergency', () => {
    const stopped = { ...answering, policyDocument: null };
    const under = (change: Partial<AnswerDraft>, around: Answering = stopped): ComposedAnswer => composeAnswer({ ...emptyAnswer({ request: 'r', language: 'en' }), systems: ['niche'], ...share, ...change }, around)!;
    const offered = (change: Partial<AnswerDraft>, around: Answering = stopped, isWhole = true): boolean => mayOverride({ ...emptyAnswer({ request: 'r', language: 'en' }), systems: ['niche'], ...share, ...change }, { composed: under(change, around), answering: around, isWhole });
    const amber: Answering = { ...stopped, question: { ...stopped.question, record: { ...stopped.question.record, urgency: 'amber' } } };

    it('goes past what the rules stop, with its reason in the record and its words sealed', () => {
      expect(under({}).judged.leave.goes).toBe(false);
      const { record, narrative, judged } = under({ override: { reason: 'life_at_risk' } });
      expect([record.override, narrative.overrideWords, judged.leave.goes, faultsOfRecord(judged.record)]).toEqual([{ reason: 'life_at_risk' }, WHY, true, []]);
    });

    it('is recorded only where there is something that it goes past', () => {
      const { record, narrative } = under({ override: { reason: 'life_at_risk' } }, answering);
      expect([record.override, narrative.overrideWords]).toEqual([null, undefined]);
    });

    it('is offered where it carries everything, and is never for what is not red, not whole, or a refusal without its ground', () => {
      expect([offered({}), offered({}, answering), offered({}, amber), offered({}, stopped, false)]).toEqual([true, false, false, false]);
      expect(offered({ way: 'refuse', items: [], ground: null })).toBe(false);
      // Once chosen it can be taken back.
      expect(offered({ override: { reason: 'life_at_risk' } }, amber)).toBe(true);
    });
  });
});
