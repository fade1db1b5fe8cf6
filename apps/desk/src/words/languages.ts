export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];

const NAME = 'lng';
const OLDER_NAME = 'lang';

/** As asked for in the address (`lng`, or `lang` as older services have it), or as chosen before; English else. */
export function languageOf(search: string, cookie: string): Language {
  const asked = new URLSearchParams(search);
  const kept = cookie.split('; ').find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
  return [asked.get(NAME), asked.get(OLDER_NAME), kept].find(isLanguage) ?? 'en';
}

/** The choice as a cookie that tells nothing else. */
export function cookieOf(language: Language): string {
  return `${NAME}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

/** The query of an address that asks for this language and keeps whatever else it asked for. */
export function searchIn(language: Language, search: string): string {
  const asked = new URLSearchParams(withoutLanguage(search));
  asked.set(NAME, language);
  return `?${asked.toString()}`;
}

/** The query without its language, which the cookie says from then on. */
export function withoutLanguage(search: string): string {
  const asked = new URLSearchParams(search);
  asked.delete(NAME);
  asked.delete(OLDER_NAME);
  return asked.size === 0 ? '' : `?${asked.toString()}`;
}

function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.includes(value as Language);
}
