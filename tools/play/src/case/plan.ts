import type { Narrative, RequestBody, ResponseBody } from '@lateral/envelope';
import type { AgencyType, Nation, Purpose, ResponseType, Urgency } from '@lateral/domain';
import type { DeadlinePolicy } from '@lateral/domain/deadlines';
import type { OverrideReason } from '@lateral/domain/justification';
import type { CodedDraft } from './coded-record.js';
import type { Rating } from './ratings.js';
import type { DecisionPlan } from './sealed-words.js';

export interface PlannedAgency {
  id: string;
  type: AgencyType;
  nation: Nation;
  name: string;
  publicAuthority: boolean;
  competentAuthority: boolean;
  commissionedProvider: boolean;
  language: 'en' | 'cy';
}

/** Words, reasons and codes of one letter. */
export interface Draft<Body> {
  words: Body;
  narrative: Narrative;
  record: CodedDraft;
}

/** An answer as it goes; `first` is how it was first written, where that was otherwise. */
export interface PlannedAnswer extends Draft<ResponseBody> {
  at: Date;
  type: ResponseType;
  first: Draft<ResponseBody> | null;
  /** Whether the case mends it. */
  mended: boolean;
  /** False where it is stopped and nobody mends it: it is tried, refused, and never given. */
  goes: boolean;
  /** False for word that is given before the answer. */
  final: boolean;
}

/** An emergency in which a request goes as it was first written, and what a second person makes of it afterwards. */
export interface PlannedOverride {
  reason: OverrideReason;
  words: string;
  reviewedAt: Date;
  review: string;
}

/** A request as it ought to be; `first` is how it was first written, where that was otherwise: it, or the case around it, had to be mended. */
export interface PlannedRequest extends Draft<RequestBody> {
  id: string;
  agency: string;
  postedAt: Date;
  sent: boolean;
  first: Draft<RequestBody> | null;
  /** Whether the case mends this request; it may be other than at first because the case was mended for another. */
  mended: boolean;
  override: PlannedOverride | null;
  answers: PlannedAnswer[];
  correction: { at: Date; items: string[]; text: string } | null;
}

export interface PlannedCheck {
  key: 'main' | 'joined';
  asking: string;
  /** As it is opened: that of the most urgent of the requests that go first. A request's own is in its record. */
  urgency: Urgency;
  receivedAt: Date;
  postedAt: Date;
  requests: PlannedRequest[];
  ratings: Rating[];
  withdrawnAt: Date | null;
  /** Null where the case decides nothing. */
  decided: { at: Date; decision: DecisionPlan } | null;
  language: 'en' | 'cy';
}

/** What the agencies of a case have agreed with each other beforehand. */
export interface PlannedAgreement {
  reference: string;
  nation: Nation;
  parties: string[];
  purposes: Purpose[];
  categories: string[];
}

/** A case as a round of acts: who is in it, under what, and what each says and when. */
export interface RoundPlan {
  /** The file's name, without its folder. */
  file: string;
  case: string;
  title: string;
  startsAt: Date;
  policy: DeadlinePolicy;
  /** Days that are no working days, as the case has them. */
  bankHolidays: string[];
  agreement: PlannedAgreement;
  agencies: PlannedAgency[];
  checks: PlannedCheck[];
}
