/** Welsh initial mutations: soft, nasal and aspirate. Two-letter consonants come before the letters they begin with. */
const MUTATIONS: [string, string[]][] = [
  ['ch', []], ['ph', []], ['th', []], ['dd', []], ['ng', []],
  ['ll', ['l']], ['rh', ['r']],
  ['c', ['g', 'ngh', 'ch']], ['p', ['b', 'mh', 'ph']], ['t', ['d', 'nh', 'th']],
  ['g', ['', 'ng']], ['b', ['f', 'm']], ['d', ['dd', 'n']], ['m', ['f']],
];

/** Forms that a folded word takes in Welsh after other words, without the word itself; `h` before a vowel is one (ei Helen hi). */
export function mutationsOf(folded: string): string[] {
  if (/^[aeiouwy]/u.test(folded)) return [`h${folded}`];
  const found = MUTATIONS.find(([initial]) => folded.startsWith(initial));
  return found === undefined ? [] : found[1].map((initial) => initial + folded.slice(found[0].length));
}

const WELSH_GLUE = new Set(['yn', 'mae', 'wedi', 'oedd', 'roedd', 'ei', 'eu', 'ir', 'ar', 'yw', 'ac', 'nid', 'gan', 'wrth', 'oes', 'fu', 'bu', 'ers', 'neu', 'sydd', 'syn', 'pwy', 'pan', 'gyda', 'hyn', 'ond', 'am', 'y', 'yr']);

/** Whether enough of the small words are Welsh: people write either language under either setting. */
export function readsAsWelsh(folded: readonly string[]): boolean {
  return folded.filter((word) => WELSH_GLUE.has(word)).length >= 2;
}
