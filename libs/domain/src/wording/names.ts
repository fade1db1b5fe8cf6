import type { WordingContext, WordingFinding } from './finding.js';
import { finding } from './explanations.js';
import type { Word } from './fold.js';
import { readingsOf, wordsOf } from './fold.js';
import { readsAsWelsh } from './mutations.js';
import type { Part, Parts } from './name-parts.js';
import { partsOfNames } from './name-parts.js';
import { SHORT_WORDS, SMALL_IN_WELSH } from './ordinary-words.js';
import { isOfPlace } from './places.js';
import { isTitled, isWordInPlace } from './words-in-place.js';

interface Compiled { of: string; parts: Parts }
interface Met { word: Word; parts: Part[] }

const compiled = new WeakMap<WordingContext, Compiled>();
/** Shorter mutated forms are words of their own too often, unless a capital says otherwise. */
const MUTATED_WITHOUT_CAPITAL = 5;
/** After a small word that mutates, one letter fewer will do: i feca, gan gadi. */
const MUTATING = /(?<!\p{L})(?:i|o|am|ar|at|gan|dan|dros|drwy|trwy|heb|wrth|gyda|[aâ]|hyd|tua) $/iu;

/** Names and aliases of people of the check, whole or in part, whatever the case, accents, hyphens and Welsh mutations. */
export function namesIn(text: string, context: WordingContext): WordingFinding[] {
  const parts = partsOf(context);
  if (parts.size === 0) return [];
  const words = wordsOf(text);
  const welsh = context.language === 'cy' || readsAsWelsh(words.map(({ folded }) => folded));
  const met = words.map((word, at): Met => {
    const read = readAs(text, word, parts, welsh);
    return { word, parts: read.length > 0 && isWordInPlace(words, at, text, welsh) ? read.map((part) => ({ ...part, kind: 'ordinary' })) : read };
  });
  return runsOf(met, text).flatMap(([first, last]) => {
    const names = namesOf(met.slice(first, last + 1));
    return judge(met, text, first, last).map((each) => ({ ...each, names }));
  });
}

/** Whose parts all the words are; where no name has them all, whose any of them is. */
function namesOf(run: readonly Met[]): number[] {
  const any = [...new Set(run.flatMap(({ parts }) => parts.map(({ name }) => name)))].sort((a, b) => a - b);
  const all = any.filter((name) => run.every(({ parts }) => parts.some((part) => part.name === name)));
  return all.length > 0 ? all : any;
}

function partsOf(context: WordingContext): Parts {
  const of = context.names.join('\n');
  const known = compiled.get(context);
  if (known?.of === of) return known.parts;
  const parts = partsOfNames(context.names);
  compiled.set(context, { of, parts });
  return parts;
}

function readAs(text: string, word: Word, parts: Parts, welsh: boolean): Part[] {
  const least = (): number => MUTATED_WITHOUT_CAPITAL - (MUTATING.test(text.slice(Math.max(0, word.start - 8), word.start)) ? 1 : 0);
  const heard = (form: string): boolean => welsh && (word.capital || form.length >= least());
  return readingsOf(text.slice(word.start, word.end)).flatMap((form) => (parts.get(form) ?? []).filter(({ mutated }) => !mutated || heard(form))
    // A word of Welsh only is, in English, a name whatever its letters.
    .map((part) => (!welsh && part.kind === 'capital' && SMALL_IN_WELSH.has(form) ? { ...part, kind: 'certain' } : part)));
}

/** Words standing side by side that are parts of one name: [first, last] of each run. */
function runsOf(met: readonly Met[], text: string): [number, number][] {
  const runs: [number, number][] = [];
  met.forEach(({ parts }, at) => {
    if (parts.length === 0) return;
    const last = runs.at(-1);
    if (last?.[1] === at - 1 && standTogether(met[at - 1]!, met[at]!, text)) last[1] = at;
    else runs.push([at, at]);
  });
  return runs;
}

function standTogether(a: Met, b: Met, text: string): boolean {
  if (!/^[\s\-\u2010-\u2014.]*$/u.test(text.slice(a.word.end, b.word.start))) return false;
  return a.parts.some((one) => b.parts.some((other) => one.name === other.name && one.position !== other.position));
}

function judge(met: readonly Met[], text: string, first: number, last: number): WordingFinding[] {
  const span = { start: met[first]!.word.start, end: met[last]!.word.end };
  const alone = first === last ? met[first]! : null;
  const words = met.map(({ word }) => word);
  const titled = isTitled(words, first, text);
  if (alone !== null && !titled && isOfPlace(words, first, text)) return [];
  if (alone === null || alone.parts.some(({ kind }) => kind === 'certain')) return [finding('name-of-person', span)];
  // With a small letter it is the word, not the name: "will", "grace", "eira".
  if (!alone.word.capital) return [];
  if (alone.parts.some(({ kind }) => kind === 'capital')) return [finding('name-of-person', span)];
  const written = text.slice(span.start, span.end);
  if (alone.parts.some(({ kind }) => kind === 'short') && /^\p{Lu}\p{Ll}$/u.test(written) && !SHORT_WORDS.has(alone.word.folded)) return [finding('name-of-person', span)];
  if (alone.parts.some(({ kind }) => kind === 'ordinary') && titled) return [finding('name-of-person', span)];
  return isMonthOfDate(text, span) ? [] : [finding('possible-name', span)];
}

/** April, May, June, Mai, Medi beside a day or a year. */
function isMonthOfDate(text: string, { start, end }: { start: number; end: number }): boolean {
  return /\d(?:st|nd|rd|th)?\s*$/u.test(text.slice(0, start)) || /^\s*'?\d/u.test(text.slice(end)) || /\bmis\s*$/iu.test(text.slice(0, start));
}
