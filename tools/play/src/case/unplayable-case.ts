/** A case file that cannot be played: which file, the place in it that is wrong (as a path, `requests/0/posted_at`), and why. */
export class UnplayableCase extends Error {
  constructor(readonly file: string, readonly field: string, reason: string) {
    super(`The case file ${file} cannot be played: ${field} ${reason}.`);
  }
}

/** One thing that is wrong in a case: where, and what, as the rest of a sentence. */
export interface CaseFault {
  field: string;
  reason: string;
}
