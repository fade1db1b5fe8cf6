import { parseArgs } from 'node:util';
import { PARTS, type Part } from './measure-column.js';

export type BenchArguments =
  | { command: 'measure'; out: string; fsyncDelayUs: number; fsyncCounter: string | null; quick: boolean; parts: Part[]; patience: number }
  | { command: 'report'; asIs: string; slow: string | null; json: string | null; document: boolean; quick: boolean };

/** What tools/services/bench.mjs asks of this program. */
export function readArguments(args: readonly string[]): BenchArguments {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { out: text, delay: text, counter: text, only: text, patience: text, 'as-is': text, slow: text, json: text, document: flag, quick: flag },
  });
  if (positionals[0] === 'report' && values['as-is'] !== undefined) return { command: 'report', asIs: values['as-is'], slow: values.slow ?? null, json: values.json ?? null, document: values.document, quick: values.quick };
  if (positionals[0] !== 'measure' || values.out === undefined) throw new Error('the benchmark is started by npm run bench');
  const wanted = values.only?.split(',') ?? PARTS;
  return {
    command: 'measure', out: values.out, fsyncDelayUs: Number(values.delay ?? 0), fsyncCounter: values.counter ?? null, quick: values.quick,
    parts: PARTS.filter((part) => wanted.includes(part)), patience: Number(values.patience ?? 270),
  };
}
