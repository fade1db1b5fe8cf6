import type { AgencyType } from '../codes.js';
import type { BothLanguages } from '../justification/judgement.js';

/** A system that an agency may say it searched. It is named here and never called (fact file 3.9). */
export interface NamedSystem {
  code: string;
  name: BothLanguages;
}

/** One thing that can be asked for. Its code is `pack.word`; the prompt is a question somebody may begin from. */
export interface DataCategory {
  code: string;
  name: BothLanguages;
  prompt: BothLanguages;
}

/** What one kind of agency is asked (fact file 3.9): `config/packs/`. */
export interface QuestionPack {
  code: string;
  name: BothLanguages;
  /** Every kind of agency has exactly one pack of its own. */
  agencyTypes: AgencyType[];
  defaultWindowMonths: number;
  systems: NamedSystem[];
  categories: DataCategory[];
  source: string[];
  /** `check`: own knowledge, not yet signed off by the agencies it is about. */
  status: 'sourced' | 'check';
}

/** In every pack, for what its list does not name. */
export const OTHER_SYSTEM = 'other';

/** Codes of all data categories. */
export function categoriesOf(packs: readonly QuestionPack[]): ReadonlySet<string> {
  return new Set(packs.flatMap(({ categories }) => categories.map(({ code }) => code)));
}

/** Codes of all systems; some are in several packs. */
export function systemsOf(packs: readonly QuestionPack[]): ReadonlySet<string> {
  return new Set(packs.flatMap(({ systems }) => systems.map(({ code }) => code)));
}

/** The pack that a kind of agency is asked from. Throws a RangeError where the packs have none, which `faultsOfPacks` tells at start. */
export function packFor(packs: readonly QuestionPack[], type: AgencyType): QuestionPack {
  const pack = packs.find(({ agencyTypes }) => agencyTypes.includes(type));
  if (pack === undefined) throw new RangeError(`no question pack for ${type}`);
  return pack;
}
