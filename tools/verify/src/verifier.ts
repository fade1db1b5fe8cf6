import type { EvidencePack, VerifyFinding } from '@lateral/contracts';
import { checkEnvelopes } from './check-envelopes.js';
import { checkJudgements, type TriedShare } from './check-judgements.js';
import { checkLog, type LogStanding } from './check-log.js';
import { checkOverrides, type OverrideStanding } from './check-overrides.js';
import { compareRecords, remakeRecords } from './check-records.js';
import { findActs } from './find-acts.js';
import { finding, outcomeOf, type Finding, type FindingCode } from './findings.js';
import type { EvidenceInspector } from './inspector.js';
import { openLaw } from './open-law.js';
import { openPartnership, type Partnership } from './open-partnership.js';
import { openRosters } from './open-rosters.js';
import { readPack } from './read-pack.js';

/** What was found. `pack` and the rest are null where the file could not be read. */
export interface Verdict {
  outcome: VerifyFinding;
  findings: Finding[];
  shown: Shown | null;
}

/** What a readable pack shows; judged shares and overrides by their message. */
export interface Shown {
  pack: EvidencePack;
  partnership: Partnership;
  log: LogStanding;
  shares: ReadonlyMap<string, TriedShare>;
  overrides: ReadonlyMap<string, OverrideStanding>;
}

/**
 * Verifies an evidence pack with nothing but the pack and the fingerprint of the partnership's root, which the reader has from
 * paper or from the own build. Without one (`null`) the best possible answer is `notPinned`.
 */
export async function verifyEvidence(file: Uint8Array, root: string | null, inspector: EvidenceInspector): Promise<Verdict> {
  const read = readPack(file);
  if (!read.ok) return refused([read.finding]);
  const { pack } = read;
  const partnership = await openPartnership(pack, root, inspector);
  // Under another root nothing in the file has any standing; what it says of itself would only confuse.
  if (partnership.agencies.size === 0) return refused(partnership.findings);
  const rosters = await openRosters(pack, partnership);
  const messages = await checkEnvelopes(pack, partnership, rosters);
  const remade = remakeRecords(pack);
  const disagreements = compareRecords(messages.envelopes, remade.records);
  const log = checkLog(pack, remade.records, partnership);
  const law = openLaw(pack, remade.records);
  const acts = findActs(messages.envelopes, remade.records);
  const judgements = checkJudgements(pack, { acts, law, partnership });
  const { overrides, findings: overrideFaults } = checkOverrides(pack, acts, remade.records);
  const unpinned = root === null ? [finding('no-root-given')] : [];
  const authentic = [...partnership.findings, ...rosters.findings, ...messages.findings, ...remade.findings, ...disagreements, ...log.findings];
  const findings = [...authentic, ...law.findings, ...judgements.findings, ...overrideFaults, ...unpinned];
  return { outcome: outcomeOf(findings), findings, shown: { pack, partnership, log, shares: judgements.shares, overrides } };
}

/** The verdict on a file that could not be taken in at all. */
export function unread(code: FindingCode): Verdict {
  return refused([finding(code)]);
}

function refused(findings: Finding[]): Verdict {
  return { outcome: outcomeOf(findings), findings, shown: null };
}
