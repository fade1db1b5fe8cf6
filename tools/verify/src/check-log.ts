import type { EvidencePack } from '@lateral/contracts';
import { equalBytes, fromBase64, openCheckpoint, verifyConsistency, verifyTlogProof, type Checkpoint, type CheckpointFault, type Cosignature, type NoteVerifier } from '@lateral/tlog';
import type { RemadeRecord } from './check-records.js';
import { finding, type Finding, type FindingCode } from './findings.js';
import type { Partnership } from './open-partnership.js';

/** What the log shows: how many of the records stand under its head, and who else has seen that head. */
export interface LogStanding {
  proven: number;
  size: number | null;
  cosignatures: Cosignature[];
  findings: Finding[];
}

const FAULTS: Record<CheckpointFault, FindingCode> = {
  'malformed': 'checkpoint-malformed', 'unknown-key': 'another-log-key', 'wrong-origin': 'another-log-key',
  'bad-signature': 'checkpoint-signature', 'repeated-signature': 'checkpoint-signature',
};

/** Follows every record to a head that the one log key signed, and every such head to the pack's. */
export function checkLog(pack: EvidencePack, records: readonly RemadeRecord[], { log, witnesses }: Partnership): LogStanding {
  if (log === null) return { proven: 0, size: null, cosignatures: [], findings: [] };
  const head = openCheckpoint(pack.checkpoint, log, witnesses);
  const inclusion = followProofs(records, log);
  const findings = [...inclusion.findings];
  if (head.ok) findings.push(...connectHeads(pack, head.checkpoint, inclusion.heads, log));
  else findings.push(finding(FAULTS[head.code], 'head'));
  const waiting = records.filter(({ receipt }) => receipt.proof === null).length;
  if (waiting > 0) findings.push(finding('not-yet-proven', waiting));
  return { proven: inclusion.proven, size: head.ok ? head.checkpoint.size : null, cosignatures: head.ok ? head.cosignatures : [], findings };
}

function followProofs(records: readonly RemadeRecord[], log: NoteVerifier): { proven: number; heads: Checkpoint[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const heads: Checkpoint[] = [];
  let proven = 0;
  for (const { receipt, leafHash } of records) {
    if (receipt.proof === null) continue;
    const verdict = verifyTlogProof(receipt.proof, leafHash, log);
    if (!verdict.ok) {
      findings.push(finding(verdict.code === 'not-included' ? 'record-not-in-log' : verdict.code === 'malformed' ? 'proof-malformed' : FAULTS[verdict.code], receipt.id));
      continue;
    }
    heads.push(verdict.checkpoint);
    if (receipt.index !== verdict.index) findings.push(finding('record-disagrees', receipt.id));
    else proven += 1;
  }
  return { proven, heads, findings };
}

/** Every head in the pack must be the head, or be shown to be its beginning: otherwise the log has told two stories. */
function connectHeads(pack: EvidencePack, head: Checkpoint, fromProofs: readonly Checkpoint[], log: NoteVerifier): Finding[] {
  const findings: Finding[] = [];
  const connected: Checkpoint[] = [head];
  for (const [i, { from, path }] of pack.consistency.entries()) {
    const older = openCheckpoint(from, log);
    if (!older.ok) {
      findings.push(finding(FAULTS[older.code], `consistency/${i}`));
      continue;
    }
    const hashes = path.map(fromBase64);
    const isShown = hashes.every((hash) => hash !== null)
      && verifyConsistency({ from: older.checkpoint.size, to: head.size, fromRoot: older.checkpoint.root, toRoot: head.root, path: hashes });
    if (isShown) connected.push(older.checkpoint);
    else findings.push(faultOf(older.checkpoint, [head]));
  }
  for (const each of fromProofs) {
    if (!connected.some((known) => isSame(known, each))) findings.push(faultOf(each, connected));
  }
  return [...new Map(findings.map((each) => [`${each.code} ${each.about}`, each])).values()];
}

const isSame = (a: Checkpoint, b: Checkpoint) => a.size === b.size && equalBytes(a.root, b.root);

function faultOf(lost: Checkpoint, connected: readonly Checkpoint[]): Finding {
  const [head] = connected;
  if (connected.some(({ size }) => size === lost.size)) return finding('two-heads-of-one-size', lost.size);
  return finding(head !== undefined && lost.size > head.size ? 'head-behind-proof' : 'head-not-connected', lost.size);
}
