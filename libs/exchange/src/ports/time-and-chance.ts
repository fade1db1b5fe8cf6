/** The time of an act, read once per act or sweep and passed on. In production it is the database's. */
export interface Clock {
  now(): Promise<Date>;
}

/** Randomness as an argument, so that a test can repeat a run. */
export interface Randomness {
  bytes(length: number): Uint8Array;
}
