import type { VersionMarks } from '@lateral/envelope/keys';

const NAME = 'lateral.marks';
/** Stands for marks that cannot be read: the worker refuses it by name. */
const SPOILT = 'spoilt';
type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Public version marks, by which this device notices that it is shown an older directory or log: the one thing that is kept on it. null where it has
 * seen none yet. What was spoilt is given on as it is, to be refused: beginning again quietly is what somebody who rolls back would like.
 * `text`: as they stand there.
 */
export function storedMarks(storage: Pick<Storage, 'getItem'>): { marks: unknown; text: string | null } {
  const text = storage.getItem(NAME);
  return { marks: text === null ? null : read(text), text };
}

/** Whether they were kept: not over what another window has written since `was` stood there, for that may have seen more. */
export function keepMarks(marks: VersionMarks, was: string | null, storage: Kept): boolean {
  if (storage.getItem(NAME) !== was) return false;
  storage.setItem(NAME, textOf(marks));
  return true;
}

/** How marks stand on a device. */
export function textOf(marks: VersionMarks): string {
  return JSON.stringify(marks);
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) ?? SPOILT;
  } catch {
    return SPOILT;
  }
}
