import { describe, expect, it } from 'vitest';
import type { AgencyType, Nation, Purpose, SubjectRole } from '@lateral/domain';
import type { Finding, ResponseCodes } from '@lateral/domain/justification';
import { packFor } from '@lateral/domain/packs';
import { offeredFor } from '@lateral/domain/prefill';
import type { Narrative, RequestBody, ResponseBody } from '@lateral/envelope/words';
import { shippedLaw, someAgency } from '../../../../test/world/shipped-law.js';
import type { KnownAgency } from '../crypto/protocol.js';
import { askingDraft, type AskedOf, type AskingChoices, type Surroundings } from './asking.js';
import { partyOf } from './parties.js';
import { sharingDraft } from './sharing.js';
import { statementOf } from './statement.js';
import { judged, type Judged } from './verdict.js';

/*
 * What a page offers ready made must be what the rules let pass, for whoever asks whom what in either nation: a person who changes nothing
 * is never told that the law is against them.
 */
const ON = '2026-11-22';
const ASKED: readonly AgencyType[] = ['POLICE', 'LHB', 'NHST', 'SCHOOL', 'PROB', 'LA_HOUS', 'GP', 'HV_SN', 'YJS', 'LA_EDU'];
const PURPOSES: readonly Purpose[] = ['immediate_protection', 's47_enquiry', 'decide_threshold', 'missing'];

const law = { E: await shippedLaw('E', ['council', 'other'], PURPOSES), W: await shippedLaw('W', ['council', 'other'], PURPOSES) };
const SUBJECTS = [{ subject: 'p1', role: 'child' as SubjectRole }, { subject: 'p2', role: 'parent' as SubjectRole }];
const choices = (purpose: Purpose): AskingChoices => ({
  purpose, urgency: 'amber', threshold: purpose === 'decide_threshold' ? 's17_or_w_care_support' : 's47', subjectKind: 'child', strategyDiscussionAt: null, subjects: SUBJECTS, lessIntrusive: 'none_workable',
  consent: { sought: 'no', outcome: null, notSoughtReason: 'risk_to_child', informed: 'later', capacity: 'not_applicable', overrideGround: null },
});
const NECESSITY = 'A child said at school that the kitchen is locked at night, and only this agency can say whether the home was ever visited for that.';
const narrative: Narrative = { language: 'en', necessity: NECESSITY, proportionality: 'Two people, two kinds of record, the usual period; nothing about anybody else is asked for.', lessIntrusive: 'The family cannot say it, and asking them first would put the child at risk.', harmOfNotSharing: 'The child goes home this afternoon to whatever is there, and nobody knows what that is.', thresholdRationale: 'The child lost weight and spoke of being shut out at night.' };
const question: RequestBody = {
  type: 'request', language: 'en', people: [{ id: 'p1', name: 'Corey Ashdown', roles: ['child'] }, { id: 'p2', name: 'Leanne Ashdown', roles: ['parent'] }], relationships: [], referralReason: 'What was said at school.', serviceHistory: 'None.',
  question: 'What do you hold of visits to the home since the summer, and of food or sleep in what was seen there?', period: { from: '2024-11-22', to: ON, reason: null }, scope: [], publicTaskStatement: 'The council needs this for its duty to make enquiries about a child it has cause to suspect is suffering harm.',
};

interface Asked { around: Surroundings; asked: KnownAgency; asking: Judged; of: AskedOf }
function ask(type: AgencyType, nation: Nation, purpose: Purpose): Asked {
  const around: Surroundings = { own: someAgency('council', 'LA_CSC', nation), law: law[nation], policyDocument: { id: 'APD-T-1', version: '1.0', reviewDate: '2027-06-30' }, on: ON };
  const asked = someAgency('other', type, nation);
  const of: AskedOf = { asked, categories: packFor(law[nation].packs, type).categories.slice(0, 2).map(({ code }) => code), window: { from: '2024-11-22', to: ON }, stack: null, dataClasses: null, thirdParties: [], acknowledgements: [], override: null };
  return { around, asked, of, asking: judged(askingDraft(choices(purpose), of, around), { body: question, narrative }, { other: asked, request: null, around }) };
}

const stops = (findings: readonly Finding[]): string[] => findings.filter(({ level }) => level !== 'note').map(({ code, field, sentence }) => `${code} ${field} ${sentence.en}`);
const everyPair = PURPOSES.flatMap((purpose) => (['E', 'W'] as const).flatMap((nation) => ASKED.filter((type) => type !== (nation === 'E' ? 'LHB' : 'NHST')).map((type) => [type, nation, purpose] as const)));

describe('what is offered', () => {
  it.each(everyPair)('stands: a council asks %s in %s for %s', (type, nation, purpose) => {
    const { asking } = ask(type, nation, purpose);
    expect(stops(asking.findings)).toEqual([]);
    expect(asking.leave.goes).toBe(true);
  });

  it.each(everyPair)('stands for the answer of %s in %s for %s', (type, nation, purpose) => {
    const { around, asked, asking, of } = ask(type, nation, purpose);
    const request = { ...asking.record, v: 1 as const, type: 'justification' as const, check: '', request: '', message: '', agency: 'council', salt: '' };
    const response: ResponseCodes = {
      type: 'KNOWN_RELEVANT', decision: 'share_all', refusalGround: null, systems: ['other'], searched: ['p1', 'p2'], given: of.categories, withheld: { withheld: false, categories: [] }, until: null, redirectTo: null,
      items: [{ item: 'i1', about: 'p2', nature: 'fact', relevance: true, handling: 'may_tell_family', thirdParty: null }],
    };
    const answering: Surroundings = { ...around, own: asked };
    const body: ResponseBody = { type: 'response', language: 'en', responseType: 'KNOWN_RELEVANT', items: [], systemsSearched: [], namesSearched: ['Corey Ashdown', 'Leanne Ashdown'] };
    const sharing = judged(sharingDraft(request, around.own, { response, stack: null, dataClasses: null, acknowledgements: [], override: null }, answering), { body, narrative }, { other: around.own, request, around: answering });
    expect(stops(sharing.findings)).toEqual([]);
  });

  it('is told in a paragraph that names nobody, in both languages', () => {
    const { around, asked, asking } = ask('POLICE', 'W', 's47_enquiry');
    const told = (language: 'en' | 'cy'): string => statementOf({ record: asking.record, cover: asking.cover, words: { body: question, narrative }, owner: around.own, other: asked, dueAt: '2026-11-23T10:00:00.000Z', law: around.law }, language);
    expect(told('en')).toContain(NECESSITY);
    expect(told('cy')).not.toBe(told('en'));
    for (const name of ['Corey', 'Leanne', 'Ashdown']) expect([told('en'), told('cy')].join(' ')).not.toContain(name);
  });

  it('is no emergency where nothing else fits: somebody has to say that it is one', () => {
    const question = { direction: 'sharing', asking: partyOf(someAgency('council', 'LA_CSC', 'E')), answering: partyOf(someAgency('other', 'LA_HOUS', 'E')), purpose: 'immediate_protection', categories: [], window: { from: '2024-11-22', to: ON }, on: ON, urgency: 'red' } as const;
    expect(offeredFor({ question, subject: 'child', threshold: 's47', catalogue: law.E.catalogue, agreements: [] })).toBeNull();
  });
});
