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

/** The form of a text that goes with a number: Welsh has six. */
export function counted(texts: object, key: string, count: number, language: Language): string {
  const forms = texts as Readonly<Record<string, string | undefined>>;
  return filled(forms[`${key}_${new Intl.PluralRules(language).select(count)}`] ?? forms[`${key}_other`] ?? '', { count });
}

/** A text whatever its values are. */
export function like(text: string): RegExp {
  return new RegExp(text.split(/\{\{\w+\}\}/u).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('.*'), 'u');
}

/** A text in any of its forms, whatever the number is. */
export function anyCount(texts: object, key: string): RegExp {
  const forms = Object.entries(texts as Readonly<Record<string, unknown>>).flatMap(([name, text]) => (name.startsWith(`${key}_`) && typeof text === 'string' ? [like(text).source] : []));
  return new RegExp(forms.map((form) => `(?:${form})`).join('|'), 'u');
}
