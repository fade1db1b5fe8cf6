/** Letters that no decomposition takes apart. */
const STROKED: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };
const PLAIN = /^[A-Za-z]*$/u;
const APOSTROPHES = /['’‘ʼ`´]/gu;
// Invisible characters count as part of a word, so that a name cannot be hidden by one inside it.
const WORD = /[\p{L}\p{M}\p{Cf}]+(?:['’‘ʼ`´][\p{L}\p{M}\p{Cf}]+)*/gu;

/** One word of a text: `start` and `end` are UTF-16 offsets. A hyphen parts words, an apostrophe does not. */
export interface Word {
  folded: string;
  start: number;
  end: number;
  capital: boolean;
}

/** Small letters without accents, invisible characters or apostrophes. */
export function fold(text: string): string {
  // Most words have nothing to take off, and a text is folded many times over.
  if (PLAIN.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFD').replace(/[\p{M}\p{Cf}]/gu, '').replace(APOSTROPHES, '').toLowerCase();
  return plain.replace(/[łøđðþßæœı]/gu, (letter) => STROKED[letter] ?? letter);
}

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => {
    const folded = fold(match[0]);
    return { folded, start: match.index, end: match.index + match[0].length, capital: /^[\p{Cf}]*\p{Lu}/u.test(match[0]) };
  });
}

/** What a word may stand for: itself run together, and its halves of three letters or more at an apostrophe (O'Malley, Lowri'n). */
export function readingsOf(word: string): string[] {
  const halves = word.split(APOSTROPHES);
  if (halves.length === 1) return [fold(word)];
  return [...new Set([fold(word), ...halves.map(fold).filter(({ length }) => length >= 3)])];
}

/** Words with what stands before and after an apostrophe apart, as Welsh joins its small words: mae'n, i'r. */
export function smallWordsApart(text: string): string[] {
  return wordsOf(text.replace(APOSTROPHES, ' ')).map(({ folded }) => folded);
}
