import type { PlayedCase } from './lane.js';

const COLUMNS = [30, 10, 10, 6, 6] as const;

/** The first lines of the table of played cases. */
export function heading(): string {
  return `${row(['case', 'requests', 'answers', 'due', 's'])}verdicts\n${'-'.repeat(COLUMNS.reduce((sum, width) => sum + width, 0) + 20)}`;
}

/** A case as a line of the table, and a line more for everything that differs. */
export function lineOf(name: string, { report: { requests, ok }, differences, seconds }: PlayedCase): string {
  const due = requests.filter(({ dueAt }) => dueAt !== null).length;
  const answers = requests.filter(({ response }) => response !== null).length;
  const faults = [...(ok ? [] : ['its evidence is not proven, or a request did not come to an end']), ...differences];
  const said = faults.length === 0 ? 'as expected' : `${faults.length} ${faults.length === 1 ? 'difference' : 'differences'}`;
  return [`${row([name, String(requests.length), String(answers), String(due), seconds.toFixed(1)])}${said}`, ...faults.map((fault) => `    ${fault}`)].join('\n');
}

/** A case that could not be played to its end. */
export function failedLine(name: string, failure: unknown): string {
  return `${row([name, '-', '-', '-', '-'])}FAILED\n    ${failure instanceof Error ? failure.message : String(failure)}`;
}

function row(cells: readonly string[]): string {
  return cells.map((cell, i) => cell.padEnd(COLUMNS[i] ?? 0)).join('');
}
