import type { Word } from './fold.js';

/** What a road or a school is called after its name. With a small letter only those that are nothing else ("did he drive", "close to"). */
const AFTER_NAME = /^(?:road|rd|street|st|avenue|ave|crescent|terrace|close|drive|gardens|grove|mews|parade|estate|school|primary|academy|surgery|hospital)$/u;
const AFTER_NAME_WHEN_SMALL = /^(?:road|rd|street|avenue|ave|crescent)$/u;
/** Surnames too: a place only with the number of a house before it. */
const AFTER_NUMBERED_NAME = /^(?:lane|court|house|place|walk|way|rise|row|hill|park|view|square|green|flats)$/u;
const BEFORE_NAME = /^(?:heol|stryd|ffordd|lon|rhodfa|rodfa|cilgant|gilgant|clos|glos|teras|deras|rhes|maes|faes)$/u;
const BEFORE_NAME_WHEN_SMALL = /^(?:heol|stryd|rhodfa)$/u;
const ARTICLE = /^(?:y|yr|r|the)$/u;
const BESIDE = /^[ \u00a0-]+$/u;

/** Whether the word at `at` is part of the name of a road or a school ("14 Bryn Road", "Heol y Bryn"), and so of a place. */
export function isOfPlace(words: readonly Word[], at: number, text: string): boolean {
  return follows(words, at, text) || precedes(words, at, text);
}

function follows(words: readonly Word[], at: number, text: string): boolean {
  const word = words[at]!;
  const [next, afterNext] = [beside(words, at, at + 1, text), beside(words, at + 1, at + 2, text)];
  const possessive = /['’]s?$/u.test(text.slice(word.start, word.end));
  const numbered = /\d[a-z]?,? $/iu.test(text.slice(0, word.start));
  const isKind = (kind: Word | undefined): boolean => kind !== undefined && ((kind.capital && (AFTER_NAME.test(kind.folded) || (numbered && AFTER_NUMBERED_NAME.test(kind.folded)))) || (!possessive && AFTER_NAME_WHEN_SMALL.test(kind.folded)));
  // "Bryn Teg Road": one more word with a capital may stand between.
  return isKind(next) || (word.capital && next?.capital === true && afterNext?.capital === true && isKind(afterNext));
}

function precedes(words: readonly Word[], at: number, text: string): boolean {
  const near = beside(words, at, at - 1, text);
  const kind = near !== undefined && ARTICLE.test(near.folded) ? beside(words, at - 1, at - 2, text) : near;
  return kind !== undefined && (kind.capital ? BEFORE_NAME.test(kind.folded) : !words[at]!.capital && BEFORE_NAME_WHEN_SMALL.test(kind.folded));
}

/** The word at `to`, if nothing but space parts it from the one at `from`. */
function beside(words: readonly Word[], from: number, to: number, text: string): Word | undefined {
  const [one, other] = [words[from], words[to]];
  if (one === undefined || other === undefined) return undefined;
  return BESIDE.test(text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start))) ? other : undefined;
}
