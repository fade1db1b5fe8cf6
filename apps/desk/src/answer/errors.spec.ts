import { describe, expect, it } from 'vitest';
import { REFUSAL_GROUNDS } from '@lateral/domain';
import type { Finding } from '@lateral/domain/justification';
import type { RequestBody } from '@lateral/envelope/words';
import { shippedLaw } from '../../../../test/world/shipped-law.js';
import { answer as cy } from '../words/cy/answer.js';
import { answer as en } from '../words/en/answer.js';
import { emptyAnswer, emptyItem, NO_MOMENT, type AnswerDraft, type ItemDraft } from './answer-draft.js';
import { mustBeApproved } from './approver.js';
import { ERROR_CODES, errorsOf } from './errors.js';
import { fieldOf, stopping } from './findings.js';
import { refusingOf } from './grounds.js';
import { typeOfBytes } from './sealed-answer.js';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const law = await shippedLaw('W', ['council', 'heddlu'], ['s47_enquiry']);
const stackOf = (...gateway: string[]): never => ({ stack: { gateway } }) as never;
const question = { body: { people: [{ id: 'p1', name: 'Corey Ashdown', roles: ['child'] }] } as unknown as RequestBody };
const item: ItemDraft = { ...emptyItem('i1', { about: 'p1', category: 'police.weapons' }), text: 'Called to the address.', relevance: 'It is asked.', confirmed: true };
const WHY = 'It tells whether the child is safe to go home tonight.';
const errors = (change: Partial<AnswerDraft>, gateway = 'SSWBA-164-2', approved: 'some' | 'all' = 'some'): string[] => errorsOf({ ...emptyAnswer({ request: 'r', language: 'en' }), ...change }, { question, refusing: refusingOf(stackOf(gateway), law), roles: ['responder'], approved, now: NOW }).map(({ field, code }) => `${field} ${code}`);
const share: Pick<AnswerDraft, 'way' | 'items' | 'systems' | 'why' | 'leftOut' | 'harm'> = { way: 'share', items: [item], systems: ['niche'], why: WHY, leftOut: 'nothing', harm: 'none_known' };

describe('what keeps an answer from being sent', () => {
  it.each<[string, Partial<AnswerDraft>, string[]]>([
    ['nothing chosen', {}, ['way way']],
    ['nothing held, of no kind and searched nowhere', { way: 'nothing' }, ['nothing nothing', 'systems systems']],
    ['nothing to share', { ...share, items: [] }, ['pasted noItems']],
    ['what was left out and whom it could harm, which nobody chose', { ...share, leftOut: null, harm: null }, ['left-out leftOut', 'harm harm']],
    ['a paste that nobody sorted', { ...share, pasted: 'x' }, ['pasted unsorted']],
    ['an empty item', { ...share, items: [{ ...item, text: ' ' }] }, ['i1-text itemText']],
    ['an item that nobody looked at', { ...share, items: [{ ...item, confirmed: false }] }, ['i1-confirmed itemUnconfirmed']],
    ['an item without its reason', { ...share, items: [{ ...item, relevance: '' }] }, ['i1-relevance itemRelevance']],
    ['somebody outside the check', { ...share, items: [{ ...item, text: 'Called by Karen Tudor.' }] }, ['i1-outside itemOutside']],
    ['somebody linked and not relevant', { ...share, items: [{ ...item, thirdParty: { who: 'Karen', relevant: false } }] }, ['i1-third-relevant itemThirdParty']],
    ['somebody linked and not said who', { ...share, items: [{ ...item, thirdParty: { who: '', relevant: true } }] }, ['i1-third-who itemThirdPartyWho']],
    ['no reason', { ...share, why: '' }, ['why why']],
    ['a reason that names somebody', { ...share, why: 'It tells whether Corey is safe to go home tonight.' }, ['why whyWords']],
    ['a harm that is outweighed by nothing said', { ...share, harm: 'outweighed' }, ['harm-words harmWords']],
    ['intelligence without an approver', { ...share, items: [{ ...item, nature: 'intelligence' }] }, ['for-approval approval']],
    ['a refusal without ground and reasons', { way: 'refuse' }, ['ground ground', 'written-reasons reasons']],
    ['a refusal on a ground that the law does not know here', { way: 'refuse', ground: 'disproportionate_excessive', writtenReasons: WHY }, ['ground ground']],
    ['a refusal of part with an unchecked item', { way: 'refuse', ground: 'incompatible_with_own_duties', writtenReasons: WHY, items: [{ ...item, confirmed: false }] }, ['i1-confirmed itemUnconfirmed', 'systems systems', 'why why', 'left-out leftOut', 'harm harm']],
    ['a talk without a time', { way: 'talk' }, ['until until']],
    ['a time that is none', { way: 'talk', untilTyped: NO_MOMENT }, ['until-day-day untilTyped']],
    ['a time that is over', { way: 'talk', until: '2026-11-22T09:00:00.000Z' }, ['until untilPast', 'talk-why talkWhy']],
    ['another team without which', { way: 'elsewhere', elsewhere: 'wrong_team' }, ['redirect-to redirectTo', 'elsewhere-words elsewhereWords']],
    ['neither person nor team', { way: 'elsewhere' }, ['elsewhere elsewhere']],
  ])('%s', (_, change, expected) => {
    expect(errors(change)).toEqual(expected);
  });

  it.each<Partial<AnswerDraft>>([
    share, { way: 'nothing', nothing: 'not_known', systems: ['niche'] }, { way: 'talk', questionBack: 'Which?' }, { way: 'talk', until: '2026-11-22T11:00:00.000Z', talkWhy: 'Nights.' }, { way: 'elsewhere', elsewhere: 'wrong_person', elsewhereWords: 'Two match.' },
    { ...share, items: [{ ...item, text: 'Found at the Golden Lion.', notPeople: ['Golden Lion'] }] }, { ...share, items: [{ ...item, handling: 'le_only' }], forApproval: true },
  ])('is nothing where it is whole', (change) => {
    expect(errors(change)).toEqual([]);
  });

  it('has words of both languages for each', () => {
    for (const code of ERROR_CODES) expect([code, en.error[code] !== cy.error[code]]).toEqual([code, true]);
  });
});

