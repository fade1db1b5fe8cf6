import type { CatalogueRow, Family, InForce } from '../../catalogue/catalogue.js';
import type { AgencyType, Nation } from '../../codes.js';
import type { Standing } from '../../catalogue/standing.js';
import type { LawBook, Rule, ShareToJudge } from '../rule.js';
import { SEALED_FIELDS, type CodedShare, type ItemCodes, type LawfulStack, type Party, type ResponseCodes, type SealedField, type SealedWords } from '../share.js';

/** One example of one rule: what it finds, as JSON pointers. Examples are for specs; nothing else may read them. */
export interface Example {
  is: 'accepting' | 'firing' | 'boundary';
  name: string;
  toJudge: ShareToJudge;
  finds: string[];
}

export const TODAY = '2026-11-16';

export function party(of: Partial<Party> = {}): Party {
  return { agency: 'a', type: 'LA_CSC', nation: 'E', publicAuthority: true, competentAuthority: false, commissionedProvider: false, ...of };
}

const STACK: LawfulStack = {
  defaultStack: null, regime: 'REG-P2', art6: ['A6-E'], art9: [], sch1: [], art10: [], p3: [], s36Authority: null, gateway: ['CA1989-17'], confidentiality: ['CLC-CONS'],
  hra: ['HRA-8', 'PROP-4'], s118Reason: null, policyDocument: null, wouldShareAnyway: null, catalogueVersion: 'example',
};
export const PART_THREE: Partial<LawfulStack> = {
  regime: 'REG-P3to2', art6: [], art10: ['A10-OA'], p3: ['P3-35', 'P3-SENS', 'P3-S8-4', 'P3-36-4'], s36Authority: 'CLPD', gateway: ['CLPD'], policyDocument: { id: 'APD-1', version: '1', reviewDate: '2027-01-31' },
};
export const SAFEGUARDING: Partial<LawfulStack> = { art9: ['A9-G'], sch1: ['S1-18'], s118Reason: 'b', policyDocument: { id: 'APD-1', version: '1', reviewDate: '2027-01-31' } };

/** Every sealed field as a careful client attests it, but for the fields named, which are as given. */
export function words(change: Partial<Record<SealedField, Partial<SealedWords>>> = {}): SealedWords[] {
  return SEALED_FIELDS.map((field) => ({ field, present: true, length: '60_to_299', linter: [], ...change[field] }));
}
export const NO_WORDS: Partial<SealedWords> = { present: false, length: 'none' };

export interface Change extends Omit<Partial<CodedShare>, 'stack' | 'response'> { stack?: Partial<LawfulStack>; response?: Partial<ResponseCodes> }
type Around = Partial<Omit<ShareToJudge, 'share'>>;

/** An ordinary request: a council asks a school about one child, with the family's agreement. Nothing may be found in it. */
export function asking(change: Change = {}, around: Around = {}): ShareToJudge {
  const { response: _none, ...changed } = change;
  return { share: { ...shareOf('asking', changed), response: null }, owner: party(), other: party({ agency: 'b', type: 'SCHOOL' }), on: TODAY, request: null, ...around };
}

function shareOf(direction: CodedShare['direction'], { stack, response: _response, ...change }: Change): CodedShare {
  return {
    direction, purpose: 'decide_threshold', urgency: 'green', threshold: 's17_or_w_care_support', subjectKind: 'child', strategyDiscussionAt: null,
    subjects: [{ subject: 'p1', role: 'child' }], categories: ['edu.on_roll'], window: { from: '2026-01-01', to: '2026-11-16' }, specialCategory: false, criminalOffence: false,
    lessIntrusive: 'none_workable', thirdParties: [], words: words(), acknowledgements: [], override: null,
    consent: { sought: 'yes', outcome: 'given', notSoughtReason: null, informed: 'yes', capacity: null, overrideGround: null },
    ...change, stack: { ...STACK, ...stack }, response: null,
  };
}

export function item(change: Partial<ItemCodes> = {}): ItemCodes {
  return { item: 'i1', about: 'p1', nature: 'fact', relevance: true, handling: 'may_tell_family', thirdParty: null, ...change };
}

/** An ordinary answer to that request: a school tells one fact. Nothing may be found in it. */
export function answering(change: Change = {}, around: Around = {}): ShareToJudge {
  const response: ResponseCodes = {
    type: 'FULL', decision: 'share_all', refusalGround: null, systems: ['sims'], searched: ['p1'], items: [item()], given: ['edu.on_roll'], withheld: { withheld: false, categories: [] }, until: null, redirectTo: null, ...change.response,
  };
  const share: CodedShare = { ...shareOf('sharing', change), consent: null, lessIntrusive: null, response };
  return { share: { ...share, stack: { ...STACK, gateway: ['EA2002-175'], ...change.stack } }, owner: party({ agency: 'b', type: 'SCHOOL' }), other: party(), on: TODAY, request: asking().share, ...around };
}

/** A word about the outcome, a decision, or what was kept and not sent. */
export function noted(direction: 'telling' | 'deciding' | 'record_only', change: Change = {}, around: Around = {}): ShareToJudge {
  const toJudge = asking(change, around);
  return { ...toJudge, share: { ...toJudge.share, direction } };
}

/** What a rule finds, as the judge would ask it. */
export function foundBy(rule: Rule, toJudge: ShareToJudge): string[] {
  return rule.directions.includes(toJudge.share.direction) ? rule.find(toJudge, EXAMPLE_LAW).map(({ field }) => field) : [];
}

