/** Codes of the field, each list from the fact file section named above it. A code is data: it reads the same in tables, events and screens. */

const list = <const T extends readonly string[]>(...codes: T): T => codes;

/** Section 0: kinds of agency. */
export const AGENCY_TYPES = list('LA_CSC', 'LA_ASC', 'LA_EH', 'LA_EDU', 'LA_HOUS', 'LA_ASB', 'POLICE', 'BTP', 'ICB', 'LHB', 'NHST', 'GP', 'HV_SN', 'MID', 'CAMHS', 'AMH', 'AMB', 'SCHOOL', 'FE', 'EY', 'PROB', 'YJS', 'PRISON', 'RSL', 'IDVA', 'SUBST', 'TS', 'CAFCASS', 'FIRE', 'DWP', 'HO');
export type AgencyType = (typeof AGENCY_TYPES)[number];

/** England or Wales: which law a body acts under. */
export const NATIONS = list('E', 'W');
export type Nation = (typeof NATIONS)[number];

/** Section 3.3: rating. Blue is not sent. */
export const URGENCIES = list('red', 'amber', 'green');
export type Urgency = (typeof URGENCIES)[number];

/** Section 2.3. */
export const PURPOSES = list('immediate_protection', 'decide_threshold', 's47_enquiry', 's17_s21_assessment', 's42_s126_enquiry', 'early_help_routing', 'marac_mappa_channel', 'missing', 'other');
export type Purpose = (typeof PURPOSES)[number];

/** Section 2.3: what the asking side believes before it asks. */
export const THRESHOLDS = list('universal', 'early_help', 's17_or_w_care_support', 's47', 's42', 's126', 'not_known');
export type Threshold = (typeof THRESHOLDS)[number];

/** Section 3.5. AUTO_OVERDUE is nobody's answer and is therefore not here. */
export const RESPONSE_TYPES = list('FULL', 'PARTIAL', 'NO_TRACE', 'KNOWN_NO_CONCERN', 'KNOWN_RELEVANT', 'VERBAL_GIVEN', 'HOLDING', 'DECLINED', 'REDIRECT', 'CLARIFY', 'IDENTITY_MISMATCH', 'SUPERSEDED');
export type ResponseType = (typeof RESPONSE_TYPES)[number];

/** Section 3.7. */
export const OUTCOMES = list('NFA', 'NFA_ADVICE', 'SIGNPOST_IAA', 'EARLY_HELP', 'CS_ASSESS', 'STRATEGY', 'S47_SINGLE', 'S47_JOINT', 'IMMEDIATE_PROTECTION', 'ADULT_NEEDS', 'S126', 'S42', 'OTHER_ENQUIRY', 'MARAC', 'MAPPA', 'CHANNEL', 'DA_SERVICE', 'CAMHS_REF', 'MISSING_EXPLOITATION', 'POSITION_OF_TRUST', 'ALLOCATED_WORKER', 'OTHER_AREA');
export type Outcome = (typeof OUTCOMES)[number];

/** Section 2.3; the last two were added by the cases, which the list could not name. */
export const SUBJECT_ROLES = list('child', 'sibling', 'unborn', 'parent', 'carer', 'household_adult', 'alleged_source_of_harm', 'connected_adult', 'adult_at_risk', 'other_child');
export type SubjectRole = (typeof SUBJECT_ROLES)[number];

/** Section 2.3. */
export const REFUSAL_GROUNDS = list('incompatible_with_own_duties', 'adverse_effect_on_own_functions', 'more_detrimental_to_child', 'disproportionate_excessive', 'not_held', 'identity_not_matched', 'legal_privilege_court_order', 'source_protection', 'consent_limit');
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** Section 2.3. */
export const LESS_INTRUSIVE = list('already_known', 'ask_family', 'anonymised_advice', 'narrower_data', 'none_workable');
export type LessIntrusive = (typeof LESS_INTRUSIVE)[number];

/** Why a request or a whole check is taken back. */
export const WITHDRAWAL_REASONS = list('no_longer_needed', 'wrong_agency', 'wrong_person', 'sent_in_error', 'superseded', 'agreement_withdrawn');
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];
