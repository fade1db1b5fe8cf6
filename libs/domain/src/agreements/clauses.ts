import type { Direction, Party } from '../justification/share.js';
import type { Purpose, Urgency } from '../codes.js';
import type { Clause, Day, PublishedAgreement, Who } from './agreement.js';
import { holdsCategory, wholePackOf } from './categories.js';
import { monthsBefore } from './days.js';

/** What an agreement is asked about: one question, or one answer. `asking` and `answering` are the same two agencies in both. */
export interface CoverQuestion {
  direction: Extract<Direction, 'asking' | 'sharing'>;
  asking: Party;
  answering: Party;
  purpose: Purpose;
  /** Asked for, or given. An answer that gives none is covered by its parties and purpose. */
  categories: readonly string[];
  /** Null where it is missing, which is another rule's business. */
  window: { from: Day; to: Day } | null;
  /** Day of the share in the United Kingdom. */
  on: Day;
  urgency: Urgency;
}

/** A clause in its agreement, with its place there. */
export interface Placed {
  agreement: PublishedAgreement;
  clause: Clause;
  place: number;
}

/** What a clause must fit, in the order in which a lack is told. */
export const ASPECTS = ['parties', 'purpose', 'window', 'categories'] as const;
export type Aspect = (typeof ASPECTS)[number];

export function clausesOf(agreements: readonly PublishedAgreement[]): Placed[] {
  return agreements.flatMap((agreement) => agreement.document.clauses.map((clause, place) => ({ agreement, clause, place })));
}

export function fits(clause: Clause, question: CoverQuestion, aspect: Aspect): boolean {
  switch (aspect) {
    case 'parties': return (clause.direction === 'both' || clause.direction === question.direction) && speaksOf(clause.askers, question.asking) && speaksOf(clause.answerers, question.answering);
    case 'purpose': return clause.purposes.includes(question.purpose);
    case 'window': return reaches(clause, question);
    case 'categories': return missingFrom(clause, question).length === 0;
  }
}

export function covers(clause: Clause, question: CoverQuestion): boolean {
  return ASPECTS.every((aspect) => fits(clause, question, aspect));
}

/** Categories of the question that a clause does not hold. */
export function missingFrom(clause: Clause, { categories }: Pick<CoverQuestion, 'categories'>): string[] {
  return categories.filter((category) => !clause.categories.some((entry) => holdsCategory(entry, category)));
}

function speaksOf(who: Who | null, { agency, type }: Party): boolean {
  return who === null || who.types.includes(type) || who.agencies.includes(agency);
}

function reaches({ windowMonths: { longest } }: Clause, { window, on }: CoverQuestion): boolean {
  return window === null || longest === null || window.from >= monthsBefore(on, longest);
}

/**
 * Which of the clauses that cover a share is named: the most specific. Before all a clause for this way of sharing, then one that
 * names the agencies, then one for fewer purposes, fewer whole packs, fewer categories, a shorter window; last the agreement's
 * reference and the clause's place, so that the same share always finds the same clause.
 */
export function mostSpecific(placed: readonly Placed[], question: CoverQuestion): Placed | null {
  const [first, ...others] = placed;
  if (first === undefined) return null;
  return others.reduce((best, each) => (isBefore(each, best, question) ? each : best), first);
}

function isBefore(a: Placed, b: Placed, question: CoverQuestion): boolean {
  const breadthOfB = breadth(b.clause, question);
  for (const [at, widthOfA] of breadth(a.clause, question).entries()) if (widthOfA !== breadthOfB[at]) return widthOfA < breadthOfB[at]!;
  const [referenceA, referenceB] = [a.agreement.document.reference, b.agreement.document.reference];
  return referenceA === referenceB ? a.place < b.place : referenceA < referenceB;
}

function breadth({ direction, askers, answerers, purposes, categories, windowMonths }: Clause, { asking, answering }: CoverQuestion): number[] {
  const packs = categories.filter((entry) => wholePackOf(entry) !== null).length;
  return [direction === 'both' ? 1 : 0, width(answerers, answering) + width(askers, asking), purposes.length, packs, categories.length, windowMonths.longest ?? Number.POSITIVE_INFINITY];
}

/** 0 where the agency is named, 1 where its kind is, 2 where any party will do. */
function width(who: Who | null, { agency }: Party): number {
  if (who === null) return 2;
  return who.agencies.includes(agency) ? 0 : 1;
}
