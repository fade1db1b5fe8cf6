import { clauseFor, offeredStack, type Covering, type CoverQuestion, type PublishedAgreement } from '../agreements/index.js';
import type { Catalogue, DefaultStack } from '../catalogue/index.js';
import type { Threshold } from '../codes.js';
import type { SubjectKind } from '../justification/codes.js';

export interface OfferFor {
  question: CoverQuestion;
  subject: SubjectKind;
  threshold: Threshold | null;
  catalogue: Catalogue;
  agreements: readonly PublishedAgreement[];
}
/** The stack to begin from, and the clause that offers it; without one the catalogue's own first. Null where the law offers none. */
export interface Offered { stack: DefaultStack; by: Covering | null; usualMonths: number | null }

/** What the side that shares is offered to rely on (fact file 1.12): the agreement's stack, else the catalogue's first that fits. An emergency is never offered by itself: somebody says that it is one. */
export function offeredFor({ question, subject, threshold, catalogue, agreements }: OfferFor): Offered | null {
  const owner = question.direction === 'asking' ? question.asking : question.answering;
  const covering = clauseFor(agreements, question);
  const code = covering === null ? null : offeredStack(covering.clause, question.direction, owner.type, question.purpose);
  const byAgreement = code === null ? null : catalogue.stack(code);
  const usualMonths = covering?.clause.windowMonths.usual ?? null;
  if (byAgreement !== null && byAgreement.nations.includes(owner.nation)) return { stack: byAgreement, by: covering?.covering ?? null, usualMonths };
  const [first] = catalogue.stacksFor({ nation: owner.nation, sharer: owner, direction: question.direction, subject, threshold, emergency: false });
  return first === undefined ? null : { stack: first, by: null, usualMonths };
}
