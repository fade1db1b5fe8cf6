import type { VersionMarks } from '@lateral/envelope/keys';

const NAME = 'lateral.marks';
/** Stands for marks that cannot be read: the worker refuses it by name. */
const SPOILT = 'spoilt';

/**
 * Public version marks, by which this device notices that it is shown an older directory or log: the one thing that is kept on it. null where it has
 * seen none yet. What was spoilt is given on as it is, to be refused: beginning again quietly is what somebody who rolls back would like.
 */
export function storedMarks(storage: Pick<Storage, 'getItem'>): unknown {
  const text = storage.getItem(NAME);
  if (text === null) return null;
  try {
    return JSON.parse(text) ?? SPOILT;
  } catch {
    return SPOILT;
  }
}

export function keepMarks(marks: VersionMarks, storage: Pick<Storage, 'setItem'>): void {
  storage.setItem(NAME, JSON.stringify(marks));
}
