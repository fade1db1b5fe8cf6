import { finding } from './explanations.js';
import { AGENCY_WORDS, ASKING_WORDS, CITATION_WORDS, FILLER_WORDS, STOCK_SENTENCES, STOCK_TURNS } from './filler-words.js';
import type { WordingFinding } from './finding.js';
import { smallWordsApart, wordsOf } from './fold.js';
import { identifiersIn } from './identifiers.js';

/** Codes of the catalogue, sections with their numbers, and years: what a reference is made of beside words. */
const CODE = /(?<![\p{L}\d-])(?:ART|S|A|P)?\d*[A-Z]*\d*(?:-[A-Z\d]+(?:\/\d+)?)+(?![\p{L}\d-])/gu;
const NUMBERED = /(?<![\p{L}\d])(?:(?:ss?|art|sch|para|adran|erthygl)\.?\s?)?\d+[A-Z]{0,3}(?:\s?\([\p{L}\d]{1,4}\))*/giu;
/** "Crime and Disorder Act 1998", "Deddf Trosedd ac Anhrefn 1998", "MCA 2005": the title of any act. */
const ENGLISH_ACT = /(?:(?:\p{Lu}[\p{L}'’-]*|and|of|the|for|to|in|etc|\([^()]*\)),? )+Acts?(?![\p{L}])(?: \d{4})?/gu;
const WELSH_ACT = /(?<!\p{L})d?deddf (?:(?:[\p{L}'’-]+|\([^()]*\)),? ){1,9}\d{4}/giu;
const SHORT_ACT = /(?<![\p{L}\d])[A-Z][A-Z()b-]{1,9} ?['’]?(?:\d{4}|\d{2})(?!\d)/gu;
const REFERENCE = /\d/u;
const LAW = /(?:^|[^\p{L}])(?:act|section|article|schedule|paragraph|para|sch|ss?\.?\s?\d|art\.?\s?\d|d?deddf|adran|adrannau|erthygl|erthyglau|atodlen|gdpr|dpa|echr|uncrc|kcsie|hra|working together \d|reg(?:ulation)?s?\.? \d|rheoliad(?:au)? \d|[a-z]*\d[a-z\d]*-[a-z\d]+|[a-z]+-\d[a-z\d]*|[A-Z]{2,} ?\d{4})/iu;

/** A date, a count, the number of a case: beside filler they make nothing particular. */
const BARE_NUMBER = /(?<![\p{L}\d])(?:\d{1,2}(?<between>[/.-])\d{1,2}\k<between>\d{2,4}|(?<=(?:ref|reference|referral|case|no|number|dated|cyf|cyfeirnod|rhif|achos)\b[ :.#]{0,3})\d[\d/-]{2,}|\d{1,2})(?![\p{L}\d/])/giu;
const REFERENCE_WORDS = new Set(['ref', 'reference', 'number', 'dated', 'cyf', 'cyfeirnod', 'rhif', 'dyddiedig']);
/** "Are the parents aware of the referral?" asks something of somebody; whether they are known or at risk is asked of everybody. */
const OF_PEOPLE = /^(?:(?:is|are|was|were|have|can|could|will|would|should|do) (?:the |this |these |both |either |any )?(?:child|children|family|person|adult|individual)|a (?:yw|ydy|ydyw|fu|oedd|all|gaiff) (?:r |y |yr )?(?:plentyn|plant|teulu|person|oedolyn|unigolyn))\b/u;
const OF_EVERYBODY = /\b(?:known|risk|safe|safeguarding|concerns?|hysbys|risg|diogel|ddiogel|pryder(?:on)?|bryder(?:on)?)\b/u;
const TURNS = new RegExp(`(?<!\\p{L})(?:${STOCK_TURNS.join('|')})(?!\\p{L})`, 'gu');

/** A whole text that is stock, or nothing but references to law. One or the other, never both. */
export function nothingSaid(text: string): WordingFinding[] {
  if (wordsOf(text).length === 0) return [];
  const whole = { start: 0, end: text.length };
  if (!REFERENCE.test(text) && isStock(text)) return [finding('stock-phrase', whole)];
  // "Public task under the Children Act": law without a number is a citation too.
  if (isOnlyCitation(text)) return [finding('only-citation', whole)];
  return isStockWithNumbers(text) ? [finding('stock-phrase', whole)] : [];
}

function isStock(text: string): boolean {
  const sentences = text.split(/[.;:!\n,/&+]+|(?<=\?)/u).filter((sentence) => wordsOf(sentence).length > 0);
  return sentences.length > 0 && sentences.every((sentence) => STOCK_SENTENCES.has(wordsOf(sentence).map(({ folded }) => folded).join(' ')) || isFiller(sentence));
}

/** Every word of content is one that fits any check, in either language. */
function isFiller(sentence: string): boolean {
  const whole = smallWordsApart(sentence).join(' ');
  if (sentence.includes('?') && OF_PEOPLE.test(whole) && !OF_EVERYBODY.test(whole)) return false;
  const words = whole.replace(TURNS, ' ').split(' ').filter((word) => word !== '');
  const particular = words.filter((word) => !FILLER_WORDS.has(word));
  return particular.every((word) => AGENCY_WORDS.has(word)) && (particular.length === 0 || words.some((word) => ASKING_WORDS.has(word)));
}

function isStockWithNumbers(text: string): boolean {
  const rest = text.replace(BARE_NUMBER, ' ');
  if (rest === text || REFERENCE.test(rest) || identifiersIn(text).length > 0) return false;
  return isStock(rest.replace(/\p{L}+/gu, (word) => (REFERENCE_WORDS.has(word.toLowerCase()) ? ' ' : word)));
}

function isOnlyCitation(text: string): boolean {
  if (!LAW.test(text) || identifiersIn(text).length > 0) return false;
  const rest = [ENGLISH_ACT, WELSH_ACT, SHORT_ACT, CODE, NUMBERED].reduce((left, pattern) => left.replace(pattern, ' '), text);
  return smallWordsApart(rest).every((word) => word.length === 1 || CITATION_WORDS.has(word) || FILLER_WORDS.has(word));
}
