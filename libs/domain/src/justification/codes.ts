/** Codes of the record of one share: fact file 2.3, with the values that the cases name. */

const list = <const T extends readonly string[]>(...codes: T): T => codes;

/** Who the check is about. */
export const SUBJECT_KINDS = list('child', 'adult', 'household');
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const CONSENT_SOUGHT = list('yes', 'no', 'not_appropriate');
export type ConsentSought = (typeof CONSENT_SOUGHT)[number];
export const CONSENT_OUTCOMES = list('given', 'refused', 'withdrawn', 'limited');
export type ConsentOutcome = (typeof CONSENT_OUTCOMES)[number];
export const NOT_SOUGHT_REASONS = list('risk_to_child', 'risk_to_other', 'prejudices_police_investigation', 'delay', 'cannot_be_given_or_located', 'capacity', 'statutory_duty', 'other');
export type NotSoughtReason = (typeof NOT_SOUGHT_REASONS)[number];
export const INFORMED = list('yes', 'no', 'later');
export type Informed = (typeof INFORMED)[number];
export const CAPACITY_FOUND = list('not_applicable', 'has', 'lacks', 'unclear', 'not_assessed');
export type CapacityFound = (typeof CAPACITY_FOUND)[number];
export const OVERRIDE_GROUNDS = list('public_interest', 'vital_interests', 'coercion');
export type OverrideGround = (typeof OVERRIDE_GROUNDS)[number];

/** Fact from assessment (DPA 2018 s38(2)), and what else an item may be. */
export const ITEM_NATURES = list('fact', 'professional_opinion', 'third_party_report', 'allegation', 'self_report', 'intelligence');
export type ItemNature = (typeof ITEM_NATURES)[number];
/** Originator control. */
export const HANDLING_LIMITS = list('may_tell_family', 'may_not_tell_family', 'le_only', 'do_not_record_in_file', 'consult_before_onward_use');
export type HandlingLimit = (typeof HANDLING_LIMITS)[number];
export const RESPONSE_DECISIONS = list('share_all', 'share_part', 'no_information_held', 'decline', 'verbal_only', 'needs_more_time', 'redirect');
export type ResponseDecision = (typeof RESPONSE_DECISIONS)[number];

/** What the wording linter may say of sealed words: the linter's own codes, listed here because the coded record carries them. */
export const LINTER_CODES = list('name-of-person', 'possible-name', 'nhs-number', 'upn', 'postcode', 'telephone', 'e-mail', 'date-of-birth', 'stock-phrase', 'too-short', 'only-citation', 'near-duplicate', 'loaded-word');

/** Why a warning was gone past. */
export const ACKNOWLEDGEMENT_REASONS = list('checked_with_manager', 'checked_with_data_protection_officer', 'checked_with_legal', 'risk_outweighs', 'no_other_route', 'agreement_being_renewed', 'agreement_not_needed', 'codes_are_right_here');
export type AcknowledgementReason = (typeof ACKNOWLEDGEMENT_REASONS)[number];

/** Why an emergency may not wait for a whole record. */
export const OVERRIDE_REASONS = list('life_at_risk', 'serious_harm_imminent', 'person_missing_now', 'clinician_waiting', 'officer_at_door');
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];

/** What the review of an override found. */
export const REVIEW_FINDINGS = list('right_and_completed', 'right_and_incomplete', 'not_justified');
export type ReviewFinding = (typeof REVIEW_FINDINGS)[number];

/** Why the due time of a request that was sent is moved. */
export const DUE_MOVE_REASONS = list('urgency_raised', 'urgency_lowered', 'paused_for_clarification', 'paused_service_closed', 'agreed_with_agency', 'set_in_error');
export type DueMoveReason = (typeof DUE_MOVE_REASONS)[number];

/** Why the rating of a check was changed. */
export const RATING_REASONS = list('new_information', 'risk_increased', 'risk_reduced', 'repeat_pattern', 'rated_in_error');
export type RatingReason = (typeof RATING_REASONS)[number];

/** Why something was recorded and not asked or not shared. */
export const RECORD_ONLY_REASONS = list('capable_adult_refused', 'not_necessary', 'not_proportionate', 'more_detrimental_to_share', 'no_lawful_route', 'known_already');
export type RecordOnlyReason = (typeof RECORD_ONLY_REASONS)[number];
