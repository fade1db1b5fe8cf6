import { digestOf, type AgreementExtract, type AuditRecord, type CoveringClause, type EvidencePack } from '@lateral/contracts';
import { Catalogue } from '@lateral/domain/catalogue';
import type { RemadeRecord } from './check-records.js';
import { finding, type Finding } from './findings.js';

/** The law that the shares of a pack were judged by, as the pack has it. */
export interface PackedLaw {
  catalogues: ReadonlyMap<string, Catalogue>;
  /** By `clauseName`. */
  extracts: ReadonlyMap<string, AgreementExtract>;
  findings: Finding[];
}

/** How audit records name a clause. */
export function clauseName({ agreement, version, clause }: CoveringClause): string {
  return `${agreement}@${version}#${clause}`;
}

/** Opens the catalogues and clauses of a pack: each once, each named by a share in it, none other than a record says that it is. */
export function openLaw(pack: EvidencePack, records: readonly RemadeRecord[]): PackedLaw {
  const catalogues = openCatalogues(pack, records);
  const extracts = openExtracts(pack, records);
  return { catalogues: catalogues.opened, extracts: extracts.opened, findings: [...catalogues.findings, ...extracts.findings] };
}

function openCatalogues({ catalogues, envelopes }: EvidencePack, records: readonly RemadeRecord[]): { opened: Map<string, Catalogue>; findings: Finding[] } {
  const named = new Set(envelopes.map(({ judgement }) => judgement?.catalogue));
  const opened = new Map<string, Catalogue>();
  const findings: Finding[] = [];
  for (const document of catalogues) {
    const { version, rows } = document;
    const recorded = records.flatMap(({ record }) => digestsNamed(record, { version }));
    const digest = digestOf('catalogue', document);
    // Two rows of one code would each prove the reader who reads it.
    if (opened.has(version) || new Set(rows.map(({ code }) => code)).size !== rows.length) findings.push(finding('law-named-twice', version));
    if (recorded.some((named) => named !== digest)) findings.push(finding('law-changed', version));
    if (!named.has(version)) findings.push(finding('law-not-relied-on', version));
    opened.set(version, new Catalogue(document));
  }
  return { opened, findings };
}

function openExtracts({ agreements, envelopes }: EvidencePack, records: readonly RemadeRecord[]): { opened: Map<string, AgreementExtract>; findings: Finding[] } {
  const named = new Set(envelopes.flatMap(({ judgement }) => (judgement?.cover ? [clauseName(judgement.cover)] : [])));
  const opened = new Map<string, AgreementExtract>();
  const findings: Finding[] = [];
  for (const extract of agreements) {
    const { reference: agreement, version, digest, clause: { number } } = extract;
    const name = clauseName({ agreement, version, clause: number });
    const recorded = records.flatMap(({ record }) => digestsNamed(record, { agreement, version, name }));
    if (opened.has(name) || [...opened.values()].some((other) => isTornFrom(other, extract))) findings.push(finding('law-named-twice', name));
    if (recorded.some((named) => named !== digest)) findings.push(finding('law-changed', name));
    if (!named.has(name)) findings.push(finding('law-not-relied-on', name));
    opened.set(name, extract);
  }
  return { opened, findings };
}

/** Digests that a record gives to a version of the catalogue, or to one of an agreement and its clause by name. */
function digestsNamed(record: AuditRecord, law: { version: string } | { agreement: string; version: number; name: string }): unknown[] {
  if ('name' in law) {
    if (record.event === 'agreement.published.v1') return record['agreement'] === law.agreement && record['version'] === law.version ? [record['digest']] : [];
    return record['agreement'] === law.name ? [record['agreementDigest']] : [];
  }
  if (record.event === 'catalogue.adopted.v1') return record['version'] === law.version ? [record['digest']] : [];
  return record['catalogue'] === law.version ? [record['catalogueDigest']] : [];
}

/** Clauses of one version of one agreement have its digest and its days in common. */
function isTornFrom(a: AgreementExtract, b: AgreementExtract): boolean {
  const isOne = a.reference === b.reference && a.version === b.version;
  return isOne && (a.digest !== b.digest || a.inForceFrom !== b.inForceFrom || a.expires !== b.expires);
}
