import type { Narrative, RequestBody, ResponseBody } from '@lateral/envelope';
import type { AgencyType, Nation, Purpose, ResponseType, Urgency } from '@lateral/domain';
import type { DeadlinePolicy } from '@lateral/domain/deadlines';
import type { OverrideReason, RatingReason } from '@lateral/domain/justification';
import type { CodedDraft } from './coded-record.js';
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

/** An answer as it goes; `first` is what was tried before it, where it had to be mended. */
export interface PlannedAnswer extends Draft<ResponseBody> {
  at: Date;
  type: ResponseType;
  first: Draft<ResponseBody> | null;
}

/** An emergency in which a request goes as it was first written, and what a second person makes of it afterwards. */
export interface PlannedOverride {
  reason: OverrideReason;
  words: string;
  reviewedAt: Date;
  review: string;
}

/** A request as it ought to be; `first` is how it was first written, where that had to be mended. */
export interface PlannedRequest extends Draft<RequestBody> {
  id: string;
  agency: string;
  postedAt: Date;
  sent: boolean;
  first: Draft<RequestBody> | null;
  override: PlannedOverride | null;
  answers: PlannedAnswer[];
  correction: { at: Date; items: string[]; text: string } | null;
}

export interface PlannedCheck {
  key: 'main' | 'joined';
  asking: string;
  urgency: Urgency;
  receivedAt: Date;
  postedAt: Date;
  requests: PlannedRequest[];
  ratings: { at: Date; urgency: Urgency; reason: RatingReason }[];
  withdrawnAt: Date | null;
  decidedAt: Date;
  decision: DecisionPlan;
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
  case: string;
  title: string;
  startsAt: Date;
  policy: DeadlinePolicy;
  agreement: PlannedAgreement;
  agencies: PlannedAgency[];
  checks: PlannedCheck[];
}
