import type { RefusalCode } from './words/refusals.js';

/** What the process ends with. Said in `--help`. */
export const EXIT = { done: 0, failed: 1, usage: 2, refused: 3, shares: 4, exists: 5, order: 6 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Where the fault is: a file, a field of it (JSON pointer), or a word that says more. Never a value that might be a secret. */
export interface Place { file?: string; field?: string; about?: string }

/** Something was not done, and the person at the keyboard can mend it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly code: RefusalCode, readonly place: Place = {}) {
    super(code);
  }
}
