import type { JustificationRecord } from '@lateral/contracts';
import type { Nation, ResponseType, Urgency } from '@lateral/domain';
import type { CodedShare, Consent, ItemCodes, LawfulStack, Party, ResponseCodes, SealedField, SealedWords } from '@lateral/domain/justification';
import { attestWords } from '@lateral/domain/wording';
import type { Case, CaseConsent, CaseItem, CaseJoinedCheck, CaseRequest, CaseReturns, CaseStack } from './case.js';

/** A coded record before its message exists: the player adds ids and salt when it seals. */
export type CodedDraft = Omit<JustificationRecord, 'v' | 'type' | 'check' | 'request' | 'message' | 'salt'>;

function stackOf(stack: CaseStack): LawfulStack {
  const { apd } = stack;
  return {
    defaultStack: stack.default_stack, regime: stack.regime, art6: stack.art6, art9: stack.art9, sch1: stack.sch1, art10: stack.art10, p3: stack.p3,
    s36Authority: stack.s36_4_authority, gateway: stack.gateway, confidentiality: stack.confidentiality, hra: stack.hra, s118Reason: stack.s1_18_reason,
    policyDocument: apd === null ? null : { id: apd.id, version: apd.version, reviewDate: apd.review_date },
    wouldShareAnyway: stack.would_share_anyway, catalogueVersion: stack.catalogue_version,
  };
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
    subjects: request.subject_scope.map(({ person, role }) => ({ subject: person, role })),
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

/** The asking side's record for one request. `urgency` is the whole check's. */
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
export function responseCodes(request: CaseRequest, returns: CaseReturns): ResponseCodes {
  return {
    type: returns.response_type, decision: returns.decision, refusalGround: returns.refusal_ground,
    systems: systemsOf(returns), searched: searchedFor(request, returns), items: returns.items.map(itemCodes),
    given: returns.items.length === 0 ? [] : request.data_categories, withheld: { withheld: returns.withheld.withheld, categories: [] },
    until: null, redirectTo: returns.response_type === 'REDIRECT' ? request.agency_type : null,
  };
}

/** An answer before the answer: it gives no item. One given by telephone rests on the search of the answer that follows it. */
export function interimCodes(request: CaseRequest, returns: CaseReturns, type: ResponseType, until: string | null): ResponseCodes {
  const verbal = type === 'VERBAL_GIVEN';
  return {
    type, decision: verbal ? 'verbal_only' : 'needs_more_time', refusalGround: null, systems: verbal ? systemsOf(returns) : [], searched: verbal ? searchedFor(request, returns) : [], items: [],
    given: [], withheld: { withheld: false, categories: [] }, until, redirectTo: null,
  };
}

function systemsOf({ systems_searched }: CaseReturns): string[] {
  return [...new Set(systems_searched.map(({ system }) => systemCode(system)))];
}

function searchedFor(request: CaseRequest, { systems_searched }: CaseReturns): string[] {
  return systems_searched.length === 0 ? [] : request.subject_scope.map(({ person }) => person);
}

function itemCodes(item: CaseItem): ItemCodes {
  return {
    item: item.id, about: item.about_person, nature: item.nature, relevance: (item.relevance ?? '').trim() !== '', handling: item.handling,
    thirdParty: item.third_party === null ? null : { relevanceTicked: item.third_party.relevance_ticked },
  };
}

/** The asking side of a case is always a council. */
export function askingParty(request: CaseRequest, agency: string, nation: Nation): Party {
  return { agency, type: request.requester.agency_type, nation, publicAuthority: true, competentAuthority: false, commissionedProvider: false };
}

export function answeringParty({ agency_type, responder }: CaseRequest, agency: string): Party {
  return {
    agency, type: agency_type, nation: responder.nation, publicAuthority: responder.public_authority,
    competentAuthority: responder.competent_authority, commissionedProvider: responder.commissioned_provider,
  };
}

/** Codes of systems: the hub is told which kind was searched, never what was typed into it. */
export function systemCode(system: string): string {
  const code = system.normalize('NFKD').toLowerCase().replace(/\+/g, '_plus').replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
  return KNOWN_SYSTEMS.has(code) ? code : 'other';
}

const KNOWN_SYSTEMS = new Set(['pnc', 'pnd', 'niche', 'connect', 'athena', 'visor', 'mapps', 'merlin', 'cris', 'wccis', 'eclipse', 'mosaic', 'lcs', 'carefirst', 'paris', 'emis', 'systmone', 'chis', 'pas', 'wcp', 'cp_is', 'sims', 'cpoms', 'myconcern', 'one', 'capita', 'ndelius', 'oasys', 'childview', 'core_plus', 'careworks', 'northgate', 'orchard', 'civica']);
