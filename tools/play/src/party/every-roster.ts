import { everyVersion, MOST_ROSTERS_AT_ONCE, ROUTES, type Roster, type SignedDocument } from '@lateral/contracts';
import { pathOf, type HubSession } from './hub-session.js';

/** Every version of an agency's roster, oldest first. */
export function everyRoster(session: Pick<HubSession, 'get'>, agency: string): Promise<SignedDocument<Roster>[]> {
  return everyVersion((from) => session.get(`${pathOf(ROUTES.rosterVersions, { agency })}?from=${from}`), MOST_ROSTERS_AT_ONCE);
}