const OPEN: InForce = { from: null, to: null };
const rowsOf = (family: Family, inForce: CatalogueRow['inForce'], codes: string, more: Partial<CatalogueRow> = {}): [string, CatalogueRow][] => codes.split(' ').map((code) => [code, {
  code, family, kind: 'condition', name: { en: `Row ${code}`, cy: `Rhes ${code}` }, citation: '', inForce, url: null, subject: 'both', sharers: null, commissionedOnly: [], barredSharers: [], recipients: null, publicAuthority: null, requiresAll: [], requiresAny: [], excludes: [],
  policyDocument: 'never', consentRole: 'not_needed', refusalGrounds: [], refusalNeedsWrittenReasons: false, marks: [], dataClasses: [], needsFreeText: [], offered: true, note: null, source: [], status: 'sourced', reviewedBy: null, reviewedOn: null, ...more,
}]);
const BOTH = { E: OPEN, W: OPEN };
const BOARD: Partial<CatalogueRow> = { marks: ['board_only'] };
const CARRIES: Partial<CatalogueRow> = { marks: ['stands_without_agreement'] };
export const HEALTH_AND_SOCIAL_CARE: AgencyType[] = ['LHB', 'ICB', 'NHST', 'GP', 'CAMHS', 'AMH', 'HV_SN', 'MID', 'AMB', 'LA_CSC', 'LA_ASC'];

/** A little law, for examples only. */
const ROWS = new Map<string, CatalogueRow>([
  ...rowsOf('REG', BOTH, 'REG-P2 REG-P3 REG-P3to2 REG-2to3'),
  ...rowsOf('ART6', BOTH, 'A6-A A6-D A6-E A6-F'), ...rowsOf('ART6', BOTH, 'A6-C', { requiresAny: ['CA1989-47', 'CA2004-16LA', 'SSWBA-164-2'] }),
  ...rowsOf('ART6', { E: { from: '2026-02-05', to: null }, W: { from: '2026-02-05', to: null } }, 'A6-EA1 A6-EA6', { excludes: ['A6-E'] }),
  ...rowsOf('ART9', BOTH, 'A9-A A9-B A9-C A9-G A9-I A9-J'), ...rowsOf('ART9', BOTH, 'A9-H', { requiresAll: ['S1-2'] }),
  ...rowsOf('SCH1', BOTH, 'S1-2 S1-29 S1-30 S1-32 S1-33 S1-39 S1-18-AR'),
  ...rowsOf('SCH1', BOTH, 'S1-1 S1-6 S1-7 S1-11 S1-17 S1-18 S1-19 S1-36', { policyDocument: 'always' }),
  ...rowsOf('SCH1', BOTH, 'S1-10', { policyDocument: 'unless_to_competent_authority' }),
  ...rowsOf('ART10', BOTH, 'A10-OA'), ...rowsOf('P3', BOTH, 'P3-35 P3-36-4'), ...rowsOf('P3', BOTH, 'P3-SENS', { policyDocument: 'always' }), ...rowsOf('SCH8', BOTH, 'P3-S8-4'),
  ...rowsOf('CONF', BOTH, 'CLC-CONS CLC-PI CLC-LAW'), ...rowsOf('HRA', BOTH, 'HRA-8 PROP-4'),
  ...rowsOf('GATEWAY', BOTH, 'CLPD EA2002-175'),
  ...rowsOf('GATEWAY', BOTH, 'CA1989-47 CTSA-36/38', CARRIES),
  ...rowsOf('GATEWAY', BOTH, 'CDA-115', { status: 'check' }),
  ...rowsOf('GATEWAY', { E: OPEN, W: { from: null, to: '2016-04-05' } }, 'CA1989-17'),
  ...rowsOf('GATEWAY', { E: OPEN }, 'CARE-42', CARRIES), ...rowsOf('GATEWAY', { E: OPEN }, 'CARE-45 CA2004-16H', BOARD), ...rowsOf('GATEWAY', { E: OPEN }, 'CA2004-11'),
  ...rowsOf('GATEWAY', { E: { from: null, to: '2019-09-29' } }, 'CA2004-14B', BOARD),
  ...rowsOf('GATEWAY', { E: { from: '2026-09-30', to: null, announced: true } }, 'CA2004-16LA', { ...CARRIES, sharers: ['LA_CSC', 'SCHOOL', 'POLICE', 'IDVA'], commissionedOnly: ['IDVA'] }),
  ...rowsOf('GATEWAY', { E: { from: '2023-01-31', to: null }, W: { from: '2023-01-31', to: null } }, 'PCSCA-16', { barredSharers: HEALTH_AND_SOCIAL_CARE }),
  ...rowsOf('GATEWAY', { W: OPEN }, 'CA2004-28'), ...rowsOf('GATEWAY', { W: OPEN }, 'CA1989-47-W SSWBA-21/37 SSWBA-126 HWA2014-95', CARRIES), ...rowsOf('GATEWAY', { W: OPEN }, 'SSWBA-137', BOARD),
  ...rowsOf('GATEWAY', { W: OPEN }, 'SSWBA-164-1 SSWBA-164-2', {
    ...CARRIES,
    refusalGrounds: ['incompatible_with_own_duties', 'adverse_effect_on_own_functions'], refusalNeedsWrittenReasons: true, recipients: ['LHB', 'NHST', 'POLICE', 'PROB', 'YJS', 'LA_EDU'], sharers: ['LA_CSC', 'LA_ASC'],
  }),
]);

export const EXAMPLE_LAW: LawBook = {
  row: (code) => ROWS.get(code) ?? null,
  stack: (code) => (code === 'ST-14' ? { code } : null),
  standing: (code: string, nation: Nation, day: string): Standing => {
    const row = ROWS.get(code);
    if (row === undefined) return 'unknown';
    const when = row.inForce[nation];
    if (when === undefined) return 'not_in_nation';
    if (when.from !== null && day < when.from) return 'not_begun';
    return when.to !== null && day > when.to ? 'ended' : 'in_force';
  },
};
