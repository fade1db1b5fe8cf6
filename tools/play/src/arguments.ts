import { parseArgs } from 'node:util';

export interface PlayArguments {
  once: boolean;
  case: string | null;
  report: string | null;
}

/** What `npm start --` was given. A word that is not understood is named, with what is. */
export function readArguments(given: readonly string[]): { ok: true; value: PlayArguments } | { ok: false; sentence: string } {
  try {
    const { values } = parseArgs({ args: [...given], options: { once: { type: 'boolean', default: false }, case: { type: 'string' }, report: { type: 'string' } }, strict: true, allowPositionals: false });
    return { ok: true, value: { once: values.once, case: values.case ?? null, report: values.report ?? null } };
  } catch (cause) {
    const word = /'([^']+)'/.exec((cause as Error).message)?.[1] ?? 'that';
    return { ok: false, sentence: `${word} is not understood here; npm start takes: -- [--once] [--case FILE] [--report FILE]` };
  }
}
