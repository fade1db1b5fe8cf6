import type { AuditRecord, EvidencePack } from '@lateral/contracts';
import { REVIEW_FINDINGS, type OverrideReason, type ReviewFinding } from '@lateral/domain/justification';
import type { RemadeRecord } from './check-records.js';
import { lastMoment, type Act } from './find-acts.js';
import { finding, type Finding } from './findings.js';

/**
 * An emergency override as the pack shows it. `elsewhere`: the agency that used it has the record and the review, and this pack
 * was made for another. `open` and `overdue`: no review is in the pack, and its last record is before or after the due time.
 */
export interface OverrideStanding {
  reason: OverrideReason;
  codes: string[];
  review: 'elsewhere' | 'open' | 'overdue' | 'in_time' | 'late';
  due: string | null;
  found: ReviewFinding | null;
}

/** Compares the overrides that judgements name with their records and reviews. Due times are the hub's: its calendar is not in the pack. */
export function checkOverrides(pack: EvidencePack, acts: ReadonlyMap<string, Act>, records: readonly RemadeRecord[]): { overrides: Map<string, OverrideStanding>; findings: Finding[] } {
  const findings: Finding[] = [];
  const overrides = new Map<string, OverrideStanding>();
  const used = new Map<string, AuditRecord>();
  for (const { record } of records.filter(({ record: { event } }) => event === 'override.used.v1')) {
    const message = String(record['message']);
    if (used.has(message)) findings.push(finding('record-repeated', record.id));
    if (!pack.envelopes.some(({ header }) => header.context.message === message)) findings.push(finding('message-absent', record.id));
    used.set(message, record);
  }
  const now = lastMoment(records, pack);
  for (const [message, act] of acts) {
    const record = used.get(message) ?? null;
    const fault = faultOfUse(act, record, pack);
    if (fault !== null) findings.push(finding(fault, message));
    const reviews = reviewsOf(message, records);
    if (reviews.length > 1) findings.push(finding('record-repeated', reviews[1]!.id));
    const standing = standingOf(act, record, reviews[0] ?? null, now);
    if (standing !== null) overrides.set(message, standing);
    else if (reviews.length > 0) findings.push(finding('review-unfit', message));
    if (standing !== null && reviews.some((review) => !mayReview(review, act))) findings.push(finding('review-unfit', message));
  }
  return { overrides, findings };
}

function reviewsOf(message: string, records: readonly RemadeRecord[]): AuditRecord[] {
  return records.map(({ record }) => record).filter((record) => record.event === 'override.reviewed.v1' && record['reviewed'] === message);
}

// Nobody is the judge of their own emergency.
function mayReview(review: AuditRecord, { record }: Act): boolean {
  return review['agency'] === record['agency'] && review['member'] !== record['member'] && REVIEW_FINDINGS.some((known) => known === review['finding']);
}

function isOverridden({ envelope, record }: Act): boolean {
  return record.event !== 'override.reviewed.v1' && envelope.judgement !== null && envelope.judgement.overridden.length > 0;
}

function faultOfUse(act: Act, used: AuditRecord | null, pack: EvidencePack): 'judgement-disagrees' | 'override-unrecorded' | null {
  if (used === null) return isOverridden(act) && act.envelope.header.context.from.agency === pack.agency ? 'override-unrecorded' : null;
  const { envelope: { header: { context }, justification, judgement }, record } = act;
  const agrees = isOverridden(act) && used['findings'] === judgement?.overridden.join(' ') && used['reason'] === justification.override?.reason
    && used['check'] === context.check && used['request'] === context.request && used['agency'] === context.from.agency && used['member'] === record['member'] && used.at === record.at;
  return agrees ? null : 'judgement-disagrees';
}

function standingOf(act: Act, used: AuditRecord | null, review: AuditRecord | null, now: string): OverrideStanding | null {
  const { justification: { override }, judgement } = act.envelope;
  if (!isOverridden(act) || override === null || judgement === null) return null;
  const due = used === null ? null : String(used['reviewDue']);
  const common = { reason: override.reason, codes: judgement.overridden, due };
  if (due === null) return { ...common, review: 'elsewhere', found: null };
  if (review === null) return { ...common, review: now > due ? 'overdue' : 'open', found: null };
  return { ...common, review: review.at > due ? 'late' : 'in_time', found: REVIEW_FINDINGS.find((known) => known === review['finding']) ?? null };
}
