import { isAbsolute, relative } from 'node:path';

/** Where one thing is wrong in a file that people write, and what. */
export interface FaultPlace {
  file: string;
  /** Counted from 1. */
  line: number;
  /** As `rows[3].inForce.E.from`; empty for the file as a whole. */
  field: string;
  says: string;
}

/** A file of config/ that cannot be used. Its message has one line for each fault: file, line, field and what is wrong. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
  readonly code = 'config-invalid';

  constructor(readonly faults: readonly FaultPlace[]) {
    super(faults.map(sentenceOf).join('\n'));
  }
}

function sentenceOf({ file, line, field, says }: FaultPlace): string {
  return `${file}:${line}${field === '' ? '' : ` ${field}`}: ${says}`;
}

/** A way into a parsed file: keys and indexes from its root. */
export type Pointer = readonly (string | number)[];

export function fieldAt(pointer: Pointer): string {
  return pointer.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

/** A file as a message names it: from the working folder where it lies below that, whole otherwise. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below.replaceAll('\\', '/');
}
