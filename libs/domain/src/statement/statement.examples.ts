import type { CodedShare, LawfulStack, ResponseCodes } from '../justification/share.js';
import type { StatementInput } from './compose.js';
import type { NamedRow } from './law.js';

/** Shares that the specs of this folder tell. */
const both = (en: string, cy: string): { en: string; cy: string } => ({ en, cy });
const row = (en: string, cy: string, citation: string, status: NamedRow['status'] = 'sourced'): NamedRow => ({ name: { en, cy }, citation, status });
const rows = new Map<string, NamedRow>([
  ['REG-P2', row('UK GDPR with Part 2', 'GDPR y DU gyda Rhan 2', 'DPA 2018 Part 2')],
  ['A6-E', row('Public task', 'Tasg gyhoeddus', 'UK GDPR Art 6(1)(e)')],
  ['A6-C', row('Legal obligation', 'Rhwymedigaeth gyfreithiol', 'UK GDPR Art 6(1)(c)', 'check')],
  ['A9-G', row('Substantial public interest', 'Budd cyhoeddus sylweddol', 'UK GDPR Art 9(2)(g)')],
  ['S1-18', row('Safeguarding', 'Diogelu', 'DPA 2018 Sch 1 para 18')],
  ['S1-36', row('Extension to criminal data', 'Estyniad i ddata troseddau', 'DPA 2018 Sch 1 para 36', 'check')],
  ['CA1989-47', row('Section 47 enquiries', 'Ymholiadau adran 47', 'Children Act 1989 s47(1)')],
  ['SSWBA-164-2', row('Duty to provide information', 'Dyletswydd i ddarparu gwybodaeth', 'SSW-b(W)A 2014 s164(2)')],
  ['CLC-LAW', row('Set aside by statute', 'Wedi’i roi o’r neilltu gan statud', 'common law')],
  ['HRA-8', row('Private and family life', 'Bywyd preifat a theuluol', 'ECHR Art 8')],
]);
const names = new Map([['police.da_incidents', both('domestic abuse incidents', 'digwyddiadau cam-drin domestig')], ['niche', both('Niche', 'Niche')]]);
const stack: LawfulStack = {
  defaultStack: 'ST-01', regime: 'REG-P2', art6: ['A6-E'], art9: ['A9-G'], sch1: ['S1-18'], art10: ['S1-36'], p3: [], s36Authority: null, gateway: ['CA1989-47'], confidentiality: ['CLC-LAW'], hra: ['HRA-8'],
  s118Reason: 'c', policyDocument: { id: 'APD-1', version: '2.0', reviewDate: '2027-03-31' }, wouldShareAnyway: null, catalogueVersion: 'facts-1',
};
export const asking: CodedShare = {
  direction: 'asking', purpose: 's47_enquiry', urgency: 'red', threshold: 's47', subjectKind: 'child', strategyDiscussionAt: '2026-11-03T09:30:00.000Z',
  subjects: [{ subject: 'p1', role: 'child' }, { subject: 'p2', role: 'parent' }, { subject: 'p3', role: 'parent' }], categories: ['police.da_incidents', 'police.warnings'], window: { from: '2025-11-04', to: '2026-11-03' },
  specialCategory: true, criminalOffence: true, stack, lessIntrusive: 'none_workable', consent: { sought: 'no', outcome: null, notSoughtReason: 'risk_to_child', informed: 'later', capacity: null, overrideGround: null },
  thirdParties: [{ relevanceTicked: true }, { relevanceTicked: false }], response: null, words: [], acknowledgements: [{ finding: 'T12', reason: 'checked_with_manager' }], override: null,
};
export const response: ResponseCodes = {
  type: 'PARTIAL', decision: 'share_part', refusalGround: null, systems: ['niche'], searched: ['p2'],
  items: [
    { item: 'i1', about: 'p2', nature: 'fact', relevance: true, handling: 'may_not_tell_family', thirdParty: null }, { item: 'i2', about: 'p2', nature: 'allegation', relevance: true, handling: 'may_not_tell_family', thirdParty: null },
    { item: 'i3', about: 'p2', nature: 'fact', relevance: true, handling: null, thirdParty: null },
  ],
  given: ['police.da_incidents'], withheld: { withheld: true, categories: ['police.warnings'] }, until: '2026-07-03T15:00:00.000Z', redirectTo: null,
};
const council = { name: both('Dalefield Council', 'Cyngor Dalefield') };
export const force = { name: both('County force', 'Heddlu’r sir') };
export const input: StatementInput = {
  share: asking, owner: council, other: force, rows, names, agreement: { reference: 'DSA-7', version: 3, clause: '4.2' }, dueAt: '2026-11-03T15:05:00.000Z',
  narrative: { question: 'Is either adult on bail?', necessity: 'Only the force can say, and it decides who goes home.', proportionality: ' ' },
};
const answering: CodedShare = { ...asking, direction: 'sharing', strategyDiscussionAt: null, categories: [], window: null, consent: null, lessIntrusive: null, thirdParties: [], acknowledgements: [], response };
export const sharing: StatementInput = { ...input, share: answering, owner: force, other: council, dueAt: null, narrative: null };
export const refusing: StatementInput = {
  ...sharing, agreement: null, narrative: { written_reasons: 'It would end a live operation.' },
  share: {
    ...answering, specialCategory: false, criminalOffence: false, stack: { ...stack, art6: ['A6-C'], art9: [], sch1: [], art10: [], gateway: ['SSWBA-164-2'], s118Reason: null, policyDocument: null },
    response: { ...response, type: 'DECLINED', decision: 'decline', refusalGround: 'adverse_effect_on_own_functions', systems: [], items: [], given: [], withheld: { withheld: false, categories: [] }, until: null },
  },
};
export const overridden: StatementInput = {
  ...input, narrative: null, agreement: { reference: 'DSA-7', version: 3, clause: null }, dueAt: '2026-07-01T22:30:00.000Z',
  share: { ...asking, consent: null, lessIntrusive: null, thirdParties: [], acknowledgements: [], strategyDiscussionAt: null, window: null, stack: { ...stack, art6: [], gateway: ['X-9'] }, override: { reason: 'life_at_risk' } },
};
