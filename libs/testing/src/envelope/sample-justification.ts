import type { JustificationRecord, LawfulStack, ResponseCodes } from '@lateral/contracts';
import type { ResponseType } from '@lateral/domain';
import { ANSWER_FORMS } from '@lateral/domain/justification';
import { attestedWords } from '@lateral/envelope';
import { NARRATIVE, REQUEST_BODY, RESPONSE_BODY } from './sample-words.js';
import { ROUND_AT, uuid7 } from './sealing-parties.js';

/** Version of the catalogue in `config/catalogue`, by which a hub in a test judges. */
export const SAMPLE_CATALOGUE = 'facts-2026-11-21';

/** Public task under Part 2 and the English duty: lawful for whichever English body of the samples asks or answers about a child. */
export const SAMPLE_STACK: LawfulStack = {
  defaultStack: null, regime: 'REG-P2', art6: ['A6-E'], art9: [], sch1: [], art10: [], p3: [], s36Authority: null, gateway: ['CA2004-16LA'], confidentiality: [],
  hra: ['HRA-8', 'PROP-4'], s118Reason: null, policyDocument: null, wouldShareAnyway: null, catalogueVersion: SAMPLE_CATALOGUE,
};

const NOTHING_GIVEN = { refusalGround: null, systems: [], searched: [], items: [], given: [], withheld: { withheld: false, categories: [] }, until: null, redirectTo: null };
const SEARCHED = { ...NOTHING_GIVEN, systems: ['niche'], searched: ['p1'] };
const GIVEN: Omit<ResponseCodes, 'type' | 'decision'> = {
  ...SEARCHED, given: ['police.da_incidents_dash'],
  items: [{ item: 'i1', about: 'p1', nature: 'fact', relevance: true, handling: 'may_not_tell_family', thirdParty: null }],
};

/** What an answer of a type says in codes, whole enough for every rule. */
export function responseCodesFor(type: ResponseType): ResponseCodes {
  switch (type) {
    case 'DECLINED':
      return { ...NOTHING_GIVEN, type, decision: 'decline', refusalGround: 'more_detrimental_to_child' };
    case 'HOLDING':
    case 'CLARIFY':
      return { ...NOTHING_GIVEN, type, decision: 'needs_more_time', until: type === 'HOLDING' ? new Date(ROUND_AT.getTime() + 86_400_000).toISOString() : null };
    case 'REDIRECT':
      return { ...NOTHING_GIVEN, type, decision: 'redirect', redirectTo: 'LHB' };
    case 'NO_TRACE':
    case 'IDENTITY_MISMATCH':
    case 'SUPERSEDED':
      return { ...SEARCHED, type, decision: ANSWER_FORMS[type].decisions[0]! };
    case 'VERBAL_GIVEN':
      return { ...SEARCHED, type, decision: 'verbal_only', until: new Date(ROUND_AT.getTime() + 86_400_000).toISOString() };
    default:
      return { ...GIVEN, type, decision: ANSWER_FORMS[type].decisions[0]! };
  }
}

/** A coded record that the rules accept; where no agreement covers it, that is acknowledged. */
export function justificationFor(type: 'request' | 'response', agency: string, message: string): JustificationRecord {
  const asks = type === 'request';
  return {
    v: 1, type: 'justification', direction: asks ? 'asking' : 'sharing', check: uuid7(ROUND_AT, 1), request: uuid7(ROUND_AT, 2), message, agency,
    purpose: 'decide_threshold', urgency: 'amber', threshold: 'not_known', subjectKind: 'child', strategyDiscussionAt: null,
    subjects: [{ subject: 'p1', role: 'child' }], categories: ['police.da_incidents_dash'], window: { from: '2026-08-01', to: '2026-11-20' },
    specialCategory: false, criminalOffence: false, stack: SAMPLE_STACK, lessIntrusive: asks ? 'none_workable' : null,
    consent: asks ? { sought: 'no', outcome: null, notSoughtReason: 'risk_to_child', informed: 'later', capacity: null, overrideGround: null } : null,
    thirdParties: [], response: asks ? null : responseCodesFor('KNOWN_RELEVANT'), words: attestedWords(asks ? REQUEST_BODY : RESPONSE_BODY, NARRATIVE),
    acknowledgements: [{ finding: 'agreement-absent', reason: 'agreement_not_needed' }], override: null,
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  };
}
