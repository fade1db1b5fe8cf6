import type { Nation, Purpose } from '../codes.js';
import type { BothLanguages } from '../justification/judgement.js';
import type { AgreementDocument, AgreementKind, Clause, Day, RetentionClass } from './agreement.js';
import { holdsCategory, narrower } from './categories.js';

/** What a nation's agreements are made from: `config/agreements/`. */
export interface AgreementTemplate {
  code: string;
  kind: AgreementKind;
  nation: Nation;
  title: BothLanguages;
  terms: AgreementDocument['terms'];
  handling: AgreementDocument['handling'];
  retentionClass: RetentionClass;
  clauses: Clause[];
  source: string[];
  /** `check`: own knowledge, not yet signed off by a solicitor or data protection officer. */
  status: 'sourced' | 'check';
}

/** What parties choose of a template. Categories may be whole packs (`police.*`). */
export interface AgreementChoice {
  reference: string;
  title: BothLanguages;
  parties: { agency: string }[];
  purposes: readonly Purpose[];
  categories: readonly string[];
  inForceFrom: Day;
  expires: Day;
  review: Day;
}

/**
 * The first version of an agreement: the clauses of a template, narrowed to the purposes and categories chosen; clauses of which
 * nothing is left are dropped, and the others keep their numbers. Throws a RangeError where no clause has a purpose or category
 * that was chosen, since an agreement that quietly holds less than was agreed is worse than none.
 */
export function agreementFrom(template: AgreementTemplate, choice: AgreementChoice): AgreementDocument {
  const clauses = template.clauses.map((clause) => narrowed(clause, choice)).filter(({ purposes, categories }) => purposes.length > 0 && categories.length > 0);
  for (const purpose of choice.purposes) if (!clauses.some(({ purposes }) => purposes.includes(purpose))) throw new RangeError(`template ${template.code} has no clause for ${purpose}`);
  for (const category of choice.categories) if (!clauses.some(({ categories }) => categories.some((each) => holdsCategory(category, each)))) throw new RangeError(`template ${template.code} has no clause for ${category}`);
  const { kind, nation, terms, handling, retentionClass, code } = template;
  const { reference, title, parties, review, inForceFrom, expires } = choice;
  return { v: 1, type: 'agreement', reference, version: 1, kind, title, nations: [nation], parties, clauses, terms, handling, retentionClass, review, inForceFrom, expires, template: code, previousDigest: null };
}

function narrowed(clause: Clause, choice: AgreementChoice): Clause {
  const purposes = clause.purposes.filter((purpose) => choice.purposes.includes(purpose));
  const categories = clause.categories.flatMap((entry) => choice.categories.flatMap((chosen) => narrower(entry, chosen) ?? []));
  const defaultStacks = clause.defaultStacks.flatMap((each) => {
    const left = each.purposes?.filter((purpose) => purposes.includes(purpose)) ?? null;
    return left?.length === 0 ? [] : [{ ...each, purposes: left }];
  });
  const packs = clause.packs.filter((pack) => categories.some((category) => holdsCategory(`${pack}.*`, category)));
  return { ...clause, purposes, categories: [...new Set(categories)], defaultStacks, packs };
}
