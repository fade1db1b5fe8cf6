import { MOST_ROSTERS_AT_ONCE, ROUTES, type Roster, type SignedDocument } from '@lateral/contracts';
import { pathOf, type HubSession } from './hub-session.js';

/** Every version of an agency's roster, oldest first, as the hub shows them: it gives so many at once, and fewer are the last. */
export async function everyRoster(session: Pick<HubSession, 'get'>, agency: string): Promise<SignedDocument<Roster>[]> {
  const all: SignedDocument<Roster>[] = [];
  for (;;) {
    const next = await session.get<SignedDocument<Roster>[]>(`${pathOf(ROUTES.rosterVersions, { agency })}?from=${(all.at(-1)?.document.version ?? 0) + 1}`);
    all.push(...next);
    if (next.length < MOST_ROSTERS_AT_ONCE) return all;
  }
}
