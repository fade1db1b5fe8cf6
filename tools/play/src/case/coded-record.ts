import type { JustificationRecord } from '@lateral/contracts';
import { isDay, type ResponseType, type Urgency } from '@lateral/domain';
import { ANSWER_FORMS, type CodedShare, type Consent, type ItemCodes, type LawfulStack, type ResponseCodes, type SealedField, type SealedWords } from '@lateral/domain/justification';
import { attestWords } from '@lateral/domain/wording';
import type { Case, CaseAnswer, CaseConsent, CaseItem, CaseJoinedCheck, CaseRequest, CaseReturns, CaseStack } from './case.js';
import { pseudonymOf } from './pseudonyms.js';

/** A coded record before its message exists: the player adds ids and salt when it seals. */
export type CodedDraft = Omit<JustificationRecord, 'v' | 'type' | 'check' | 'request' | 'message' | 'salt'>;

function stackOf(stack: CaseStack): LawfulStack {
  const { apd } = stack;
  return {
    defaultStack: stack.default_stack, regime: stack.regime, art6: stack.art6, art9: stack.art9, sch1: stack.sch1, art10: stack.art10, p3: stack.p3,
    s36Authority: stack.s36_4_authority, gateway: stack.gateway, confidentiality: stack.confidentiality, hra: stack.hra, s118Reason: stack.s1_18_reason,
    policyDocument: policyDocumentOf(apd),
    wouldShareAnyway: stack.would_share_anyway, catalogueVersion: stack.catalogue_version,
  };
}

/** What stands in its name is written as the API has it; what is empty, or no day, is not known and is judged as that. */
function policyDocumentOf(apd: CaseStack['apd']): LawfulStack['policyDocument'] {
  if (apd === null) return null;
  const { id, version, review_date } = apd;
  return { id: documentId(id ?? ''), version: /\d{1,3}(?:\.\d{1,3}){0,2}/.exec(version ?? '')?.[0] ?? null, reviewDate: review_date !== null && isDay(review_date) ? review_date : null };
}

/** `APD-` and up to three groups of letters and digits: no sentence fits in. */
function documentId(name: string): string | null {
  const groups = (name.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().match(/[A-Z0-9]+/g) ?? []).filter((group) => group !== 'APD').slice(0, 3);
  return groups.length === 0 ? null : `APD-${groups.map((group) => group.slice(0, 6)).join('-')}`;
}

function consentOf(consent: CaseConsent): Consent {
  return {
    sought: consent.consent_sought, outcome: consent.consent_outcome, notSoughtReason: consent.consent_not_sought_reason, informed: consent.informed,
    capacity: consent.capacity, overrideGround: consent.override_ground,
  };
}

/** Purpose, threshold, subject and consent of the check a request belongs to: a joined check has its own. */
function checkOf(played: Case, request: CaseRequest): Case | CaseJoinedCheck {
  return request.check === 'joined' && played.joined_check !== null ? played.joined_check : played;
}

type Terms = Pick<CodedShare, 'purpose' | 'threshold' | 'subjectKind' | 'strategyDiscussionAt' | 'subjects' | 'categories' | 'window' | 'acknowledgements' | 'override'>;

/** What both directions of a share have in common. Nothing is acknowledged or overridden yet: that comes after the first refusal. */
function termsOf(played: Case, request: CaseRequest): Terms {
  const check = checkOf(played, request);
  return {
    purpose: check.purpose_code, threshold: check.threshold_believed, subjectKind: check.subject_kind,
    strategyDiscussionAt: check.strategy_discussion_at === null ? null : new Date(check.strategy_discussion_at).toISOString(),
    subjects: request.subject_scope.map(({ person, role }) => ({ subject: pseudonymOf(request, person), role })),
    categories: request.data_categories,
    window: request.time_window === null ? null : { from: request.time_window.from, to: request.time_window.to },
    acknowledgements: [], override: null,
  };
}

/** What the sealing client attests of its words; names are those of everybody in the case. */
function attested(played: Case, language: 'en' | 'cy', texts: Partial<Record<SealedField, string | null>>): SealedWords[] {
  const names = played.people.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]);
  return Object.entries(texts).map(([field, text]) => attestWords(field as SealedField, text, { names, language }));
}

function askingWords(played: Case, request: CaseRequest): SealedWords[] {
  const check = checkOf(played, request);
  return attested(played, request.lang, {
    question: request.question_asked, necessity: request.necessity_why, proportionality: request.proportionality_why, harm_of_not_sharing: request.harm_of_not_sharing,
    less_intrusive: request.less_intrusive_considered?.text ?? null, threshold_rationale: check.threshold_rationale, window_reason: request.time_window?.reason ?? null,
    public_task_statement: request.public_task_statement, override_words: check.consent.override_text,
  });
}

