import { marksFrom, noMarks, rosterSeen, verifyPartnership, verifyRosterChain, withPartnership, withRoster, type TrustedAgency, type TrustedPartnership, type TrustedRoster, type VersionMarks } from '@lateral/envelope/keys';
import type { SeenVersion } from '@lateral/envelope/keys';
import type { DirectoryRefusal, ShownDirectory } from './protocol.js';

/** Agencies and their people as the pinned root vouches for them. */
export interface TrustedDirectory {
  own: TrustedAgency;
  partnership: TrustedPartnership;
  rosters: ReadonlyMap<string, TrustedRoster>;
  /** Every version of each, oldest first: who read for an agency when something was sent. */
  chains: ReadonlyMap<string, readonly TrustedRoster[]>;
  /** Every version of the own agency's roster that is known: what the key log must hold, and nothing else. */
  ownVersions: SeenVersion[];
}

export type Verified = { ok: true; directory: TrustedDirectory; marks: VersionMarks } | { ok: false; code: DirectoryRefusal; of: string | null };

/**
 * Verifies what the hub shows of the directory, held against what this device has seen of it before. A device that has seen nothing
 * begins with the pin that came with the code. Marks that were spoilt, or pin another root, are said and not begun anew.
 */
export async function verifyDirectory({ own, partnership: signed, rosters: shown, pin, marks: stored }: ShownDirectory, now: Date): Promise<Verified> {
  const before = stored === null ? noMarks(pin) : marksFrom(stored);
  if (before === null) return { ok: false, code: 'marks-spoilt', of: null };
  if (before.root !== pin) return { ok: false, code: 'another-root', of: null };
  const file = await verifyPartnership(signed, { rootFingerprint: before.root, now, highestSeen: before.file ?? undefined });
  if (!file.ok) return { ok: false, code: file.code, of: file.agency ?? null };
  const { partnership } = file;
  const marked = withPartnership(before, partnership);
  if (!marked.ok) return { ...marked, of: null };
  let { marks } = marked;
  const rosters = new Map<string, TrustedRoster>();
  const chains = new Map<string, readonly TrustedRoster[]>();
  let ownVersions: SeenVersion[] = [];
  for (const chain of shown) {
    const agency = partnership.agencies.get(chain[0]?.document.agency ?? '');
    if (agency === undefined) return { ok: false, code: 'other-agency', of: null };
    const read = await verifyRosterChain(chain, agency, { highestSeen: rosterSeen(marks, agency.id) });
    const next = read.ok ? withRoster(marks, read.newest) : read;
    if (!read.ok || !next.ok || !('marks' in next)) return { ok: false, code: (next as { code: DirectoryRefusal }).code, of: agency.id };
    ({ marks } = next);
    rosters.set(agency.id, read.newest);
    chains.set(agency.id, read.rosters);
    if (agency.id === own) ownVersions = read.rosters.map(({ document: { version }, digest }) => ({ version, digest }));
  }
  const ownAgency = partnership.agencies.get(own);
  if (ownAgency === undefined || !rosters.has(own)) return { ok: false, code: 'other-agency', of: own };
  return { ok: true, directory: { own: ownAgency, partnership, rosters, chains, ownVersions }, marks };
}
