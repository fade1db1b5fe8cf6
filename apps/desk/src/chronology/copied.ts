import Papa from 'papaparse';

/** Papa's own looks at cells of one line only: what begins so is run also where more lines follow. */
const RUN = /^[=+\-@\t\r\n]/u;

/** A table that goes to a file: with a mark by which a spreadsheet knows its letters, rows as its format has them, and no cell that would be run as a formula. */
export function csvOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${Papa.unparse({ fields: [...head], data: rows.map((row) => [...row]) }, { newline: '\r\n', escapeFormulae: RUN, quotes: true })}`;
}

/** The same for a word processor: one line a row, cells between tabs. */
export function tabbedOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows].map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/gu, ' ')).join('\t')).join('\n');
}
