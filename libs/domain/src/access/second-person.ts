import type { ActRule } from './acts.js';

/** One who did a part of an act. `person` is one name for one person, in whichever agency they have a seat. */
export interface Doer {
  agency: string;
  person: string;
}

/** Whether `second` is the second person that the rule asks for beside `first`: somebody else, and sitting where it says. Never, where it asks for none. */
export function isSecondPerson({ twoPersons }: Pick<ActRule, 'twoPersons'>, first: Doer, second: Doer): boolean {
  if (twoPersons === null || first.person === second.person) return false;
  return (first.agency === second.agency) === (twoPersons === 'colleague');
}
