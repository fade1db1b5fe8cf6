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
 * Ends an entry program on a failure, with the sentence when it is one of set-up.
 * @param {unknown} failure
 * @returns {never}
 */
export function endWith(failure) {
  process.stderr.write(failure instanceof SetupFailure ? `${failure.message}\n` : `${failure instanceof Error ? failure.stack : String(failure)}\n`);
  process.exit(1);
}
