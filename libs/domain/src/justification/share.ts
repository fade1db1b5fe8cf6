import type { AgencyType, LessIntrusive, Nation, Purpose, RefusalGround, ResponseType, SubjectRole, Threshold, Urgency } from '../codes.js';
import type { AcknowledgementReason, CapacityFound, ConsentOutcome, ConsentSought, HandlingLimit, Informed, ItemNature, NotSoughtReason, OverrideGround, OverrideReason, ResponseDecision, SubjectKind } from './codes.js';

/** Which way a share goes: asking discloses who is asked about; sharing discloses what is held; telling closes the loop. */
export const DIRECTIONS = ['asking', 'sharing', 'telling', 'deciding', 'record_only'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Catalogue codes relied on together (fact file 1.0). Every list holds codes only. */
export interface LawfulStack {
  defaultStack: string | null;
  regime: string;
  art6: string[];
  art9: string[];
  sch1: string[];
  art10: string[];
  p3: string[];
  s36Authority: string | null;
  gateway: string[];
  confidentiality: string[];
  hra: string[];
  s118Reason: 'a' | 'b' | 'c' | null;
  /** The appropriate policy document (DPA 2018 Sch 1 Part 4). A part that is not known is null, and is judged, not refused as a shape. */
  policyDocument: { id: string | null; version: string | null; reviewDate: string | null } | null;
  wouldShareAnyway: boolean | null;
  catalogueVersion: string;
}

/** Agreement to the check, and what an adult said and could decide (fact file 2.3 and 3.8). */
export interface Consent {
  sought: ConsentSought;
  outcome: ConsentOutcome | null;
  notSoughtReason: NotSoughtReason | null;
  informed: Informed;
  capacity: CapacityFound | null;
  /** The ground for going ahead against a capable adult's refusal; the words for it are sealed. */
  overrideGround: OverrideGround | null;
}

/** One item of an answer, without a word of it: what it is, about whom (pseudonym, or `other`), and what its giver allows. */
export interface ItemCodes {
  item: string;
  about: string;
  nature: ItemNature;
  /** Whether its giver wrote why it is needed for the question. */
  relevance: boolean;
  handling: HandlingLimit | null;
  /** Set where it tells of somebody outside the family: whether the giver ticked that it is relevant. */
  thirdParty: { relevanceTicked: boolean } | null;
}

/** What an answer says in codes, so that the hub knows which state follows without knowing what was said. */
export interface ResponseCodes {
  type: ResponseType;
  decision: ResponseDecision;
  refusalGround: RefusalGround | null;
  /** Codes of systems searched; the search terms are sealed. */
  systems: string[];
  /** Pseudonyms that were searched for. */
  searched: string[];
  items: ItemCodes[];
  /** Data categories given and held back, from the question packs. */
  given: string[];
  withheld: { withheld: boolean; categories: string[] };
  /** For HOLDING and VERBAL_GIVEN: when the rest will come. ISO 8601 in UTC with milliseconds. */
  until: string | null;
  /** For REDIRECT: the kind of agency to ask instead. */
  redirectTo: AgencyType | null;
}

/** Sealed fields whose words are attested by the client that sealed them. */
export const SEALED_FIELDS = ['question', 'necessity', 'proportionality', 'harm_of_not_sharing', 'less_intrusive', 'threshold_rationale', 'window_reason', 'public_task_statement', 'written_reasons', 'override_words'] as const;
export type SealedField = (typeof SEALED_FIELDS)[number];

/**
 * What the sealing client says about words that the hub never sees: attested, not seen. `length` counts Unicode code points of
 * the trimmed text, in bands whose edges are the rules' own. `linter` holds codes of the wording linter.
 */
export interface SealedWords {
  field: SealedField;
  present: boolean;
  length: LengthBand;
  linter: string[];
}
export const LENGTH_BANDS = ['none', 'under_60', '60_to_299', '300_to_999', '1000_and_over'] as const;
export type LengthBand = (typeof LENGTH_BANDS)[number];

/** The part of a justification that the rules read. The record that crosses the wire adds whose it is and where it belongs. */
export interface CodedShare {
  direction: Direction;
  purpose: Purpose;
  urgency: Urgency;
  /** null where the form was left empty: judged, not malformed. */
  threshold: Threshold | null;
  subjectKind: SubjectKind;
  /** When a strategy discussion was held, ISO 8601 in UTC with milliseconds. */
  strategyDiscussionAt: string | null;
  subjects: { subject: string; role: SubjectRole }[];
  categories: string[];
  /** Calendar days. */
  window: { from: string; to: string } | null;
  specialCategory: boolean;
  criminalOffence: boolean;
  stack: LawfulStack;
  lessIntrusive: LessIntrusive | null;
  consent: Consent | null;
  /** People outside the family of whom the question itself tells, by whether relevance was ticked. */
  thirdParties: { relevanceTicked: boolean }[];
  /** Only where `direction` is sharing. */
  response: ResponseCodes | null;
  words: SealedWords[];
  /** Warnings that were seen and gone past, each with its reason. */
  acknowledgements: { finding: string; reason: AcknowledgementReason }[];
  /** Emergency override: red only, for what may be overridden only. */
  override: { reason: OverrideReason } | null;
}

/** One side of a share, as the partnership's root vouches for it. */
export interface Party {
  agency: string;
  type: AgencyType;
  nation: Nation;
  publicAuthority: boolean;
  /** DPA 2018 s30 and Schedule 7. */
  competentAuthority: boolean;
  /** Provides services under arrangements with a listed body (CA 2004 s16LA(4)(c)). */
  commissionedProvider: boolean;
}