/** The asking side's record for one request, which has a rating of its own. */
export function askingRecord(played: Case, request: CaseRequest, agency: string, urgency: Urgency): CodedDraft {
  return {
    direction: 'asking', agency, urgency, ...termsOf(played, request), consent: consentOf(checkOf(played, request).consent),
    specialCategory: request.special_category, criminalOffence: request.criminal_offence, stack: stackOf(request.lawful_stack),
    lessIntrusive: request.less_intrusive_considered?.code ?? null, thirdParties: request.third_party.map(({ relevance_ticked }) => ({ relevanceTicked: relevance_ticked })),
    response: null, words: askingWords(played, request),
  };
}

/** The answering side's record: its own stack, because it is the controller that discloses. */
export function sharingRecord(played: Case, request: CaseRequest, returns: CaseReturns, { agency, urgency, response }: { agency: string; urgency: Urgency; response: ResponseCodes }): CodedDraft {
  return {
    direction: 'sharing', agency, urgency, ...termsOf(played, request), consent: null,
    specialCategory: returns.special_category, criminalOffence: returns.criminal_offence, stack: stackOf(returns.lawful_stack),
    lessIntrusive: null, thirdParties: [], response,
    words: attested(played, returns.lang, { necessity: returns.necessity_why, proportionality: returns.proportionality_why, written_reasons: returns.written_reasons }),
  };
}

/** What an answer says in codes. */
export function responseCodes(request: CaseRequest, returns: CaseAnswer): ResponseCodes {
  return {
    type: returns.response_type, decision: returns.decision, refusalGround: returns.refusal_ground,
    systems: systemsOf(returns), searched: searchedFor(request, returns), items: returns.items.map((item) => itemCodes(request, item)),
    given: returns.items.length === 0 ? [] : request.data_categories, withheld: { withheld: returns.withheld.withheld, categories: [] },
    until: null, redirectTo: returns.response_type === 'REDIRECT' ? request.agency_type : null,
  };
}

/** Before these somebody has searched: they rest on the search of the answer that follows. */
const SEARCHED_FOR: readonly ResponseType[] = ['VERBAL_GIVEN', 'IDENTITY_MISMATCH'];

/** An answer before the answer: it gives no item. */
export function interimCodes(request: CaseRequest, returns: CaseReturns, type: ResponseType, until: string | null): ResponseCodes {
  const searched = SEARCHED_FOR.includes(type);
  return {
    type, decision: ANSWER_FORMS[type].decisions[0]!, refusalGround: null, systems: searched ? systemsOf(returns) : [], searched: searched ? searchedFor(request, returns) : [], items: [],
    given: [], withheld: { withheld: false, categories: [] }, until, redirectTo: type === 'REDIRECT' ? request.agency_type : null,
  };
}

function systemsOf({ systems_searched }: CaseReturns): string[] {
  return [...new Set(systems_searched.map(({ system }) => systemCode(system)))];
}

function searchedFor(request: CaseRequest, { systems_searched }: CaseReturns): string[] {
  return systems_searched.length === 0 ? [] : request.subject_scope.map(({ person }) => pseudonymOf(request, person));
}

function itemCodes(request: CaseRequest, item: CaseItem): ItemCodes {
  return {
    item: item.id, about: pseudonymOf(request, item.about_person), nature: item.nature, relevance: (item.relevance ?? '').trim() !== '', handling: item.handling,
    thirdParty: item.third_party === null ? null : { relevanceTicked: item.third_party.relevance_ticked },
  };
}

/** Codes of systems: the hub is told which kind was searched, never what was typed into it. */
export function systemCode(system: string): string {
  const code = system.normalize('NFKD').toLowerCase().replace(/\+/g, '_plus').replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
  return KNOWN_SYSTEMS.has(code) ? code : 'other';
}

const KNOWN_SYSTEMS = new Set(['pnc', 'pnd', 'niche', 'connect', 'athena', 'visor', 'mapps', 'merlin', 'cris', 'wccis', 'eclipse', 'mosaic', 'lcs', 'carefirst', 'paris', 'emis', 'systmone', 'chis', 'pas', 'wcp', 'cp_is', 'sims', 'cpoms', 'myconcern', 'one', 'capita', 'ndelius', 'oasys', 'childview', 'core_plus', 'careworks', 'northgate', 'orchard', 'civica']);