describe('grounds of a refusal', () => {
  it('are two with reasons where section 164 binds, and all without where no duty names its own', () => {
    const bound = refusingOf(stackOf('SSWBA-164-2'), law);
    expect([bound.grounds, bound.needsReasons, bound.duties[0]?.en]).toEqual([['incompatible_with_own_duties', 'adverse_effect_on_own_functions'], true, expect.stringContaining('s164')]);
    expect(refusingOf(stackOf('CA1989-47'), law)).toMatchObject({ grounds: REFUSAL_GROUNDS, needsReasons: false, duties: [] });
    expect(errors({ way: 'refuse', ground: 'source_protection' }, 'CA1989-47')).toEqual([]);
  });
});

describe('an approver', () => {
  it('is for what few may use, and not for whoever releases answers', () => {
    const draft = { ...emptyAnswer({ request: 'r', language: 'en' as const }), ...share, items: [{ ...item, handling: 'do_not_record_in_file' as const }] };
    const approved = 'some' as const;
    expect([mustBeApproved(draft, { roles: ['responder'], approved }), mustBeApproved(draft, { roles: ['responder', 'approver'], approved }), mustBeApproved({ ...draft, items: [item] }, { roles: ['responder'], approved })]).toEqual([true, false, false]);
  });
});

describe('an agency that wants every answer approved', () => {
  it('has what is shared or refused seen first, and nothing else', () => {
    expect(errors(share, 'SSWBA-164-2', 'all')).toEqual(['for-approval approval']);
    expect(errors({ way: 'refuse', ground: 'incompatible_with_own_duties', writtenReasons: WHY }, 'SSWBA-164-2', 'all')).toEqual(['for-approval approval']);
    expect(errors({ ...share, forApproval: true }, 'SSWBA-164-2', 'all')).toEqual([]);
    for (const change of [{ way: 'nothing', nothing: 'not_known', systems: ['niche'] }, { way: 'talk', questionBack: 'Which?' }] as Partial<AnswerDraft>[]) expect(errors(change, 'SSWBA-164-2', 'all')).toEqual([]);
  });
});

describe('what a rule finds', () => {
  const finding = (field: string): Finding => ({ code: 'T12', kind: 'rule', level: 'warn', field, about: [], sentence: { en: '', cy: '' }, mend: { en: '', cy: '' } });

  it.each([['/response/items/0/relevance', 'i1-relevance'], ['/response/items/0/thirdParty/relevanceTicked', 'i1-third-relevant'], ['/response/systems', 'systems'], ['/response/refusalGround', 'ground'], ['/stack/art9/0', 'basis'], ['/words/2', 'why'], ['/window', 'verdict']])('%s is mended at %s', (pointer, field) => {
    expect(fieldOf(finding(pointer), share)).toBe(field);
  });

  it('is gone past with one reason for all of a code', () => {
    expect(stopping({ goes: false, blocked: [], unacknowledged: [finding('/a'), finding('/b')], overrideRefused: false })).toHaveLength(1);
    expect(stopping({ goes: true, overridden: [], acknowledged: [] })).toEqual([]);
  });
});

describe('a file', () => {
  it.each([[[0x25, 0x50, 0x44, 0x46], 'application/pdf'], [[0x89, 0x50, 0x4e, 0x47], 'image/png'], [[0xff, 0xd8, 0xff], 'image/jpeg'], [[0x4d, 0x5a], null], [[], null]])('that begins %j is %s', (bytes, type) => {
    expect(typeOfBytes(new Uint8Array(bytes))).toBe(type);
  });
});
