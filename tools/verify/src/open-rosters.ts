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

/** A client's clock may be this far behind the issuer's. */
const TOLERANCE_MS = 300_000;

/** The roster in force at a time: the last one issued by then. */
export function rosterAt({ byAgency }: Rosters, agency: string, time: string): VouchedRoster | null {
  const latest = Date.parse(time) + TOLERANCE_MS;
  return byAgency.get(agency)?.findLast(({ document }) => Date.parse(document.issued) <= latest) ?? null;
}
