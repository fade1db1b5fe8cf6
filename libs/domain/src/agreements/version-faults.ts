import { AGENCY_TYPES, NATIONS, PURPOSES } from '../codes.js';
import { HANDLING_LIMITS } from '../justification/codes.js';
import type { BothLanguages } from '../justification/judgement.js';
import { AGREEMENT_KINDS, RETENTION_CLASSES, SECURITY_MARKINGS, TERM_CODES } from './agreement.js';
import type { AgreementDocument, AgreementVersion, Clause, OfferedStack, Who } from './agreement.js';
import { wholePackOf } from './categories.js';
import { isDay } from '../days.js';
import type { AgreementTemplate } from './from-template.js';

/** What is wrong and where: a JSON pointer into the document. */
export interface VersionFault {
  field: string;
  reason: 'not-next' | 'not-the-previous' | 'not-the-same' | 'fewer-than-two' | 'repeated' | 'empty' | 'unknown' | 'not-a-day' | 'out-of-order' | 'not-a-number' | 'not-a-party' | 'out-of-range';
}

/** Codes that agreements may name, from the question packs and the catalogue. */
export interface KnownCodes {
  /** Data categories, `pack.word`. */
  categories: ReadonlySet<string>;
  /** Default stacks, `ST-01` and so on. */
  stacks: ReadonlySet<string>;
}

const CLAUSE_NUMBER = /^[1-9]\d*(?:\.[1-9]\d*)*$/;
const LONGEST_WINDOW_MONTHS = 1_200;

/** What must be put right before a version may be proposed; empty where nothing need be. `previous` is the newest version under the same reference, null for a first one. */
export function versionFaults(document: AgreementDocument, previous: AgreementVersion | null, known: KnownCodes): VersionFault[] {
  return [
    ...successionFaults(document, previous),
    ...codeFaults(document),
    ...titleFaults('/title', document.title),
    ...dayFaults(document, previous),
    ...partyFaults(document),
    ...clausesFaults(document.clauses, document.parties, known),
  ];
}

/** What a template gets wrong beyond the shape that its schema holds it to; empty where nothing. It names no agency. */
export function templateFaults(template: AgreementTemplate, known: KnownCodes): VersionFault[] {
  return [...codeFaults({ ...template, nations: [template.nation] }), ...titleFaults('/title', template.title), ...clausesFaults(template.clauses, [], known)];
}

function successionFaults({ reference, version, previousDigest }: AgreementDocument, previous: AgreementVersion | null): VersionFault[] {
  return [
    ...unless(version === (previous?.document.version ?? 0) + 1, '/version', 'not-next'),
    // A version says which text it follows, so nothing can be slipped in between.
    ...unless(previousDigest === (previous?.digest ?? null), '/previousDigest', 'not-the-previous'),
    ...unless(previous === null || reference === previous.document.reference, '/reference', 'not-the-same'),
  ];
}

function codeFaults({ kind, nations, terms, handling, retentionClass }: Pick<AgreementDocument, 'kind' | 'nations' | 'terms' | 'handling' | 'retentionClass'>): VersionFault[] {
  return [
    ...unknown('/kind', [kind], AGREEMENT_KINDS, false),
    ...empty('/nations', nations),
    ...unknown('/nations', nations, NATIONS),
    ...terms.flatMap(({ code, text }, at) => [...unknown(`/terms/${at}/code`, [code], TERM_CODES, false), ...titleFaults(`/terms/${at}/text`, text)]),
    ...repeated('/terms', '/code', terms.map(({ code }) => code)),
    ...unknown('/handling/marking', [handling.marking], SECURITY_MARKINGS, false),
    ...unknown('/retentionClass', [retentionClass], RETENTION_CLASSES, false),
  ];
}

function dayFaults({ inForceFrom, review, expires }: AgreementDocument, previous: AgreementVersion | null): VersionFault[] {
  const wrong = Object.entries({ inForceFrom, review, expires }).filter(([, day]) => !isDay(day)).map(([field]): VersionFault => ({ field: `/${field}`, reason: 'not-a-day' }));
  if (wrong.length > 0) return wrong;
  return [
    ...unless(inForceFrom <= expires, '/expires', 'out-of-order'),
    ...unless(inForceFrom <= review && review <= expires, '/review', 'out-of-order'),
    ...unless(previous === null || previous.document.inForceFrom <= inForceFrom, '/inForceFrom', 'out-of-order'),
  ];
}

function partyFaults({ parties }: AgreementDocument): VersionFault[] {
  const agencies = parties.map(({ agency }) => agency);
  return [...unless(new Set(agencies).size >= 2, '/parties', 'fewer-than-two'), ...repeated('/parties', '/agency', agencies)];
}

