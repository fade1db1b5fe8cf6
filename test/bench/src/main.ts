import { readFile, writeFile } from 'node:fs/promises';
import { systemNow } from '@lateral/platform';
import { readArguments, type BenchArguments } from './arguments.js';
import { measureColumn, type Column } from './measure-column.js';
import { judge } from './report/bars.js';
import { preambleOf, writeDocument } from './report/document.js';
import type { Figures } from './report/figures.js';
import { asText, tablesOf } from './report/tables.js';
import { FULL, QUICK } from './run-options.js';

const say = (line: string): void => { process.stdout.write(`${line}\n`); };

const wanted = readArguments(process.argv.slice(2));
if (wanted.command === 'measure') await measure(wanted);
else await report(wanted);

async function measure({ out, quick, ...options }: Extract<BenchArguments, { command: 'measure' }>): Promise<void> {
  await measureColumn({ ...options, amounts: quick ? QUICK : FULL, say, save: (column) => writeFile(out, JSON.stringify(column)) });
}

async function report({ asIs, slow, json, document, quick }: Extract<BenchArguments, { command: 'report' }>): Promise<void> {
  const columns = { asIs: await columnIn(asIs), slow: slow === null ? null : await columnIn(slow) };
  const figures: Figures = { takenAt: systemNow().toISOString(), quick, seconds: columns.asIs.seconds + (columns.slow?.seconds ?? 0), columns, bars: judge(columns) };
  if (json !== null) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
  if (document) await writeDocument(figures);
  say([...preambleOf(figures), ...tablesOf(figures).map(asText)].join('\n\n'));
  if ([columns.asIs, columns.slow].some((column) => (column?.failures.length ?? 0) > 0)) process.exitCode = 1;
}

async function columnIn(file: string): Promise<Column> {
  return JSON.parse(await readFile(file, 'utf8')) as Column;
}
