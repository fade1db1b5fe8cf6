/**
 * Who is named in an item and is nobody of the check. What looks like a given and a family name, or a title with a name; one name alone
 * tells nobody apart and is let be. It errs to asking: the writer says with one press that it is no person.
 */
const NAME = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{Lu}?[\p{L}\p{M}]+)*`;
const TITLED = new RegExp(String.raw`(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Bnr|Ms\.|Mr\.|Mrs\.)\s+(${NAME}(?:\s${NAME})?)`, 'gu');
const FULL = new RegExp(String.raw`(?<![\p{L}'’-])${NAME}(?:[ ]${NAME}){1,2}(?![\p{L}'’-])`, 'gu');
/** Words of institutions, places, ranks and calendars: where one of them stands in it, it is no person's name. */
const OF_NO_PERSON = new Set((
  'police heddlu service services gwasanaeth hospital ysbyty school ysgol primary secondary college coleg university prifysgol academy council cyngor county borough health iechyd nhs board bwrdd trust team tîm unit department adran emergency '
  + 'court llys prison carchar centre canolfan center clinic surgery meddygfa practice nursery meithrin road street row avenue close drive lane terrace crescent place gardens way stryd heol ffordd lôn rhodfa teras maes house court park north south east west '
  + 'mid de gogledd wales cymru england lloegr welsh social care protection public safeguarding plan register order section act child children family youth justice probation housing women aid barnardo’s cafcass niche pnd pnc dash marac mappa mash '
  + 'january february march april may june july august september october november december ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr monday tuesday wednesday thursday friday saturday sunday llun mawrth mercher iau gwener sadwrn sul '
  + 'pc dc ds di sgt sergeant constable inspector dr doctor nurse nyrs officer swyddog social worker gweithiwr midwife bydwraig teacher athro athrawes christmas easter nadolig pasg'
).split(' '));
const AT_A_PLACE = /(?:^|[\s(])(?:in|at|near|yn|ym|yng)\s$/iu;
const STARTS_A_SENTENCE = /(?:^|[.!?:;]\s+|\n\s*|["“‘(]\s*)$/u;
/** A word that only begins a sentence: a verb, an article, a role. */
const OPENING = /(?:ed|ing|ly|wyd|odd)$|^(?:the|a|an|his|her|their|our|mother|father|mum|dad|child|parent|partner|brother|sister|son|daughter|neighbour|both|when|after|before|on|in|at|and|but|no|not|seen|given|told|said|police|mam|tad|y|yr|ei|eu|plentyn|rhiant|partner|brawd|chwaer|mab|merch|cymydog|pan|ar|ar ôl|cyn|nid|dim|roedd|mae|oedd|bu|daeth|aeth)$/iu;

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/gu, "'").replace(/'s$/iu, '').toLocaleLowerCase('en');

/** `known`: names and aliases of everybody of the check; `dismissed`: what was said to be no person. Each name once, as first written. */
export function peopleOutside(text: string, known: readonly string[], dismissed: readonly string[]): string[] {
  const knownWords = new Set(known.flatMap((name) => name.split(/[\s-]+/u)).map(fold));
  const passed = new Set(dismissed.map(fold));
  const found = [...titled(text), ...full(text)].filter((name) => !isKnown(name, knownWords) && !isNoPerson(name));
  const once = new Map(found.map((name) => [fold(name), name] as const));
  return [...once].filter(([folded]) => !passed.has(folded) && ![...once.keys()].some((other) => other !== folded && other.includes(folded))).map(([, name]) => name);
}

function titled(text: string): string[] {
  return [...text.matchAll(TITLED)].flatMap(([whole, name]) => (name === undefined ? [] : [whole.replace(/['’]s$/u, '')]));
}

function full(text: string): string[] {
  return [...text.matchAll(FULL)].flatMap(({ 0: whole, index }) => {
    const before = text.slice(0, index);
    if (AT_A_PLACE.test(before)) return [];
    const words = whole.replace(/['’]s$/u, '').split(' ');
    const own = STARTS_A_SENTENCE.test(before) && OPENING.test(words[0] ?? '') ? words.slice(1) : words;
    return own.length < 2 || /^(?:Mr|Mrs|Ms|Miss|Mx|Bnr)$/u.test(own[0] ?? '') ? [] : [own.join(' ')];
  });
}

function isKnown(name: string, knownWords: ReadonlySet<string>): boolean {
  return wordsOf(name).every((word) => knownWords.has(word));
}

function isNoPerson(name: string): boolean {
  return wordsOf(name).some((word) => OF_NO_PERSON.has(word)) || /^[\p{Lu}\s]+$/u.test(name);
}

function wordsOf(name: string): string[] {
  return name.replace(/^(?:Mr|Mrs|Ms|Miss|Mx|Bnr)\.?\s+/u, '').split(/[\s-]+/u).map(fold);
}