function clausesFaults(clauses: readonly Clause[], parties: AgreementDocument['parties'], known: KnownCodes): VersionFault[] {
  return [
    ...empty('/clauses', clauses),
    ...repeated('/clauses', '/number', clauses.map(({ number }) => number)),
    ...clauses.flatMap((clause, at) => clauseFaults(`/clauses/${at}`, clause, parties, known)),
  ];
}

function clauseFaults(at: string, clause: Clause, parties: AgreementDocument['parties'], known: KnownCodes): VersionFault[] {
  const packs = new Set([...known.categories].map((category) => category.split('.')[0]!));
  const { usual, longest } = clause.windowMonths;
  return [
    ...unless(CLAUSE_NUMBER.test(clause.number), `${at}/number`, 'not-a-number'),
    ...titleFaults(`${at}/title`, clause.title),
    ...unknown(`${at}/direction`, [clause.direction], ['asking', 'sharing', 'both'], false),
    ...empty(`${at}/purposes`, clause.purposes),
    ...unknown(`${at}/purposes`, clause.purposes, PURPOSES),
    ...empty(`${at}/categories`, clause.categories),
    ...clause.categories.flatMap((entry, place) => unless(isKnownCategory(entry, known, packs), `${at}/categories/${place}`, 'unknown')),
    ...whoFaults(`${at}/askers`, clause.askers, parties),
    ...whoFaults(`${at}/answerers`, clause.answerers, parties),
    ...clause.defaultStacks.flatMap((offered, place) => stackFaults(`${at}/defaultStacks/${place}`, offered, clause, known)),
    ...unless(isMonths(usual), `${at}/windowMonths/usual`, 'out-of-range'),
    ...unless(longest === null || (isMonths(longest) && longest >= usual), `${at}/windowMonths/longest`, 'out-of-range'),
    ...unknown(`${at}/handling`, clause.handling, HANDLING_LIMITS),
    ...unknown(`${at}/packs`, clause.packs, [...packs]),
    ...unless(clause.retentionClass === null || RETENTION_CLASSES.includes(clause.retentionClass), `${at}/retentionClass`, 'unknown'),
  ];
}

function isKnownCategory(entry: string, { categories }: KnownCodes, packs: ReadonlySet<string>): boolean {
  const pack = wholePackOf(entry);
  return pack === null ? categories.has(entry) : packs.has(pack);
}

function whoFaults(at: string, who: Who | null, parties: AgreementDocument['parties']): VersionFault[] {
  if (who === null) return [];
  return [
    ...empty(at, [...who.types, ...who.agencies]),
    ...unknown(`${at}/types`, who.types, AGENCY_TYPES),
    ...who.agencies.flatMap((named, place) => unless(parties.some(({ agency }) => agency === named), `${at}/agencies/${place}`, 'not-a-party')),
  ];
}

function stackFaults(at: string, { side, types, purposes, stack }: OfferedStack, clause: Clause, { stacks }: KnownCodes): VersionFault[] {
  return [
    ...unknown(`${at}/side`, [side], ['asking', 'sharing'], false),
    ...empty(`${at}/types`, types),
    ...unknown(`${at}/types`, types, AGENCY_TYPES),
    ...unknown(`${at}/purposes`, purposes ?? [], clause.purposes),
    ...unless(stacks.has(stack), `${at}/stack`, 'unknown'),
  ];
}

function isMonths(months: number): boolean {
  return Number.isSafeInteger(months) && months >= 1 && months <= LONGEST_WINDOW_MONTHS;
}

function titleFaults(at: string, { en, cy }: BothLanguages): VersionFault[] {
  return [...unless(en.trim() !== '', `${at}/en`, 'empty'), ...unless(cy.trim() !== '', `${at}/cy`, 'empty')];
}

function unless(holds: boolean, field: string, reason: VersionFault['reason']): VersionFault[] {
  return holds ? [] : [{ field, reason }];
}

function empty(field: string, entries: readonly unknown[]): VersionFault[] {
  return unless(entries.length > 0, field, 'empty');
}

/** Codes that a list does not have, by their place in the field, or by the field itself where it holds one. */
function unknown(field: string, codes: readonly string[], list: readonly string[], placed = true): VersionFault[] {
  return codes.flatMap((code, place) => unless(list.includes(code), placed ? `${field}/${place}` : field, 'unknown'));
}

function repeated(at: string, member: string, values: readonly string[]): VersionFault[] {
  return values.flatMap((value, place) => unless(values.indexOf(value) === place, `${at}/${place}${member}`, 'repeated'));
}
