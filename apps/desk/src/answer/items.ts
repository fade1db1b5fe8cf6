import type { ItemNature } from '@lateral/domain/justification';
import type { NamedSystem, QuestionPack } from '@lateral/domain/packs';
import { itemsOf } from '@lateral/domain/pasted';
import type { RequestBody } from '@lateral/envelope/words';
import type { Language } from '../words/languages.js';
import { emptyItem, type AnswerDraft, type ItemDraft } from './answer-draft.js';
import { answerWords } from './answer-words.js';

/** What an item is sorted by: the question's people, the categories that it asks for, the systems that were searched. */
export interface Sorting { people: RequestBody['people']; categories: readonly string[]; packs: readonly QuestionPack[]; systems: readonly NamedSystem[]; language: Language; /** `YYYY-MM-DD`. */ today: string }

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');
const wordsIn = (text: string): Set<string> => new Set(fold(text).match(/[\p{L}\d]+/gu) ?? []);
const SHORT = 4;
const STEM = 6;
/** How words begin: "weapon" and "weapons", "call" and "called" are the same question. */
const stemsIn = (text: string, least: number): Set<string> => new Set([...wordsIn(text)].filter((word) => word.length >= least).map((word) => word.replace(/(?:ings?|ed|es|s)$/u, '').slice(0, STEM)));

/** A paste as items, each with what it seems to be; somebody confirms every one. Lines that only name what follows are left out. */
export function itemsFromPaste(paste: string, before: readonly ItemDraft[], sorting: Sorting): ItemDraft[] {
  return itemsOf(paste, sorting.today).filter(({ heading }) => !heading).reduce<ItemDraft[]>((items, { text, eventDate }) => [...items, {
    ...newItem(items, sorting), text, eventDate, ...presetsOf(text, sorting), confirmed: false,
  }], [...before]);
}

/** An empty item to be typed. */
export function newItem(items: readonly ItemDraft[], sorting: Sorting): ItemDraft {
  const [person] = sorting.people;
  const category = sorting.categories[0] ?? null;
  return { ...emptyItem(nextId(items), { about: person?.id ?? 'other', category }), relevance: relevanceOf(category, sorting), source: onlySystem(sorting), confirmed: true };
}

function presetsOf(text: string, sorting: Sorting): Pick<ItemDraft, 'about' | 'category' | 'nature' | 'source' | 'relevance'> {
  const category = categoryOf(text, sorting);
  return { about: aboutOf(text, sorting.people), category, nature: natureOf(text), source: sourceOf(text, sorting), relevance: relevanceOf(category, sorting) };
}

/** The one person who is named, else the first whom the question is about. */
export function aboutOf(text: string, people: RequestBody['people']): string {
  const words = wordsIn(text);
  const named = people.filter(({ name, aliases = [] }) => [name, ...aliases.map((alias) => alias.name)].some((each) => words.has(fold(each.split(/\s+/u)[0] ?? ''))));
  return (named.length === 1 ? named[0]! : people[0])?.id ?? 'other';
}

/** The category of the question with most of its words in the text; the first where none has any. */
export function categoryOf(text: string, { categories, packs }: Pick<Sorting, 'categories' | 'packs'>): string | null {
  const words = stemsIn(text, SHORT);
  const scored = categories.map((code) => {
    const { name, prompt } = packs.flatMap((pack) => pack.categories).find((each) => each.code === code) ?? { name: { en: '', cy: '' }, prompt: { en: '', cy: '' } };
    const inBoth = (described: string, least: number): number => [...stemsIn(described, least)].filter((stem) => words.has(stem)).length;
    return { code, score: 3 * inBoth(`${name.en} ${name.cy}`, SHORT) + inBoth(`${prompt.en} ${prompt.cy}`, SHORT + 1) };
  });
  return scored.reduce<{ code: string; score: number } | null>((best, each) => (best === null || each.score > best.score ? each : best), null)?.code ?? null;
}

