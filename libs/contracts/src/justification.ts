import type { ResponseType, Urgency, Purpose, Threshold, SubjectRole, RefusalGround, LessIntrusive } from '@lateral/domain';

/** Which way a share goes: asking discloses who is asked about; sharing discloses what is held; telling closes the loop. */
export const DIRECTIONS = ['asking', 'sharing', 'telling', 'deciding'] as const;
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
  policyDocument: { id: string; version: string; reviewDate: string } | null;
  wouldShareAnyway: boolean | null;
  catalogueVersion: string;
}

/**
 * The coded record of necessity, proportionality and lawful basis for one direction of one share. In clear, because the hub
 * checks it; codes only, because it is pseudonymised personal data, partly special category or about offences. People are
 * per-check pseudonyms (`p1`); the words behind the codes are in the sealed narrative.
 */
export interface JustificationRecord {
  v: 1;
  type: 'justification';
  direction: Direction;
  check: string;
  request: string | null;
  message: string;
  agency: string;
  purpose: Purpose;
  urgency: Urgency;
  threshold: Threshold;
  subjects: { subject: string; role: SubjectRole }[];
  categories: string[];
  window: { from: string; to: string } | null;
  specialCategory: boolean;
  criminalOffence: boolean;
  stack: LawfulStack;
  lessIntrusive: LessIntrusive | null;
  consent: { sought: 'yes' | 'no' | 'not_appropriate'; outcome: string | null; notSoughtReason: string | null; informed: 'yes' | 'no' | 'later' } | null;
  /** Only where `direction` is sharing. */
  response: ResponseCodes | null;
  /** 16 random bytes, base64url: keeps the digest of a guessable record from being searched for. */
  salt: string;
}

/** What an answer says in codes, so that the hub knows which state follows without knowing what was said. */
export interface ResponseCodes {
  type: ResponseType;
  refusalGround: RefusalGround | null;
  /** Codes of systems searched; the search terms are sealed. */
  systems: string[];
  /** Pseudonyms that were searched for. */
  searched: string[];
  items: number;
  withheld: boolean;
  /** For HOLDING and VERBAL_GIVEN: when the rest will come. ISO 8601 in UTC with milliseconds. */
  until: string | null;
  /** For REDIRECT: the kind of agency to ask instead. */
  redirectTo: string | null;
}
