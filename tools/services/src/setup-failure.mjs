// @ts-check

/**
 * Something the machine lacks. It reads as one sentence: what is missing, and the command that mends it.
 * Entry programs print only that sentence; anything else that is thrown is a fault of ours and keeps its stack.
 */
export class SetupFailure extends Error {
  /**
   * @param {string} missing what is missing, without a full stop
   * @param {string} mend the command or act that mends it
   */
  constructor(missing, mend) {
    super(`${missing}; mend it with: ${mend}`);
    this.name = 'SetupFailure';
    this.missing = missing;
    this.mend = mend;
  }
}

/**
 * What is shown of a failure: the sentence when it is one of set-up, the stack otherwise.
 * @param {unknown} failure
 * @returns {string}
 */
export function sentenceOf(failure) {
  if (failure instanceof SetupFailure) return failure.message;
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}

/**
 * Ends an entry program on a failure.
 * @param {unknown} failure
 * @returns {never}
 */
export function endWith(failure) {
  process.stderr.write(`${sentenceOf(failure)}\n`);
  process.exit(1);
}
