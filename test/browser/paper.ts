import { execFileSync, spawnSync } from 'node:child_process';

/** Whether poppler-utils are here, by which what is printed is read. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** The words on each page of a PDF. */
export function pagesOf(pdf: Buffer): string[] {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: pdf }).split('\f').slice(0, -1);
}

/** What a PDF says of itself: `Tagged`, `Pages`, `Page size` and more. */
export function saidOf(pdf: Buffer): Record<string, string> {
  const lines = execFileSync('pdfinfo', ['-'], { encoding: 'utf8', input: pdf }).split('\n').filter((line) => line.includes(':'));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
}
