import type { EvidencePack } from '@lateral/contracts';
import { finding, type Finding } from './findings.js';
import type { VouchedRoster } from './inspector.js';
import type { Partnership } from './open-partnership.js';

/** Rosters by agency, oldest version first. */
export interface Rosters {
  byAgency: ReadonlyMap<string, readonly VouchedRoster[]>;
  findings: Finding[];
}

/** Opens each agency's rosters under that agency's own key, in order of version, each chained to the one before. */
export async function openRosters(pack: EvidencePack, { agencies }: Partnership): Promise<Rosters> {
  const findings: Finding[] = [];
  const byAgency = new Map<string, VouchedRoster[]>();
  for (const signed of [...pack.rosters].sort((a, b) => a.document.version - b.document.version)) {
    const { agency: id, version } = signed.document;
    const agency = agencies.get(id);
    const opened = byAgency.get(id) ?? [];
    const before = opened.at(-1);
    const result = await agency?.openRoster(signed, before ? { version: before.document.version, digest: before.digest } : null);
    if (result === undefined) findings.push(finding('agency-absent', id));
    else if (result.ok) byAgency.set(id, [...opened, result.roster]);
    else findings.push(finding(result.code, `${id} ${version}`));
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
