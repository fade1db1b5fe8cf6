import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { COLUMN_NAMES, type Figures } from './figures.js';
import { asMarkdown, tablesOf } from './tables.js';

const DOCUMENT = resolve(import.meta.dirname, '../../../../docs/performance.md');
const BEGIN = '<!-- figures: written by npm run bench -- --document -->';
const END = '<!-- end of figures -->';

/** Puts the figures between the document's markers; what people wrote around them stays. */
export async function writeDocument(figures: Figures): Promise<void> {
  const text = await readFile(DOCUMENT, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('docs/performance.md has lost the markers between which the figures go');
  await writeFile(DOCUMENT, `${text.slice(0, begin + BEGIN.length)}\n\n${sectionOf(figures)}\n\n${text.slice(end)}`);
}

function sectionOf(figures: Figures): string {
  return [...preambleOf(figures), ...tablesOf(figures).map(asMarkdown)].join('\n\n');
}

/** Where and when the figures were taken, and what is missing from them. */
export function preambleOf({ takenAt, quick, seconds, columns: { asIs, slow } }: Figures): string[] {
  const { processor, cores, memoryGb, system, node, postgres, queues, loadBefore } = asIs.machine;
  const failures = [asIs, slow].flatMap((column) => column?.failures ?? []);
  return [
    ...(quick ? ['**A quick run, which shows that the harness works. Its figures mean nothing.**'] : []),
    `Taken ${takenAt} in ${seconds} s on ${cores} cores (${processor}), ${memoryGb} GiB, ${system}; Node ${node}, Postgres ${postgres} as npm ships it, queues on ${queues}. `
    + `Load average before: ${loadBefore}${slow === null ? '' : ` and ${slow.machine.loadBefore}`}. One fsync of 8 kB on this disk: ${asIs.diskFsyncUs} us (${COLUMN_NAMES.asIs}).`,
    ...(slow === null ? ['No C compiler was at hand: the column with slowed fsync is missing, and fsyncs were not counted.'] : []),
    ...(failures.length === 0 ? [] : [`Failed: ${failures.join('; ')}.`]),
  ];
}
