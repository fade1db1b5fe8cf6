import { formerTeams, isPartnershipFile, marksFrom, noMarks, rosterSeen, verifyPartnershipChain, verifyRosterChain, withDocuments, withPartnership, withRoster, type FormerTeam, type TrustedAgency, type TrustedPartnership, type TrustedRoster, type VerifiedRoster, type VersionMarks } from '@lateral/envelope/keys';
import type { DirectoryRefusal, ShownDirectory } from './protocol.js';

/** Agencies and their people as the pinned root vouches for them. */
export interface TrustedDirectory {
  own: TrustedAgency;
  partnership: TrustedPartnership;
  rosters: ReadonlyMap<string, TrustedRoster>;
  /** Every version of each, oldest first: who read for an agency when something was sent, and what the key log must hold of it and nothing else. */
  versions: ReadonlyMap<string, readonly VerifiedRoster[]>;
  /** The own agency under keys that it has no longer. */
  former: readonly FormerTeam[];
}

export type Verified = { ok: true; directory: TrustedDirectory; marks: VersionMarks } | { ok: false; code: DirectoryRefusal; of: string | null };

/**
 * Verifies what the hub shows of the directory, held against what this device has seen of it before. A device that has seen nothing
 * begins with the pin that comes with the pages (`/desk/pin.json`). Marks that were spoilt are said and not begun anew. A root that follows another is obeyed
 * where an announcement leads to it from the pin and from the root that this device has followed to: neither of them alone moves the other.
 */
export async function verifyDirectory({ own, partnership: signed, versions, rosters: shown, pin, marks: stored }: ShownDirectory, now: Date): Promise<Verified> {
  const before = stored === null ? noMarks(pin) : marksFrom(stored);
  if (before === null) return { ok: false, code: 'marks-spoilt', of: null };
  if (!isPartnershipFile(signed.document)) return { ok: false, code: 'malformed', of: null };
  if (versions === null && needsVersions(signed, { own, pin, root: before.root })) return { ok: false, code: 'versions-needed', of: null };
  const files = [...(versions ?? []).filter(({ document }) => isPartnershipFile(document)), signed];
  // The root of the marks signed the version of the marks: where it is followed by another, that is announced in this one or a later one.
  const newer = files.filter((each) => each === signed || each.document.version >= (before.file?.version ?? 1));
  const file = await verifyPartnershipChain(newer, { rootFingerprint: before.root, now, highestSeen: before.file ?? undefined });
  if (!file.ok) return { ok: false, code: file.code === 'unpinned-root' && before.root !== pin ? 'another-root' : file.code, of: file.agency ?? null };
  if (before.root !== pin) {
    const pinned = await verifyPartnershipChain(files, { rootFingerprint: pin, now });
    if (!pinned.ok) return { ok: false, code: pinned.code === 'unpinned-root' ? 'another-root' : pinned.code, of: null };
  }
  const { partnership } = file;
  const marked = withPartnership(before, partnership);
  if (!marked.ok) return { ...marked, of: null };
  let { marks } = marked;
  const rosters = new Map<string, TrustedRoster>();
  const all = new Map<string, readonly VerifiedRoster[]>();
  for (const chain of shown) {
    const agency = partnership.agencies.get(chain[0]?.document.agency ?? '');
    if (agency === undefined) return { ok: false, code: 'other-agency', of: null };
    const read = await verifyRosterChain(chain, agency, { highestSeen: rosterSeen(marks, agency.id) });
    const next = read.ok ? withRoster(marks, read.newest) : read;
    if (!read.ok || !next.ok || !('marks' in next)) return { ok: false, code: (next as { code: DirectoryRefusal }).code, of: agency.id };
    ({ marks } = next);
    rosters.set(agency.id, read.newest);
    all.set(agency.id, withDocuments(read.rosters, chain));
  }
  const ownAgency = partnership.agencies.get(own);
  if (ownAgency === undefined || !rosters.has(own)) return { ok: false, code: 'other-agency', of: own };
  const former = await formerTeams(own, { partnership, files, rosters: (all.get(own) ?? []).map(({ roster }) => roster) });
  return { ok: true, directory: { own: ownAgency, partnership, rosters, versions: all, former }, marks };
}

/** Whether it takes the files of before: to follow to another root, or because the own agency's key was replaced. What stands here is not believed yet. */
function needsVersions({ document }: ShownDirectory['partnership'], { own, pin, root }: { own: string; pin: string; root: string }): boolean {
  const rosterFrom = document.agencies.find(({ id }) => id === own)?.rosterFrom ?? null;
  return document.root !== pin || document.root !== root || (rosterFrom !== null && rosterFrom.version > 1);
}
