import type { CaseRequest } from './case.js';

const PSEUDONYM = /^[a-z]{1,2}[0-9]{1,3}$/;
/** Somebody who is in no list of the check. */
const NOBODY_LISTED = 'other';

/**
 * How the record in clear names somebody: by the pseudonym that the case has for them, by a number of its own where they are in the
 * request's scope under something else, and as `other` where they are neither. What else a case may call them could name them.
 */
export function pseudonymOf({ subject_scope }: CaseRequest, person: string): string {
  if (PSEUDONYM.test(person)) return person;
  const place = subject_scope.findIndex((subject) => subject.person === person);
  return place === -1 ? NOBODY_LISTED : `x${place + 1}`;
}
