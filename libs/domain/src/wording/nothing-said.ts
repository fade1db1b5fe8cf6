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
const WELSH_ACT = /(?<!\p{L})[Dd]?[Dd]eddf (?:(?:(?:\p{Lu}[\p{L}'’-]*|ac?|[oi](?:['’]r)?|yn|yng|erbyn|yr?|ar|drwy|at|\([^()]*\)),? ){1,14}|(?:[\p{L}'’-]+,? ){1,6})\d{4}/gu;
const SHORT_ACT = /(?<![\p{L}\d])(?:[A-Z][A-Z()b-]{1,9}|DGC?Ll?C?) ?['’]?(?:\d{4}|\d{2})(?!\d)/gu;
/** As SHORT_ACT, and unlike it however it is written: no month, no log. */
const KNOWN_ACT = /(?<!\p{L})(?:ca|cya|mca|mha|dpa|hra|cda|sswba?|sswb\(w\)a|dgc?ll?c?|pace|eqa|daa|msa|echr|oma|vawdasv) ?['’]?(?:\d{4}|\d{2})(?!\d)/iu;
const REFERENCE = /\d/u;
const LAW = /(?:^|[^\p{L}])(?:act|section|article|schedule|paragraph|para|sch|scheds?|ss?\.?\s?\d|art\.?\s?\d|d?deddf|adran|adrannau|erthygl|erthyglau|atodlen|gdpr|dpa|echr|uncrc|kcsie|hra|working together \d|keeping (?:children|learners) safe|reg(?:ulation)?s?\.? \d|rheoliad(?:au)? \d|[a-z]*\d[a-z\d]*-[a-z\d]+|[a-z]+-\d[a-z\d]*)/iu;

/** A date, a count, the number of a case: beside filler they make nothing particular. */
const BARE_NUMBER = /(?<![\p{L}\d])(?:\d{1,2}(?<between>[/.-])\d{1,2}\k<between>\d{2,4}|(?<=(?:ref|reference|referral|case|no|number|dated|cyf|cyfeirnod|rhif|achos)\b[ :.#]{0,3})\d[\d/-]{2,}|\d{1,2})(?![\p{L}\d/])/giu;
const REFERENCE_WORDS = new Set(['ref', 'reference', 'number', 'dated', 'cyf', 'cyfeirnod', 'rhif', 'dyddiedig']);
/** "Are the parents aware of the referral?" asks something of somebody; whether they are known or at risk is asked of everybody. */
const OF_PEOPLE = /^(?:(?:is|are|was|were|have|can|could|will|would|should|do) (?:the |this |these |both |either |any )?(?:child|children|family|person|adult|individual)|a (?:yw|ydy|ydyw|fu|oedd|all|gaiff) (?:r |y |yr )?(?:plentyn|plant|teulu|person|oedolyn|unigolyn))\b/u;
const OF_EVERYBODY = /\b(?:known|risk|safe|safeguarding|concerns?|hysbys|risg|diogel|ddiogel|pryder(?:on)?|bryder(?:on)?)\b/u;
/** Asks for one fact, though each of its words fits any check: who, when, where and why; what came of it; whether something was done. */
const ONE_FACT = new RegExp(String.raw`^(?:and |but |ac |a |ond )?(?:(?:who|when|where|why|which \p{L}+) (?:is|are|was|were|did|does|do|has|have|had|made|lives?|will)|how (?:many|often|long)|(?:is|are|was|were) there (?:a|an|any) (?:\p{L}+ )?(?:plan|worker|order|assessment|consent)|oes (?:\p{L}+ )?(?:cynllun|gynllun|asesiad|gweithiwr|weithiwr|cydsyniad)|(?:is|was|would) it safe to|(?:was|were|did|had)|(?:is|are) (?:there )?(?:a |an |any |the )?(?:\p{L}+ ){0,2}(?:in place|up to date)|what (?:is|was|were|are) (?:the |their |his |her |your )?(?:last |current |agreed )?(?:outcome|result|plan|reason)|(?:pwy|pryd|ble|lle|pam) (?:oedd|yw|ydi|ydy|mae|fu|bu|gafodd|cafodd|wnaeth|gwelwyd|sy|sydd)|(?:faint|sawl)|beth (?:oedd|yw|ydi|ydy|fu) (?:r |y |yr |ei |eu )?(?:g?canlyniad|chanlyniad|c?gynllun|cynllun|rheswm)|beth mae (?:r |y |yr )?(?:person|plentyn|teulu|oedolyn)|(?:yw|ydi|ydy|oedd|fu|gafodd|ydi hi|ydy hi|ydy n|ydi n) (?:r |y |yr |hi |n )?(?:plentyn|plant|teulu|person|oedolyn|unigolyn|ddiogel)) `, 'u');
const ASKS_FOR_ANYTHING = /\b(?:information|info|intelligence|data|provide|share|need(?:ed)?|requested|necessary|known?|concerns?|risks?|involvement|gwybodaeth|rhannu|angen|hysbys|wybod|phryderon|pryder(?:on)?|bryder(?:on)?|risg(?:iau)?)\b/u;
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
  if (ONE_FACT.test(`${whole} `) && !ASKS_FOR_ANYTHING.test(whole)) return false;
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
  // A question about a section or an order is a question.
  if (text.includes('?') || !(LAW.test(text) || KNOWN_ACT.test(text)) || identifiersIn(text).length > 0) return false;
  const rest = [ENGLISH_ACT, WELSH_ACT, SHORT_ACT, CODE, NUMBERED].reduce((left, pattern) => left.replace(pattern, ' '), text);
  return smallWordsApart(rest).every((word) => word.length === 1 || CITATION_WORDS.has(word) || FILLER_WORDS.has(word));
}
