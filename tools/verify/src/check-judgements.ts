import type { AgreementExtract, AuditRecord, EvidencePack, ShareJudgement } from '@lateral/contracts';
import { londonDay } from '@lateral/domain/deadlines';
import type { AcknowledgementReason } from '@lateral/domain/justification';
import { isCoverWrong, isOfAgreement } from './cover-of-extract.js';
import { reviewedBy, type Act } from './find-acts.js';
import { finding, type Finding } from './findings.js';
import { isAsRecorded, judgeAgain, type JudgedAgain } from './judge-again.js';
import type { Partnership } from './open-partnership.js';
import { clauseName, type PackedLaw } from './open-law.js';

/** One share that was judged again, and what its recorded judgement rests on. */
export interface TriedShare {
  judgement: ShareJudgement;
  again: JudgedAgain;
  isRight: boolean;
  extract: AgreementExtract | null;
  /** Whether what was recorded about cover stands, as far as an extract can show it. */
  isCoverRight: boolean;
  acknowledged: { code: string; reason: AcknowledgementReason | null }[];
}

interface Trial {
  acts: ReadonlyMap<string, Act>;
  law: PackedLaw;
  partnership: Partnership;
}

/** Holds every recorded judgement against its audit record, and then against the rules. */
export function checkJudgements(pack: EvidencePack, trial: Trial): { shares: Map<string, TriedShare>; findings: Finding[] } {
  const shares = new Map<string, TriedShare>();
  const findings: Finding[] = [];
  for (const { header: { context: { message, type } }, judgement } of pack.envelopes) {
    if ((type === 'decision') !== (judgement === null)) findings.push(finding(judgement === null ? 'judgement-absent' : 'judgement-disagrees', message));
    const act = trial.acts.get(message);
    if (judgement === null || act === undefined) continue;
    if (!isRecorded(act.record, judgement)) findings.push(finding('judgement-disagrees', message));
    const tried = tryShare(act, judgement, trial);
    if ('code' in tried) findings.push(tried);
    else if (tried.share !== null) {
      shares.set(message, tried.share);
      findings.push(...faultsOf(act, tried.share, trial.acts));
    }
  }
  return { shares, findings };
}

/** Whether the audit record says of the judgement what the pack says of it. */
function isRecorded(record: AuditRecord, judgement: ShareJudgement): boolean {
  if (judgement.on !== londonDay(new Date(record.at))) return false;
  const { rules, officerChecks, fieldErrors, otherFindings, cover } = judgement;
  return record['verdict'] === judgement.verdict
    && record['catalogue'] === judgement.catalogue
    && record['findings'] === [...rules, ...officerChecks, ...fieldErrors, ...otherFindings].join(' ')
    && record['agreement'] === (cover === null ? null : clauseName(cover));
}

/** The share judged again; a finding where the pack lacks what is needed for it, and null where that is found elsewhere. */
function tryShare(act: Act, judgement: ShareJudgement, { acts, law, partnership }: Trial): { share: TriedShare | null } | Finding {
  const catalogue = law.catalogues.get(judgement.catalogue);
  if (catalogue === undefined) return finding('law-absent', judgement.catalogue);
  const extract = judgement.cover === null ? null : law.extracts.get(clauseName(judgement.cover));
  if (extract === undefined) return finding('law-absent', judgement.cover && clauseName(judgement.cover));
  const again = reviewedBy(act, acts) === undefined ? null : judgeAgain(act, judgement, { acts, partnership, catalogue });
  if (again === null) return act.record.event === 'override.reviewed.v1' ? finding('message-absent', act.record.id) : { share: null };
  const reasons = new Map(act.envelope.justification.acknowledgements.map(({ finding: code, reason }) => [code, reason]));
  const acknowledged = judgement.acknowledged.map((code) => ({ code, reason: reasons.get(code) ?? null }));
  const isCoverRight = !isCoverWrong(again.question, extract, judgement.otherFindings.filter(isOfAgreement));
  return { share: { judgement, again, isRight: isAsRecorded(again, judgement), extract, isCoverRight, acknowledged } };
}

function faultsOf(act: Act, share: TriedShare, acts: ReadonlyMap<string, Act>): Finding[] {
  const { message } = act.envelope.header.context;
  const { again, judgement, isRight, isCoverRight } = share;
  const faults: Finding[] = [];
  const codes = [...again.missed.map((code) => `+${code}`), ...again.invented.map((code) => `-${code}`)];
  if (!isRight) faults.push(finding('verdict-wrong', [`${message}: ${judgement.verdict} / ${again.verdict}`, ...codes].join(' ')));
  if (!again.fits) faults.push(finding('catalogue-unfit', message));
  if (!isCoverRight) faults.push(finding('cover-wrong', message));
  if (isStopped(act, again, acts)) faults.push(finding(act.record.event === 'override.reviewed.v1' ? 'review-unfit' : 'share-not-allowed', [message, ...again.faults].join(' ')));
  else if (isRight && !isPassageRight(again, judgement)) faults.push(finding('passage-wrong', message));
  return faults;
}

/** Whether the hub should have refused it: a record that is none, blocked, or a warning that nobody had gone past. Only what is asked or answered needs its warnings seen. */
function isStopped(act: Act, { question, verdict, leave, faults }: JudgedAgain, acts: ReadonlyMap<string, Act>): boolean {
  if (faults.length > 0) return true;
  if (reviewedBy(act, acts) !== null) return act.record['finding'] === 'right_and_completed' && verdict === 'block';
  return question === null ? verdict === 'block' : !leave.goes;
}

function isPassageRight({ question, leave }: JudgedAgain, { overridden, acknowledged }: ShareJudgement): boolean {
  const passed = question !== null && leave.goes ? leave : { overridden: [], acknowledged: [] };
  const isSame = (codes: readonly string[], found: readonly { code: string }[]) => [...new Set(found.map(({ code }) => code))].sort().join(' ') === [...codes].sort().join(' ');
  return isSame(overridden, passed.overridden) && isSame(acknowledged, passed.acknowledged);
}
