import { parseArgs } from 'node:util';
import { Refusal } from './refusal.js';
import { LANGUAGES, type Language } from './words/language.js';

const OPTIONS = {
  'help': { type: 'boolean', default: false }, 'lang': { type: 'string', default: 'en' }, 'mode': { type: 'string' }, 'out': { type: 'string' }, 'dir': { type: 'string' }, 'sheets': { type: 'string' },
  'request': { type: 'string' }, 'fingerprint': { type: 'string' }, 'replace-key': { type: 'boolean', default: false }, 'share': { type: 'string', multiple: true, default: [] as string[] }, 'part': { type: 'string', multiple: true, default: [] as string[] },
  'vouch': { type: 'string', multiple: true, default: [] as string[] }, 'log': { type: 'string' }, 'key-log': { type: 'string' }, 'days': { type: 'string' }, 'reason': { type: 'string' }, 'old-root': { type: 'string' },
  'old-share': { type: 'string', multiple: true, default: [] as string[] }, 'details': { type: 'string' }, 'after': { type: 'string' }, 'kit': { type: 'string' }, 'root': { type: 'string' },
} as const;

type Option = keyof typeof OPTIONS;
export interface Given { words: string[]; values: ReturnType<typeof parse>['values'] }

const parse = (argv: readonly string[]) => parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });

/** The command line taken apart. Throws a Refusal `usage` on an option that is not known. */
export function readArguments(argv: readonly string[]): Given {
  try {
    const { values, positionals } = parse(argv);
    return { words: positionals, values };
  } catch {
    throw new Refusal('usage', { about: argv.find((word) => word.startsWith('--') && !Object.hasOwn(OPTIONS, word.slice(2).replace(/=[^]*$/, ''))) ?? '' });
  }
}

/** Refuses options that belong to another command, which would be passed over in silence. */
export function assertOnly({ values }: Given, allowed: readonly Option[]): void {
  const isSet = (value: unknown): boolean => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
  const stray = (Object.keys(values) as Option[]).find((name) => !['help', 'lang', ...allowed].includes(name) && isSet(values[name]));
  if (stray !== undefined) throw new Refusal('usage', { about: `--${stray}` });
}

/** The value of an option that is needed. */
export function needed<T>(value: T | undefined | null, about: string): T {
  if (value === undefined || value === null) throw new Refusal('usage', { about });
  return value;
}

/** A value out of a short list. */
export function among<const T extends string>(value: string | undefined, options: readonly T[], about: string): T {
  return needed(options.find((option) => option === value), `${about} ${options.join('|')}`);
}

/** Days that a file stands, 1 to `most`; `usual` where nothing is said. */
export function daysFrom(value: string | undefined, { usual, most }: { usual: number; most: number }): number {
  const days = value === undefined ? usual : Number(value);
  if (!/^\d{1,3}$/.test(value ?? '1') || days < 1 || days > most) throw new Refusal('usage', { about: `--days 1..${most}` });
  return days;
}

/** The language wished for, found without judging the rest: a refusal is said in it too. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const wished = at < 0 ? 'en' : (argv[at]!.split('=')[1] ?? argv[at + 1]);
  return LANGUAGES.find((language) => language === wished) ?? 'en';
}
