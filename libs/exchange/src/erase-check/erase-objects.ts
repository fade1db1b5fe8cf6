import { composeRecord } from '../compose-record.js';
import type { Clock, ErasureStore, ObjectKeys, Randomness } from '../ports/index.js';

export interface EraseObjectsDeps {
  clock: Clock;
  randomness: Randomness;
  erasures: ErasureStore;
  keys: ObjectKeys;
}

/**
 * Destroys the keys of what was sealed in a check, and says before it does. The record comes first: a check that was erased without a
 * word would look like a loss. It does not say how many objects there were, which would tell each agency asked how many others were.
 * That it is erased stands on each message last: no view may say so of what can still be read. Whatever broke off is finished by repeating it.
 */
export async function eraseObjects({ clock, randomness, erasures, keys }: EraseObjectsDeps, check: string, parties: readonly string[]): Promise<number> {
  const objects = await erasures.objectsOf(check);
  const at = await clock.now();
  await erasures.record(composeRecord('check.erased.v1', { check }, { at, randomness, parties }));
  await keys.destroy(objects);
  await erasures.note(objects, at);
  return objects.length;
}
