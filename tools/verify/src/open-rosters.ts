import type { EvidencePack } from '@lateral/contracts';
import { finding, type Finding } from './findings.js';
import type { VouchedRoster } from './inspector.js';
import type { Partnership } from './open-partnership.js';

/** Rosters by agency, oldest version first. */
export interface Rosters {
  byAgency: ReadonlyMap<string, readonly VouchedRoster[]>;
  findings: Finding[];
}

/** Opens each agency's rosters under that agency's own key, as one chain in order of version. */
export async function openRosters(pack: EvidencePack, { agencies }: Partnership): Promise<Rosters> {
  const findings: Finding[] = [];
  const byAgency = new Map<string, VouchedRoster[]>();
  for (const id of new Set(pack.rosters.map(({ document }) => document.agency))) {
    const rosters = pack.rosters.filter(({ document }) => document.agency === id).sort((a, b) => a.document.version - b.document.version);
    const opened = await agencies.get(id)?.openRosters(rosters);
    if (opened === undefined) findings.push(finding('agency-absent', id));
    else if (opened.ok) byAgency.set(id, opened.rosters);
    else findings.push(finding(opened.code, `${id} ${opened.version ?? ''}`.trimEnd()));
  }
  return { byAgency, findings };
}

/** A client's clock may be this far from the issuer's. */
export const CLOCKS_APART_MS = 300_000;

/**
 * Rosters that may have been in force at a time, newest first: each from when it was issued until the next one had its second signature, for which
 * one may wait a week. Until then the hub goes by the one before, and takes what a leaver signs.
 */
export function rostersAt({ byAgency }: Rosters, agency: string, time: string): VouchedRoster[] {
  const at = Date.parse(time);
  const rosters = byAgency.get(agency) ?? [];
  return rosters.filter(({ document }, i) => {
    const next = rosters[i + 1];
    return Date.parse(document.issued) <= at + CLOCKS_APART_MS && (next === undefined || at < next.since.getTime() + CLOCKS_APART_MS);
  }).reverse();
}
