import type { EvidencePack } from '@lateral/contracts';
import { noteVerifierOf, SIGNATURE_TYPES, type NoteVerifier } from '@lateral/tlog';
import { finding, type Finding } from './findings.js';
import type { EvidenceInspector, VouchedAgency } from './inspector.js';

/** Whom the root vouches for, and the one log and the witnesses that follow from its word. */
export interface Partnership {
  root: string;
  agencies: ReadonlyMap<string, VouchedAgency>;
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
  for (const signed of pack.agencies) {
    const { id } = signed.document.agency;
    const opened = await inspector.openStatement(signed, { root: trusted, at: lastUseOf(pack, signed.document) });
    if (!opened.ok) findings.push(finding(opened.code, id));
    else if (agencies.has(id)) findings.push(finding('agency-named-twice', id));
    else agencies.set(id, opened.agency);
  }
  if (!pack.agencies.some(({ document }) => document.agency.id === pack.agency)) findings.push(finding('agency-absent', pack.agency));
  const keys = logKeys(agencies);
  return { root: trusted, agencies, ...keys, findings: [...findings, ...keys.findings] };
}

// Old evidence is judged as of the last act it shows, not as of today: a statement that has run out since was good then.
function lastUseOf(pack: EvidencePack, { issued }: { issued: string }): Date {
  const times = pack.envelopes.map(({ header }) => Date.parse(header.context.created));
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