const NATURES: readonly (readonly [ItemNature, RegExp])[] = [
  ['intelligence', /(?<!\p{L})(?:intelligence|cudd-?wybodaeth|uncorroborated|untested source)(?!\p{L})/iu],
  ['allegation', /(?<!\p{L})(?:alleg(?:ed|edly|es|ation)|accused|honn?ir|honiad|honnodd)(?!\p{L})/iu],
  ['professional_opinion', /(?<!\p{L})(?:in my (?:view|opinion)|professional (?:view|opinion|judgement)|assessed as|impression|yn fy marn|barn broffesiynol)(?!\p{L})/iu],
  ['third_party_report', /(?<!\p{L})(?:neighbours?|anonymous|member of the public|reported by|third party|cymydog|cymdogion|yn ddienw)(?!\p{L})/iu],
];

/** How it seems to be known; a fact of the record where nothing says otherwise. Whoever confirms it has the word. */
export function natureOf(text: string): ItemNature {
  return NATURES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'fact';
}

function sourceOf(text: string, sorting: Sorting): string {
  const words = wordsIn(text);
  const named = sorting.systems.filter(({ name }) => [...wordsIn(name.en)].every((word) => words.has(word)));
  return named.length === 1 ? named[0]!.name[sorting.language] : onlySystem(sorting);
}

function onlySystem({ systems, language }: Sorting): string {
  return systems[0]?.name[language] ?? '';
}

/** Why it is needed, made of the question that it answers; the writer may say it better. */
export function relevanceOf(category: string | null, { packs, language }: Pick<Sorting, 'packs' | 'language'>): string {
  const name = packs.flatMap(({ categories }) => categories).find(({ code }) => code === category)?.name[language];
  return name === undefined ? '' : answerWords.answers[language].replace('{category}', name);
}

/** The item with another category, and its reason too where that was made of the one before. */
export function recategorised(item: ItemDraft, category: string, { packs, language }: Pick<Sorting, 'packs' | 'language'>): ItemDraft {
  const held = { packs, language: item.language ?? language };
  const isMade = item.relevance.trim() === '' || item.relevance === relevanceOf(item.category, held);
  return { ...item, category, relevance: isMade ? relevanceOf(category, held) : item.relevance };
}

/** The item held in another language (null: the answer's), and with it whatever the page wrote of it and nobody changed. */
export function inLanguage(item: ItemDraft, language: Language | null, sorting: Pick<Sorting, 'packs' | 'systems' | 'language'>): ItemDraft {
  const [before, after] = [item.language ?? sorting.language, language ?? sorting.language];
  const isMade = item.relevance === relevanceOf(item.category, { ...sorting, language: before });
  const system = sorting.systems.find(({ name }) => name[before] === item.source);
  return { ...item, language, relevance: isMade ? relevanceOf(item.category, { ...sorting, language: after }) : item.relevance, source: system?.name[after] ?? item.source };
}

/** An item and the one before it as one, which is to be looked at again. */
export function joined(items: readonly ItemDraft[], id: string): ItemDraft[] {
  const at = items.findIndex((item) => item.id === id);
  if (at < 1) return [...items];
  const [before, item] = [items[at - 1]!, items[at]!];
  const one = { ...before, text: `${before.text}\n${item.text}`, eventDate: before.eventDate ?? item.eventDate, notPeople: [...before.notPeople, ...item.notPeople], thirdParty: before.thirdParty ?? item.thirdParty, confirmed: false };
  return [...items.slice(0, at - 1), one, ...items.slice(at + 1)];
}

/** One place up or down; the same where there is no place. */
export function moved(items: readonly ItemDraft[], id: string, by: -1 | 1): ItemDraft[] {
  const at = items.findIndex((item) => item.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= items.length) return [...items];
  const all = [...items];
  [all[at], all[to]] = [all[to]!, all[at]!];
  return all;
}

/** The items of a draft with one of them changed; another text is to be looked at by whoever wrote it, who just did. */
export function withItem(draft: AnswerDraft, id: string, change: Partial<ItemDraft>): AnswerDraft {
  return { ...draft, items: draft.items.map((item) => (item.id === id ? { ...item, ...change } : item)) };
}

function nextId(items: readonly ItemDraft[]): string {
  return `i${Math.max(0, ...items.map(({ id }) => Number(id.slice(1)))) + 1}`;
}
