import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from './words.js';

export interface Arguments {
  file: string;
  /** Fingerprint in upper-case hex, or null where none was given. */
  root: string | null;
  language: Language;
}

export const USAGE = 'npm run verify -- FILE --root FINGERPRINT [--lang en|cy]';

/** Reads the command line. Null where it makes no sense; a fingerprint may be written in groups, as it is printed on paper. */
export function readArguments(argv: readonly string[]): Arguments | null {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: { root: { type: 'string' }, lang: { type: 'string', default: 'en' } } });
    const root = values.root?.replace(/\s/g, '').toUpperCase() ?? null;
    const language = LANGUAGES.find((known) => known === values.lang);
    const [file] = positionals;
    if (positionals.length !== 1 || file === undefined || language === undefined) return null;
    return root === null || /^[0-9A-F]{40}$/.test(root) ? { file, root, language } : null;
  } catch {
    return null;
  }
}
