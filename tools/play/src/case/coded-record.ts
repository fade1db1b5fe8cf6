import type { JustificationRecord, LawfulStack, ResponseCodes } from '@lateral/contracts';
import type { Urgency } from '@lateral/domain';
import type { Case, CaseConsent, CaseRequest, CaseReturns, CaseStack } from './case.js';

/** A coded record before its message exists: the player adds ids and salt when it seals. */
export type CodedDraft = Omit<JustificationRecord, 'v' | 'type' | 'check' | 'request' | 'message' | 'salt'>;

function stackOf(stack: CaseStack): LawfulStack {
  const { apd } = stack;
  return {
    defaultStack: stack.default_stack, regime: stack.regime, art6: stack.art6, art9: stack.art9, sch1: stack.sch1, art10: stack.art10, p3: stack.p3,
    s36Authority: stack.s36_4_authority, gateway: stack.gateway, confidentiality: stack.confidentiality, hra: stack.hra, s118Reason: stack.s1_18_reason,
    policyDocument: apd?.id == null || apd.version === null || apd.review_date === null ? null : { id: apd.id, version: apd.version, reviewDate: apd.review_date },
    wouldShareAnyway: stack.would_share_anyway, catalogueVersion: stack.catalogue_version,
  };
}

function consentOf(consent: CaseConsent): JustificationRecord['consent'] {
  return { sought: consent.consent_sought, outcome: consent.consent_outcome, notSoughtReason: consent.consent_not_sought_reason, informed: consent.informed };
}

/** Purpose, threshold and consent of the check a request belongs to: a joined check has its own. */
function termsOf(played: Case, request: CaseRequest): Pick<CodedDraft, 'purpose' | 'threshold' | 'consent'> {
  const terms = request.check === 'joined' && played.joined_check !== null ? played.joined_check : played;
  return { purpose: terms.purpose_code, threshold: terms.threshold_believed, consent: consentOf(terms.consent) };
}

function askedFor(request: CaseRequest): Pick<CodedDraft, 'subjects' | 'categories' | 'window'> {
  return {
    subjects: request.subject_scope.map(({ person, role }) => ({ subject: person, role })),
    categories: request.data_categories,
    window: request.time_window === null ? null : { from: request.time_window.from, to: request.time_window.to },
  };
}

/** The asking side's record for one request. `urgency` is the whole check's. */
export function askingRecord(played: Case, request: CaseRequest, agency: string, urgency: Urgency): CodedDraft {
  return {
    direction: 'asking', agency, urgency, ...termsOf(played, request), ...askedFor(request),
    specialCategory: request.special_category, criminalOffence: request.criminal_offence, stack: stackOf(request.lawful_stack),
    lessIntrusive: request.less_intrusive_considered?.code ?? null, response: null,
  };
}

/** The answering side's record: its own stack, because it is the controller that discloses. */
export function sharingRecord(played: Case, request: CaseRequest, returns: CaseReturns, { agency, urgency, response }: { agency: string; urgency: Urgency; response: ResponseCodes }): CodedDraft {
  return {
    direction: 'sharing', agency, urgency, ...termsOf(played, request), ...askedFor(request), consent: null,
    specialCategory: returns.special_category, criminalOffence: returns.criminal_offence, stack: stackOf(returns.lawful_stack),
    lessIntrusive: null, response,
  };
}

/** Codes of systems: the hub is told which kind was searched, never what was typed into it. */
export function systemCode(system: string): string {
  const code = system.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return KNOWN_SYSTEMS.has(code) ? code : 'other';
}

const KNOWN_SYSTEMS = new Set(['pnc', 'pnd', 'niche', 'connect', 'athena', 'visor', 'mapps', 'merlin', 'cris', 'wccis', 'eclipse', 'mosaic', 'lcs', 'carefirst', 'paris', 'emis', 'systmone', 'chis', 'pas', 'wcp', 'cp-is', 'sims', 'cpoms', 'myconcern', 'one', 'capita', 'ndelius', 'oasys', 'childview', 'core', 'careworks', 'northgate', 'orchard', 'civica']);
