import type { SessionStanding } from '../ports/index.js';

/** Whether somebody came in through their provider, as a member or about to be one: they have a browser, and passkeys are for them. */
export function isPersons({ kind }: Pick<SessionStanding, 'kind'>): boolean {
  return kind === 'person' || kind === 'newcomer';
}
