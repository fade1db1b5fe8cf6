import type { ResponseType } from '../codes.js';
import { isKnownNotRelevant } from '../justification/answer-forms.js';
import type { BothLanguages } from '../justification/judgement.js';
import type { ResponseCodes } from '../justification/share.js';
import { PHRASES } from './phrases.js';
import type { Language } from './say.js';
import { counted, listed, say, timeIn } from './say.js';
import { AGENCY_CALLED, GROUND_CALLED, HANDLING_CALLED, NATURE_CALLED } from './words.js';

/** What data categories and systems are called in the question packs. A code without a name is told as it is. */
export type NamesByCode = ReadonlyMap<string, BothLanguages>;

export function called(codes: readonly string[], names: NamesByCode, language: Language): string {
  return listed(codes.map((code) => names.get(code)?.[language] ?? code));
}

/** What an answer gives, holds back and looked in, without a word of what it says. */
export function answerSentences(response: ResponseCodes, names: NamesByCode, language: Language): string[] {
  const { systems, searched, given, items, until, redirectTo } = response;
  const limits = items.flatMap(({ handling }) => handling === null ? [] : [HANDLING_CALLED[handling][language]]);
  return [
    ...kindSentence(response, language),
    ...groundSentence(response, language),
    ...(redirectTo === null ? [] : [say(PHRASES.redirectTo, language, { type: AGENCY_CALLED[redirectTo][language] })]),
    ...(systems.length === 0 ? [] : [say(PHRASES.systems, language, { list: called(systems, names, language) })]),
    ...(systems.length === 0 || searched.length === 0 ? [] : [say(PHRASES.searched, language, { count: String(searched.length) })]),
    ...(given.length === 0 ? [] : [say(PHRASES.given, language, { list: called(given, names, language) })]),
    ...(items.length === 0 ? [] : [say(PHRASES.items, language, { list: counted(items.map(({ nature }) => NATURE_CALLED[nature][language])) })]),
    ...(limits.length === 0 ? [] : [say(PHRASES.handling, language, { list: counted(limits) })]),
    ...withheldSentence(response, names, language),
    ...(until === null ? [] : [say(PHRASES.until, language, { time: timeIn(language, until) })]),
  ];
}

/** What the decision leaves open: known without a concern is another answer than not known. */
const KINDS: Partial<Record<ResponseType, BothLanguages>> = { NO_TRACE: PHRASES.notKnown, KNOWN_NO_CONCERN: PHRASES.knownNoConcern, IDENTITY_MISMATCH: PHRASES.notMatched, CLARIFY: PHRASES.toBeMadeClear };

function kindSentence(response: ResponseCodes, language: Language): string[] {
  const kind = isKnownNotRelevant(response) ? PHRASES.knownNotRelevant : KINDS[response.type];
  return kind === undefined ? [] : [say(kind, language)];
}

function groundSentence({ decision, refusalGround }: ResponseCodes, language: Language): string[] {
  if (refusalGround !== null) return [say(PHRASES.ground, language, { ground: GROUND_CALLED[refusalGround][language] })];
  return decision === 'decline' ? [say(PHRASES.noGround, language)] : [];
}

// That something was held back is told; what it was, only as far as its giver coded it.
function withheldSentence({ withheld }: ResponseCodes, names: NamesByCode, language: Language): string[] {
  if (!withheld.withheld) return [];
  return [withheld.categories.length === 0 ? say(PHRASES.withheldSomething, language) : say(PHRASES.withheld, language, { list: called(withheld.categories, names, language) })];
}
