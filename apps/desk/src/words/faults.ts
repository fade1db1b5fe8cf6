/** The words of a language, by room; rooms hold words and rooms within. */
export interface Words { [key: string]: string | Words }

const FORMS = { en: ['one', 'other'], cy: ['zero', 'one', 'two', 'few', 'many', 'other'] } as const;
const FORM = /_(?:zero|one|two|few|many|other)$/u;
/** i18next takes the form `zero` in any language that writes it. */
const SPARE = 'zero';

/**
 * What is wrong with the words of two languages: a key that one of them lacks, a form of a plural that Welsh (six) or English (two) lacks,
 * another set of `{{places}}`, words that are not there, and words that are the same in both and not among those that may be: `alike` lists
 * them as `room:key`, and what is listed for nothing is a fault too.
 */
export function faultsOfWords(english: Words, welsh: Words, alike: readonly string[]): string[] {
  const [en, cy] = [flat(english), flat(welsh)];
  const plurals = pluralsOf(en, cy);
  const keys = new Set([...en.keys(), ...cy.keys()].map((key) => (plurals.has(key.replace(FORM, '')) ? key.replace(FORM, '') : key)));
  const same = [...en].filter(([key, text]) => cy.get(key) === text).map(([key]) => key);
  return [
    ...[...keys].flatMap((key) => [...lacking(key, en, 'en', plurals.has(key)), ...lacking(key, cy, 'cy', plurals.has(key))]),
    ...[...en, ...cy].filter(([, text]) => text.trim() === '').map(([key]) => `${key}: no words`),
    ...[...keys].filter((key) => places(key, en) !== places(key, cy)).map((key) => `${key}: other places to fill in`),
    ...same.filter((key) => !alike.includes(key)).map((key) => `${key}: the same in both languages`),
    ...alike.filter((key) => !same.includes(key)).map((key) => `${key}: listed as alike, and is not`),
  ];
}

function lacking(key: string, words: Map<string, string>, language: keyof typeof FORMS, isPlural: boolean): string[] {
  const wanted = isPlural ? FORMS[language].map((form) => `${key}_${form}`) : [key];
  const spare = isPlural && language === 'en' ? [`${key}_${SPARE}`] : [];
  const written = isPlural ? [key, ...FORMS.cy.map((form) => `${key}_${form}`)].filter((each) => words.has(each)) : [];
  return [
    ...wanted.filter((each) => !words.has(each)).map((each) => `${each}: missing in ${language}`),
    ...written.filter((each) => !wanted.includes(each) && !spare.includes(each)).map((each) => `${each}: is no form of ${language}`),
  ];
}

/** What is counted: it has a form `other`, and one more or a count in it. A code that happens to end so is none. */
function pluralsOf(...languages: Map<string, string>[]): Set<string> {
  const all = new Map(languages.flatMap((words) => [...words]));
  const bases = [...all.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(FORM, ''));
  return new Set(bases.filter((base) => all.has(`${base}_one`) || all.get(`${base}_other`)?.includes('{{count}}')));
}

/** Which places a sentence has, whatever its form: a form may leave its count out. */
function places(key: string, words: Map<string, string>): string {
  const texts = [key, ...FORMS.cy.map((form) => `${key}_${form}`)].flatMap((each) => words.get(each) ?? []);
  return [...new Set(texts.flatMap((text) => text.match(/\{\{\s*[\w.]+\s*\}\}/gu) ?? []))].sort().join();
}

/** `room:key.within`, as the desk asks for them. */
function flat(words: Words): Map<string, string> {
  const all = new Map<string, string>();
  const walk = (within: Words, path: readonly string[]): void => {
    for (const [key, value] of Object.entries(within)) {
      if (typeof value !== 'string') walk(value, [...path, key]);
      else all.set(`${path[0] ?? ''}:${[...path.slice(1), key].join('.')}`, value);
    }
  };
  walk(words, []);
  return all;
}
