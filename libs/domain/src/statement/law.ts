import type { CatalogueRow } from '../catalogue/index.js';
import type { LawfulStack } from '../justification/share.js';
import { PHRASES } from './phrases.js';
import type { Language } from './say.js';
import { dayIn, listed, say } from './say.js';
import { NO_CONSENT_CALLED } from './words.js';

/** What a statement reads of a row of the law. */
export type NamedRow = Pick<CatalogueRow, 'name' | 'citation' | 'status'>;
export type RowsByCode = ReadonlyMap<string, NamedRow>;

const LISTS = ['art6', 'art9', 'sch1', 'art10', 'p3', 'gateway', 'confidentiality', 'hra'] as const;

/** The stack in plain words, with codes and citations. Rows that nobody has signed off yet say so. */
export function lawSentences(stack: LawfulStack, rows: RowsByCode, language: Language): string[] {
  const named = (codes: readonly string[]): string => listed(codes.map((code) => rowCalled(code, rows, language)));
  return [
    say(PHRASES.regime, language, { rows: named([stack.regime]) }),
    ...LISTS.flatMap((list) => stack[list].length > 0 ? [say(PHRASES[list], language, { rows: named(stack[list]) })] : list === 'art6' && stack.p3.length === 0 ? [say(PHRASES.noBasis, language)] : []),
    ...(stack.s36Authority === null ? [] : [say(PHRASES.s36Authority, language, { rows: named([stack.s36Authority]) })]),
    ...(stack.s118Reason === null ? [] : [say(PHRASES.noConsent, language, { reason: NO_CONSENT_CALLED[stack.s118Reason][language] })]),
    ...policySentence(stack, language),
    ...(stack.wouldShareAnyway === true ? [say(PHRASES.shareAnyway, language)] : []),
    say(PHRASES.catalogue, language, { version: stack.catalogueVersion }),
  ];
}

function rowCalled(code: string, rows: RowsByCode, language: Language): string {
  const row = rows.get(code);
  if (row === undefined) return `${code} (${say(PHRASES.notInCatalogue, language)})`;
  return `${row.name[language]} [${code}: ${row.citation}]${markOf(row, language)}`;
}

/** Where a row of the law stands written, and that nobody has checked it yet, where that is so. */
export function sourceOf(row: Pick<NamedRow, 'citation' | 'status'>, language: Language): string {
  return `${row.citation}${markOf(row, language)}`;
}

function markOf({ status }: Pick<NamedRow, 'status'>, language: Language): string {
  return status === 'check' ? ` (${say(PHRASES.notChecked, language)})` : '';
}

function policySentence({ policyDocument }: LawfulStack, language: Language): string[] {
  if (policyDocument === null) return [];
  const { id, version, reviewDate } = policyDocument;
  const unknown = say(PHRASES.unknown, language);
  return [say(PHRASES.policyDocument, language, { id: id ?? unknown, version: version ?? unknown, reviewDate: reviewDate === null ? unknown : dayIn(language, reviewDate) })];
}
