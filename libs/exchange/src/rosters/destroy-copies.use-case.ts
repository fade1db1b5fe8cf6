import type { GivenUpCopies, ObjectKeys } from '../ports/index.js';

const TOGETHER = 500;

/**
 * Destroys the keys under which given-up copies lie: from then on they are unreadable in the hub's database and in every backup of it. That they
 * are given up was written with the roster that says so, and its record; what is broken off between the two is gone on with by whoever comes next.
 * So it is with files that were uploaded and never sent, whose rows have gone before.
 */
export class DestroyCopies {
  constructor(private readonly deps: { givenUp: GivenUpCopies; keys: Pick<ObjectKeys, 'destroy'> }) {}

  /** How many there were. */
  async carryOut(): Promise<number> {
    const { givenUp, keys } = this.deps;
    let all = 0;
    for (;;) {
      const objects = await givenUp.list(TOGETHER);
      await keys.destroy(objects);
      await givenUp.settle(objects);
      all += objects.length;
      if (objects.length < TOGETHER) return all;
    }
  }
}
