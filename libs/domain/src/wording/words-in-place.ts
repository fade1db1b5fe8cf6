import type { Word } from './fold.js';
import { fold } from './fold.js';
import { OFFICES, TITLES, TITLES_WITH_CAPITAL, WELSH_OPENERS } from './ordinary-words.js';

interface Usage { words: ReadonlySet<string>; before?: ReadonlySet<string>; after?: ReadonlySet<string>; language?: 'cy' | 'en'; evenCapital?: true }
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Names that are words for what stands beside them, at the beginning of a sentence or with a small letter. */
const USAGES: readonly Usage[] = [
  // Perhaps.
  { language: 'cy', words: set('ella'), after: set('bod fod y yr ei eu na nad mai taw fe mi ni fydd bydd byddai fyddai iddo iddi iddyn gall gallai dyna wir oherwydd achos basa fasa bydda roedd mae ddim') },
  // Perhaps that he: Ella’i fod.
  { language: 'cy', words: set('ellai ellau'), after: set('bod fod') },
  // Every.
  { language: 'cy', words: set('bob'), after: set('un dim tro nos noson dydd diwrnod bore prynhawn pnawn wythnos penwythnos mis blwyddyn tymor amser plentyn aelod asiantaeth hyn yn cam haf gaeaf gwyliau ychydig') },
  // Rumours.
  { language: 'cy', words: set('sion'), before: set('y ryw rhyw'), after: set('bod fod') },
  { language: 'cy', words: set('allan'), after: set('o or i ir ar yn ohono') },
  { language: 'cy', words: set('cai'), after: set('di gyfle wybod') },
  { language: 'cy', words: set('sal'), after: set('yw oedd ers iawn') },
  { language: 'en', words: set('heard drew watch ring lock seal swallow dance rob nick mike table drive'), after: set('a an the this that these those his her their its our my he she they it we you i him them out for from of about nothing any all whether if who what how why when where') },
  { language: 'en', words: set('page weeks west north south east foot glass plant staff table tree yard star tab wells stocks'), after: set('of at in from to') },
  { words: set('jack'), before: set('car union phone audio trolley bottle'), after: set('russell russells plug of up knife'), evenCapital: true },
  { words: set('carol'), before: set('christmas a'), after: set('service services concert concerts singing singers sheet') },
  { words: set('jean'), after: set('jacket jackets shorts skirt pocket') },
  { words: set('martin'), before: set('house sand') },
  { words: set('tom'), before: set('peeping'), after: set('cat cats') },
  // What is sold or driven under somebody's name.
  { words: set('alexa'), before: set('the an our their'), evenCapital: true },
  { words: set('mercedes'), before: set('a the black white silver grey red blue dark old new his her their'), evenCapital: true },
  { words: set('stanley'), after: set('knife knives blade blades'), evenCapital: true },
  { words: set('lewis'), before: set('john'), evenCapital: true },
  { words: set('wendy'), after: set('house'), evenCapital: true },
  { words: set('victoria'), after: set('sponge line'), evenCapital: true },
  { words: set('morrisons sainsburys mcdonalds greggs boots wetherspoons barclays lloyds halfords debenhams wilkinsons nandos dominos'), before: set('at in outside near from to behind inside ym yn i o'), evenCapital: true },
  // Drugs.
  { language: 'en', words: set('charlie molly mandy'), before: set('of some taking using sniffing snorting selling dealing') },
  // Y Barri, after the name Parri.
  { language: 'cy', words: set('barri'), before: set('y ir or'), evenCapital: true },
];

/** Whether a word that may be a name is the word it also is, for its place: Ella bod (perhaps), Heard that, car jack, Beth at the beginning of a Welsh sentence. */
export function isWordInPlace(words: readonly Word[], at: number, text: string, welsh: boolean): boolean {
  const word = words[at]!;
  const begins = /(?:^|[.!?:;\n\u2022])[\s"“‘\-\u2013]*$/u.test(text.slice(0, word.start));
  if (welsh && begins && WELSH_OPENERS.has(word.folded.replace(/(?<=^mae)[nr]$/u, ''))) return true;
  if (/sïon/iu.test(text.slice(word.start, word.end).normalize('NFC'))) return true;
  return USAGES.some((usage) => usage.words.has(word.folded) && (usage.language ?? (welsh ? 'cy' : 'en')) === (welsh ? 'cy' : 'en')
    && (usage.evenCapital === true || begins || !word.capital) && isUsed(usage, words, at, text));
}

function isUsed(usage: Usage, words: readonly Word[], at: number, text: string): boolean {
  const [previous, word, next] = [words[at - 1], words[at]!, words[at + 1]];
  if (previous !== undefined && usage.before?.has(previous.folded) === true && /^[\s-]+$/u.test(text.slice(previous.end, word.start))) return true;
  if (next === undefined || usage.after === undefined || !/^[\s-]+$/u.test(text.slice(word.end, next.start))) return false;
  if (next.capital && usage.evenCapital !== true && next.folded !== 'i') return false;
  // i'r, y'n: the small word is before the apostrophe.
  return usage.after.has(fold(text.slice(next.start, next.end).split(/['’‘ʼ`´]/u)[0]!));
}

/** Whether a title before a word that may be a name makes it one: Mrs Hill, but not Mr Justice Holloway, nor "will miss April". */
export function isTitled(words: readonly Word[], at: number, text: string): boolean {
  const [title, word, next] = [words[at - 1], words[at]!, words[at + 1]];
  if (title === undefined || !TITLES.has(title.folded) || (TITLES_WITH_CAPITAL.has(title.folded) && !title.capital)) return false;
  if (!/^[\s.]*$/u.test(text.slice(title.end, word.start))) return false;
  return !(OFFICES.has(word.folded) && next?.capital === true && /^\s+$/u.test(text.slice(word.end, next.start)));
}
