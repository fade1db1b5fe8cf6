import type { Line } from './lines.js';

const BIRTH_LABEL = /(?<!\p{L})(?:birth|dob|geni)(?!\p{L})/u;

/** Which lines begin an entry: places in `lines`. The first line that says something always does. */
export function startsOf(lines: readonly Line[]): number[] {
  const said = lines.flatMap((line, at) => (line.says ? [at] : []));
  const first = said[0];
  if (first === undefined) return [];
  return [...new Set([first, ...begin(lines, said)])].sort((a, b) => a - b);
}

function begin(lines: readonly Line[], said: readonly number[]): number[] {
  const record = recordLabel(lines, said);
  if (record !== null) return withTitles(lines, said.filter((at) => lines[at]!.label === record));
  const heads = said.filter((at) => lines[at]!.head !== null);
  const marked = heads.filter((at) => lines[at]!.mark !== null);
  const marks = said.filter((at) => lines[at]!.mark !== null);
  if (heads.length > 0 && marked.length * 2 < heads.length) return [...heads, ...paragraphsBetween(lines, said)];
  if (marks.length > 1 || marked.length > 0) return listed(lines, said, marks);
  const paragraphs = said.filter((at) => isAfterBlank(lines, at));
  if (paragraphs.length > 0) return paragraphs;
  // One paragraph a line, as a word processor hands them over; wrapped lines end anywhere.
  return said.every((at) => /[.!?]["”’')]*$/u.test(lines[at]!.text)) ? [...said] : [];
}

/**
 * The label that begins each record of a case system's form: the topmost of the labelled lines about the first date that is there as
 * often as the date is. Null where there is no such form.
 */
function recordLabel(lines: readonly Line[], said: readonly number[]): string | null {
  const times = (label: string): number => said.filter((at) => lines[at]!.label === label).length;
  const dated = said.find((at) => isDated(lines[at]!));
  if (dated === undefined) return null;
  const count = times(lines[dated]!.label!);
  if (count < 2 && said.some((at) => at !== dated && lines[at]!.head !== null)) return null;
  if (count < 2 && said.filter((at) => lines[at]!.mark !== null).length > 1) return null;
  let top = dated;
  for (const at of said.filter((each) => each < dated).reverse()) {
    if (lines[at]!.label === null) break;
    if (times(lines[at]!.label!) === count) top = at;
  }
  return lines[top]!.label;
}

/** Where every record has a line without a label above its first label, that line is its title ("Incident 12345"). */
function withTitles(lines: readonly Line[], records: readonly number[]): number[] {
  const isTitled = (at: number): boolean => at > 0 && lines[at - 1]!.says && lines[at - 1]!.label === null && (at === 1 || !lines[at - 2]!.says);
  return records.length > 1 && records.every(isTitled) ? records.map((at) => at - 1) : [...records];
}

const isDated = ({ label, head }: Line): boolean => label !== null && head !== null && !BIRTH_LABEL.test(label);

/** Entries of a list: its outermost marks, dates without a mark, and what stands apart from it. */
function listed(lines: readonly Line[], said: readonly number[], marks: readonly number[]): number[] {
  const outermost = Math.min(...marks.map((at) => lines[at]!.indent));
  return said.filter((at) => {
    const { mark, head, indent } = lines[at]!;
    if (mark !== null) return indent <= outermost + 1;
    return head !== null || (indent <= outermost && (isAfterBlank(lines, at) || isTitleOfList(lines, at)));
  });
}

/** "Health" between the bullets of the police and those of health. */
function isTitleOfList(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!;
  const below = lines.slice(at + 1).find(({ says }) => says);
  return below !== undefined && below.mark !== null && /^\p{Lu}/u.test(text) && text.split(/\s+/u).length <= 4 && !/[.!?,;]$/u.test(text);
}

/** Between dated entries a paragraph stands for itself, unless it is a labelled part of the entry above or all that entry says. */
function paragraphsBetween(lines: readonly Line[], said: readonly number[]): number[] {
  return said.filter((at, nth) => {
    const { head, label, mark } = lines[at]!;
    if (nth === 0 || head !== null || label !== null || mark !== null || !isAfterBlank(lines, at)) return false;
    const above = lines[said[nth - 1]!]!;
    const isOnlyHead = above.head !== null && !/[.!?]["”’')]*$/u.test(above.text) && above.text.length < 80;
    return !isOnlyHead;
  });
}

const isAfterBlank = (lines: readonly Line[], at: number): boolean => at > 0 && !lines[at - 1]!.says;
