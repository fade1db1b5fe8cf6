export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];

const NAME = 'lng';
/** As asked for in the address (`lng`, or `lang` as older services have it), or as chosen before; English else. */
export function languageOf(search: string, cookie: string): Language {
  const asked = new URLSearchParams(search);
  const kept = cookie.split('; ').find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
  return [asked.get(NAME), asked.get('lang'), kept].find(isLanguage) ?? 'en';
}

/** The choice as a cookie that tells nothing else. */
export function cookieOf(language: Language): string {
  return `${NAME}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.includes(value as Language);
}
