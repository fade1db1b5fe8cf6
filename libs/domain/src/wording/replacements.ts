import type { SubjectRole } from '../codes.js';
import type { WordingContext, WordingFinding } from './finding.js';
import { fold } from './fold.js';
import { OFFICES, TITLES } from './ordinary-words.js';

/** What to write instead: `start` and `end` are UTF-16 offsets into the text that was judged, `end` exclusive. */
export interface Replacement { start: number; end: number; text: string }

type Language = WordingContext['language'];

/** Roles as they stand in a sentence, without the article. */
const CALLED: Record<Language, Record<SubjectRole | 'person' | 'family', string>> = {
  en: {
    child: 'child', sibling: 'brother or sister', unborn: 'unborn baby', parent: 'parent', carer: 'carer', household_adult: 'adult in the household', alleged_source_of_harm: 'person alleged to have caused harm',
    connected_adult: 'connected adult', adult_at_risk: 'adult at risk', other_child: 'other child', person: 'person', family: 'family',
  },
  cy: {
    child: 'plentyn', sibling: 'brawd neu’r chwaer', unborn: 'baban heb ei eni', parent: 'rhiant', carer: 'gofalwr', household_adult: 'oedolyn ar yr aelwyd', alleged_source_of_harm: 'person yr honnir iddo achosi niwed',
    connected_adult: 'oedolyn cysylltiedig', adult_at_risk: 'oedolyn sy’n wynebu risg', other_child: 'plentyn arall', person: 'person', family: 'teulu',
  },
};
const TAKEN_OUT = new Set<WordingFinding['code']>(['nhs-number', 'upn', 'postcode', 'telephone', 'e-mail']);

/**
 * What one press writes instead of what was found: a role for a name (`roles` are those of the context's `names`, place by place; an
 * unknown or divided one is "the person"), nothing for an identifier. Null where only the writer knows: an age, a plainer word, a
 * better reason.
 */
export function replacementOf(text: string, found: WordingFinding, language: Language, roles: readonly (SubjectRole | null)[] = []): Replacement | null {
  if (found.code === 'name-of-person' || found.code === 'possible-name') return roleInstead(text, found, language, roles);
  return TAKEN_OUT.has(found.code) ? nothingInstead(text, found) : null;
}

/** The text with all of these made; one that overlaps an earlier one is left out. */
export function withReplacements(text: string, replacements: readonly Replacement[]): string {
  let at = 0;
  let made = '';
  for (const { start, end, text: instead } of [...replacements].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    made += text.slice(at, start) + instead;
    at = end;
  }
  return made + text.slice(at);
}

function nothingInstead(text: string, { start, end }: WordingFinding): Replacement {
  if (text[end] === ' ' && (start === 0 || /\s/u.test(text[start - 1]!))) return { start, end: end + 1, text: '' };
  return { start: text[start - 1] === ' ' && /^[.,;:!?)]|^$/u.test(text.slice(end, end + 1)) ? start - 1 : start, end, text: '' };
}

function roleInstead(text: string, found: WordingFinding, language: Language, roles: readonly (SubjectRole | null)[]): Replacement {
  const start = startWithTitle(text, found.start);
  const written = text.slice(start, found.end);
  const [, ending = ''] = /['’‘ʼ`´]([\p{L}\p{M}]{1,2})$/u.exec(written) ?? [];
  const name = CALLED[language][isFamily(text, found, language) ? 'family' : roleOf(found, roles)];
  return language === 'cy' ? inWelsh(text, { start, end: found.end }, name, ending) : inEnglish(text, { start, end: found.end }, name, ending);
}

function roleOf({ names = [] }: WordingFinding, roles: readonly (SubjectRole | null)[]): SubjectRole | 'person' {
  const [role, ...others] = new Set(names.map((name) => roles[name] ?? null));
  return others.length > 0 ? 'person' : role ?? 'person';
}

/** "the Lindqvists": in English an article before a name in the plural. */
function isFamily(text: string, { start, end }: WordingFinding, language: Language): boolean {
  return language === 'en' && /\bthe\s$/iu.test(text.slice(0, start)) && /s['’]?$/u.test(text.slice(start, end));
}

/** A title goes with the name: "Mrs Hill" is not "Mrs the parent". */
function startWithTitle(text: string, start: number): number {
  const [whole = '', title = ''] = /([\p{L}]+)\.?\s+$/u.exec(text.slice(0, start)) ?? [];
  const isTitle = TITLES.has(fold(title)) && !OFFICES.has(fold(title)) && /^\p{Lu}/u.test(title);
  return isTitle ? start - whole.length : start;
}

const beginsSentence = (before: string): boolean => /(?:^|[.!?]\s|\n)\s*["“‘'(]*$/u.test(before);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function inEnglish(text: string, { start, end }: { start: number; end: number }, name: string, ending: string): Replacement {
  const before = text.slice(0, start);
  const hasArticle = /\b(?:the|this|that|a|an|his|her|their|your|our)\s$/iu.test(before);
  const phrase = `${hasArticle ? '' : 'the '}${name}${ending === '' ? '' : `’${ending}`}`;
  return { start, end, text: beginsSentence(before) ? capital(phrase) : phrase };
}

/** The Welsh article: `y`, `yr` before a vowel or h, and `’r` after a vowel, run together with the word before it. */
function inWelsh(text: string, { start, end }: { start: number; end: number }, name: string, ending: string): Replacement {
  const before = text.slice(0, start);
  // Lowri’n = Lowri yn, Lowri’r = Lowri y.
  const after = ending === 'n' ? ' yn' : ending === 'r' ? ' y' : ending === '' ? '' : `’${ending}`;
  if (/(?<!\p{L})(?:[yY]r?|['’]r)\s$/u.test(before)) return { start, end, text: name + after };
  if (/[aeiouwyâêîôûŵŷ] $/iu.test(before)) return { start: start - 1, end, text: `’r ${name}${after}` };
  const phrase = `${/^[aeiouwyh]/u.test(name) ? 'yr' : 'y'} ${name}${after}`;
  return { start, end, text: beginsSentence(before) ? capital(phrase) : phrase };
}
