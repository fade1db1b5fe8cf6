/** Languages in which the tool speaks. Sheets of paper are always in both. */
export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Phrase = Record<Language, string>;

/** A phrase with its `{gaps}` filled in. What comes out of a file may not steer a terminal. */
export function say(phrase: Phrase, language: Language, values: Record<string, string | number> = {}): string {
  return phrase[language].replace(/\{(\w+)\}/g, (gap, name: string) => (Object.hasOwn(values, name) ? printable(String(values[name])) : gap));
}

/** Letters, digits, marks and spaces; anything else, such as a terminal's control characters, as `?`. */
export function printable(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '?').slice(0, 400);
}
