import { fold, readingsOf } from './fold.js';
import { mutationsOf } from './mutations.js';
import { NAMELESS_PARTS, ORDINARY_WORDS, WORDS_WHEN_SMALL } from './ordinary-words.js';

/** How sure a reading of one word is: `certain` names somebody alone, `capital` only with a capital, `ordinary` is a word too, `short` has two letters. */
export interface Part {
  /** Which name of the check it belongs to, and which part of it. */
  name: number;
  position: number;
  kind: 'certain' | 'capital' | 'ordinary' | 'short';
  mutated: boolean;
}
export type Parts = Map<string, Part[]>;

/** "(unborn)", "(the other boy)": what somebody wrote beside a name; "(Kez)" is a name. */
const REMARK = /\([^()A-Z]*\)/gu;
/** A person whose name nobody knows is described: "Other workers at the same address", "A teacher". */
const DESCRIBING = new Set(['other', 'others', 'same', 'at', 'of', 'with', 'not', 'known', 'unknown', 'worker', 'workers', 'neighbour', 'neighbours', 'teacher', 'classmate', 'friend', 'friends', 'staff', 'someone', 'arall', 'eraill', 'yn', 'gyda', 'anhysbys', 'cymydog', 'cymdogion', 'athro', 'athrawes', 'ffrind', 'ffrindiau', 'rhywun']);

/** Every form in which a part of these names may be met, folded. */
export function partsOfNames(names: readonly string[]): Parts {
  const parts: Parts = new Map();
  const add = (form: string, part: Part): void => void parts.set(form, [...(parts.get(form) ?? []), part]);
  names.forEach((given, name) => {
    const whole = given.replace(REMARK, ' ');
    if (whole.split(' ').some((part) => DESCRIBING.has(part))) return;
    whole.split(/[\s\-\u2010-\u2014.,()"“”]+/u).forEach((written, position) => {
      for (const form of readingsOf(written)) addPart(form, name, position, add);
    });
    // The whole name run together: "jaydonperrett".
    const together = fold(whole.replace(/[^\p{L}\p{M}]/gu, ''));
    if (/\p{L}[\s-]+\p{L}/u.test(whole.trim()) && together.length >= 7) add(together, { name, position: -1, kind: 'certain', mutated: false });
    // Double-barrelled names are also written as one word.
    for (const double of whole.split(/\s+/u).filter((each) => each.includes('-'))) addPart(fold(double.replace(/-/gu, '')), name, -1, add);
  });
  return parts;
}

function addPart(form: string, name: number, position: number, add: (form: string, part: Part) => void): void {
  if (form.length < 2 || NAMELESS_PARTS.has(form)) return;
  const kind = kindOf(form);
  add(form, { name, position, kind, mutated: false });
  if (kind === 'short') return;
  // The whole family: the Lindqvists.
  if (kind !== 'ordinary' && form.length >= 3) add(`${form}s`, { name, position, kind: kindOfPlural(form, kind), mutated: false });
  for (const mutated of mutationsOf(form).filter(({ length }) => length >= 3)) {
    add(mutated, { name, position, kind: ORDINARY_WORDS.has(mutated) ? 'ordinary' : kind, mutated: true });
  }
}

/** "jacks mum": short ones need a capital, and some are words. */
function kindOfPlural(form: string, kind: Part['kind']): Part['kind'] {
  if (ORDINARY_WORDS.has(`${form}s`)) return 'ordinary';
  return form.length >= 4 ? kind : 'capital';
}

function kindOf(form: string): Part['kind'] {
  if (form.length === 2) return 'short';
  if (ORDINARY_WORDS.has(form)) return 'ordinary';
  return WORDS_WHEN_SMALL.has(form) ? 'capital' : 'certain';
}
