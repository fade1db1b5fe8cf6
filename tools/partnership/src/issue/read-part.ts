import { digestOf, type PartnershipAgency, type PartnershipFile, type RosterMark } from '@lateral/contracts';
import { judgeCopies, publicKeyFrom, verifyRosterChain, type RosterAgency } from '@lateral/envelope/keys';
import { PART, type AgencyPart } from '../documents.js';
import { readDocument } from '../files.js';
import { Refusal } from '../refusal.js';

/** An agency's part and the file it came in. */
export interface Part { file: string; part: AgencyPart }

/** Reads parts; one for an agency, and only of agencies that are listed. */
export async function readParts(files: readonly string[], listed: readonly string[]): Promise<Part[]> {
  const parts: Part[] = [];
  for (const file of files) {
    const part = await readDocument<AgencyPart>(file, PART);
    if (!listed.includes(part.agency) || parts.some(({ part: { agency } }) => agency === part.agency)) throw new Refusal('unknown-agency', { file, field: '/agency' });
    parts.push({ file, part });
  }
  return parts;
}

/**
 * Where the root vouches for an agency's roster itself: at the newest one, where its key was replaced, its chain does not begin here, or the keepers
 * of the root say so (`vouched`) because the agency lost its custodians. Else it stays as it was. Throws where a roster is needed and none was brought.
 */
export function markOf(entry: PartnershipAgency, { part, before, vouched }: { part: AgencyPart | undefined; before: PartnershipFile | undefined; vouched: boolean }): RosterMark | null {
  const known = before?.agencies.find(({ id }) => id === entry.id);
  const isNew = known?.primary !== entry.primary;
  // What was signed counts, and not what the draft remembers of it.
  if (known !== undefined && !isNew && !vouched) return known.rosterFrom;
  const newest = part?.rosters.map(({ document }) => document).sort((a, b) => a.version - b.version);
  const [first, last] = [newest?.[0], newest?.at(-1)];
  if (first === undefined || last === undefined) throw new Refusal('part-missing', { about: entry.id, field: entry.id });
  return known === undefined && !vouched && first.version === 1 ? null : { version: last.version, digest: digestOf('roster', last) };
}

/** A demo's provider lets in whoever asks, and one without TLS whoever stands on the way. The hub refuses them in production; here it is seen before the root signs. */
export function assertNoDemoProvider({ file, part: { people } }: Part): void {
  const demo = people.findIndex(({ issuer }) => !issuer.startsWith('https://') || /^https:\/\/[^/]*\/demo(?:\/|$)/.test(issuer));
  if (demo >= 0) throw new Refusal('of-a-demo', { file, field: `/people/${demo}/issuer` });
}

/** Whether readers will obey what an agency brought, under the entry that is about to be signed. Throws a Refusal with file and field. */
export async function checkPart({ file, part }: Part, entry: PartnershipAgency): Promise<void> {
  const key = await publicKeyFrom(entry.key);
  if (key === null) throw new Refusal('not-a-key', { file, field: '/agency' });
  const agency: RosterAgency = { id: entry.id, primary: entry.primary, key, rosterFrom: entry.rosterFrom };
  const read = await verifyRosterChain(part.rosters, agency);
  if (!read.ok) throw new Refusal('roster-refused', { file, field: '/rosters', about: read.code });
  const members = new Set(read.newest.document.members.filter(({ until }) => until === null).map(({ member }) => member));
  for (const name of ['copies', 'custody', 'people'] as const) {
    const stray = part[name].findIndex(({ agency: of, member }) => of !== entry.id || !members.has(member));
    if (stray >= 0) throw new Refusal('part-misfits', { file, field: `/${name}/${stray}` });
  }
  const other = part.custody.findIndex(({ primary }) => primary !== entry.primary);
  if (other >= 0) throw new Refusal('part-misfits', { file, field: `/custody/${other}/primary` });
  const fault = await judgeCopies(part, read.newest);
  if (fault !== null) throw new Refusal('part-misfits', { file, field: fault === 'copies-changed' ? '/rosters' : '/copies' });
}
