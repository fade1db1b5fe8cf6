import type { Language } from '../../apps/desk/src/words/languages.js';
import { cy } from '../../apps/desk/src/words/cy/index.js';
import { en } from '../../apps/desk/src/words/en/index.js';

/** What pages say, in the language of whoever is in front of them: keys are the same in both. */
export type Words = typeof en;

export function wordsIn(language: Language): Words {
  return language === 'en' ? en : (cy as unknown as Words);
}

/** A text with its values put in. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? ''));
}

/** A text whatever its values are. */
export function like(text: string): RegExp {
  return new RegExp(text.split(/\{\{\w+\}\}/u).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('.*'), 'u');
}
