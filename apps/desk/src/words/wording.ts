import type { en } from './en/index.js';

/** The words of another language: the same rooms and keys. Plurals may have more forms (Welsh has six). */
export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> } & { [more: `${string}_${'zero' | 'two' | 'few' | 'many'}`]: string };
export type Wording = { [Room in keyof typeof en]: Translated<(typeof en)[Room]> };

declare module 'i18next' {
  interface CustomTypeOptions { defaultNS: 'frame'; resources: typeof en; returnNull: false }
}
