import type { Finding } from '../justification/judgement.js';
import type { Clause, Day, PublishedAgreement } from './agreement.js';
import type { Aspect, CoverQuestion, Placed } from './clauses.js';
import { ASPECTS, clausesOf, covers, fits, missingFrom, mostSpecific } from './clauses.js';
import { daysBetween } from './days.js';
import { expiryWarning, isInForce } from './expiry.js';
import { absent, doesNotCover, expired, nearExpiry } from './findings.js';

export interface Covering {
  reference: string;
  version: number;
  /** Number of the clause. */
  clause: string;
}

export interface Cover {
  covered: Covering | null;
  findings: Finding[];
}

/**
 * The clause that covers a share, or that none does. `agreements` are all versions published by then, in any order. Of each
 * reference only the newest version that has begun speaks; it must name both agencies as parties. Cover blocks nothing: where
 * there is none the finding is a warning to be gone past with a reason, and for red a mere note. The lawful basis is judged
 * elsewhere and by other rules, whatever is found here.
 */
export function coverOf(agreements: readonly PublishedAgreement[], question: CoverQuestion): Cover {
  const between = newestBegun(agreements, question.on).filter((each) => namesBoth(each, question));
  const inForce = between.filter(({ document }) => isInForce(document, question.on));
  const clauses = clausesOf(inForce);
  const best = mostSpecific(clauses.filter(({ clause }) => covers(clause, question)), question);
  if (best !== null) return { covered: coveringOf(best), findings: endingSoon(best.agreement, agreements, question.on) };
  return { covered: null, findings: [lack(between, inForce, clauses, question)] };
}

/** The clause itself that covers a share, for whoever takes more from it than its number; null where none does. */
export function clauseFor(agreements: readonly PublishedAgreement[], question: CoverQuestion): { covering: Covering; clause: Clause } | null {
  const inForce = newestBegun(agreements, question.on).filter((each) => namesBoth(each, question) && isInForce(each.document, question.on));
  const best = mostSpecific(clausesOf(inForce).filter(({ clause }) => covers(clause, question)), question);
  return best === null ? null : { covering: coveringOf(best), clause: best.clause };
}

function coveringOf({ agreement: { document: { reference, version } }, clause }: Placed): Covering {
  return { reference, version, clause: clause.number };
}

function newestBegun(agreements: readonly PublishedAgreement[], on: Day): PublishedAgreement[] {
  const newest = new Map<string, PublishedAgreement>();
  for (const each of agreements) {
    const { reference, version, inForceFrom } = each.document;
    if (inForceFrom <= on && version > (newest.get(reference)?.document.version ?? 0)) newest.set(reference, each);
  }
  return [...newest.values()].sort((a, b) => (a.document.reference < b.document.reference ? -1 : 1));
}

function namesBoth({ document: { parties } }: PublishedAgreement, { asking, answering }: CoverQuestion): boolean {
  return [asking, answering].every((party) => parties.some(({ agency }) => agency === party.agency));
}

// An ended agreement that would have covered the share is the better news: it wants renewing, not writing.
function lack(between: PublishedAgreement[], inForce: PublishedAgreement[], clauses: Placed[], question: CoverQuestion): Finding {
  const ended = between.filter((each) => !inForce.includes(each));
  const wouldCover = ended.filter(({ document }) => document.clauses.some((clause) => covers(clause, question)));
  const lapsed = latestEnded(wouldCover) ?? (inForce.length === 0 ? latestEnded(ended) : undefined);
  if (lapsed !== undefined) return expired(question, lapsed.document);
  if (inForce.length === 0) return absent(question);
  const { aspect, nearest } = firstLack(clauses, question);
  return doesNotCover(question, aspect, inForce.map(({ document }) => document.reference), aspect === 'categories' ? nearest : []);
}

function latestEnded(ended: readonly PublishedAgreement[]): PublishedAgreement | undefined {
  return ended.toSorted((a, b) => daysBetween(a.document.expires, b.document.expires))[0];
}

/** The first thing that no clause fits, of those that fit what comes before it, and the categories that the nearest of them lacks. */
function firstLack(clauses: readonly Placed[], question: CoverQuestion): { aspect: Aspect; nearest: string[] } {
  let left = clauses;
  for (const aspect of ASPECTS) {
    const fitting = left.filter(({ clause }) => fits(clause, question, aspect));
    if (fitting.length === 0) return { aspect, nearest: fewest(left.map(({ clause }) => missingFrom(clause, question))) };
    left = fitting;
  }
  throw new RangeError('a clause covers this share');
}

function fewest(lists: readonly string[][]): string[] {
  return lists.reduce((least, each) => (each.length < least.length ? each : least), lists[0] ?? []);
}

/** A note in the last ninety days, unless the next version takes over without a gap. */
function endingSoon({ document }: PublishedAgreement, agreements: readonly PublishedAgreement[], on: Day): Finding[] {
  if (expiryWarning(document, on) === null) return [];
  const renewed = agreements.some(({ document: next }) => next.reference === document.reference && next.version > document.version && daysBetween(document.expires, next.inForceFrom) <= 1);
  return renewed ? [] : [nearExpiry(document, on)];
}
