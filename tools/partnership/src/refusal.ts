import type { Place, RefusalCode } from './words/refusals.js';

/** Something was not done, and the person at the keyboard can mend it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly code: RefusalCode, readonly place: Place = {}) {
    super(code);
  }
}
