import type { AgencyStatement, EvidencePack } from '@lateral/contracts';
import { noteVerifierOf, SIGNATURE_TYPES, type NoteVerifier } from '@lateral/tlog';
import { finding, type Finding } from './findings.js';
import type { EvidenceInspector, VouchedAgency } from './inspector.js';

/** Whom the root vouches for, and the one log and the witnesses that follow from its word. */
export interface Partnership {
  root: string;
  /** By id, each as the newest statement about it has it. */
  agencies: ReadonlyMap<string, VouchedAgency>;
  /** By id: everything that the root said of it, oldest first. */
  statements: ReadonlyMap<string, readonly AgencyStatement[]>;
  /** Null where the pack names no log, or more than one. */
  log: NoteVerifier | null;
  witnesses: NoteVerifier[];
  findings: Finding[];
}

/**
 * Opens the root's statements. The root is the reader's; only where the reader has none is the pack's own word taken, and then
 * nothing can be proven, only found consistent in itself.
 */
export async function openPartnership(pack: EvidencePack, root: string | null, inspector: EvidenceInspector): Promise<Partnership> {
  const findings: Finding[] = [];
  const trusted = root ?? pack.agencies[0]?.document.root ?? '';
  const agencies = new Map<string, VouchedAgency>();
  const statements = new Map<string, AgencyStatement[]>();
  const said = pack.agencies.toSorted((a, b) => a.document.version - b.document.version);
  for (const [i, signed] of said.entries()) {
    const { agency: { id }, version } = signed.document;
    const next = said.slice(i + 1).find(({ document }) => document.agency.id === id)?.document;
    const opened = await inspector.openStatement(signed, { root: trusted, at: lastUseOf(pack, signed.document, next) });
    const before = statements.get(id) ?? [];
    if (!opened.ok) findings.push(finding(opened.code, id));
    else if (before.at(-1)?.version === version) findings.push(finding('agency-named-twice', id));
    else {
      agencies.set(id, opened.agency);
      statements.set(id, [...before, opened.agency.statement]);
    }
  }
  if (!pack.agencies.some(({ document }) => document.agency.id === pack.agency)) findings.push(finding('agency-absent', pack.agency));
  const keys = logKeys(agencies);
  return { root: trusted, agencies, statements, ...keys, findings: [...findings, ...keys.findings] };
}

// Old evidence is judged as of the last message that went by the statement, not as of today: one that has run out since was good then.
function lastUseOf(pack: EvidencePack, { issued }: { issued: string }, next: { issued: string } | undefined): Date {
  const times = pack.envelopes.map(({ header }) => Date.parse(header.context.created)).filter((time) => next === undefined || time < Date.parse(next.issued));
  return new Date(times.reduce((last, each) => Math.max(last, each), Date.parse(issued)));
}

// One partnership, one log: a second log key is how somebody would keep two histories.
function logKeys(agencies: ReadonlyMap<string, VouchedAgency>): Pick<Partnership, 'log' | 'witnesses' | 'findings'> {
  const statements = [...agencies.values()].map(({ statement }) => statement);
  const findings: Finding[] = [];
  const witnesses = new Map<string, NoteVerifier>();
  for (const { agency } of statements) {
    for (const key of agency.witnesses) {
      const witness = noteVerifierOf(key, SIGNATURE_TYPES.cosignature);
      if (witness === null) findings.push(finding('witness-key-unusable', agency.id));
      else witnesses.set(key, witness);
    }
  }
  const places = new Set(statements.map(({ partnership, log }) => `${partnership}\n${log}`));
  const [first] = statements;
  if (first === undefined) return { log: null, witnesses: [], findings };
  if (places.size > 1) return { log: null, witnesses: [...witnesses.values()], findings: [...findings, finding('several-logs')] };
  const log = noteVerifierOf(first.log, SIGNATURE_TYPES.ed25519);
  return { log, witnesses: [...witnesses.values()], findings: log === null ? [...findings, finding('log-key-unusable')] : findings };
}
