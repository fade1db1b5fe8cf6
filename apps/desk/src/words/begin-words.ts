import i18next, { type BackendModule, type i18n, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { FIRST_WORDS } from './first-words.js';
import type { Language } from './languages.js';
import { keepLocale } from './locales.js';

/** A room's words come with the first page that says one of them. */
const ROOMS = import.meta.glob<Record<string, ResourceKey>>(['./en/*.ts', './cy/*.ts', '!./*/index.ts', '!./*/start.ts', '!./*/frame.ts', '!./*/problems.ts', '!./*/unlock.ts']);
const AT_ONCE = ['frame', 'problems', 'unlock'] as const;

async function read(language: Language, room: string): Promise<ResourceKey> {
  const { locale, ...start } = await FIRST_WORDS[language]();
  keepLocale(language, locale);
  const words = (start as Record<string, ResourceKey>)[room] ?? (await ROOMS[`./${language}/${fileOf(room)}.ts`]?.())?.[room];
  if (words === undefined) throw new Error(`no words for "${room}"`);
  return words;
}

/** `newCheck` is in `new-check.ts`. */
function fileOf(room: string): string {
  return room.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

const rooms: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, room, done) => { read(language as Language, room).then((words) => { done(null, words); }, (error: unknown) => { done(error as Error, false); }); },
};

/** Begins with one language's words. Another language's, and those of further rooms, come when they are asked for: a page waits for its own. */
export async function beginWords(language: Language): Promise<i18n> {
  await i18next.use(rooms).use(initReactI18next).init({ lng: language, fallbackLng: false, ns: AT_ONCE, defaultNS: 'frame', interpolation: { escapeValue: false } });
  return i18next;
}
