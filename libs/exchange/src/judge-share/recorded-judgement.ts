import type { CoveringClause, SealedEnvelope, ShareJudgement } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import { endOfNextWorkingDay } from '@lateral/domain/deadlines';
import { composeRecord } from '../compose-record.js';
import type { Actor, AuditRow, LawView, OutboxRow, OverrideRow, Randomness } from '../ports/index.js';
import { digestOfCatalogue, digestOfCover } from './digest-of-law.js';
import { allCodes } from './pass-judgement.js';

/** What an audit record says of the judgement of the share that it is about, and of the law by which: its digests, so that a pack can bring no other. */
export function judgementFields(judgement: ShareJudgement, law: Pick<LawView, 'catalogue' | 'agreements'>): Record<JudgementField, string | null> {
  const { catalogue, verdict, cover } = judgement;
  return {
    catalogue, catalogueDigest: digestOfCatalogue(law.catalogue.document), verdict, findings: allCodes(judgement),
    agreement: cover === null ? null : clauseName(cover), agreementDigest: cover === null ? null : digestOfCover(cover, law),
  };
}
type JudgementField = 'catalogue' | 'catalogueDigest' | 'verdict' | 'findings' | 'agreement' | 'agreementDigest';

function clauseName({ agreement, version, clause }: CoveringClause): string {
  return `${agreement}@${version}#${clause}`;
}

/** A share that leaves under an override is put on its agency's list, to be reviewed by the end of the next working day; null where none was used. */
export function overrideOf({ header: { context }, justification }: SealedEnvelope, judgement: ShareJudgement, { actor, law, at }: { actor: Actor; law: LawView; at: Date }): OverrideRow | null {
  if (justification.override === null || judgement.overridden.length === 0) return null;
  if (context.request === null) throw new TypeError('only what belongs to a request can leave under an override');
  return {
    message: context.message, check: context.check, request: context.request, agency: actor.agency, member: actor.member,
    reason: justification.override.reason, findings: judgement.overridden, usedAt: at, reviewDue: endOfNextWorkingDay(law.policy, law.calendar, at),
  };
}

/** An override is never silent. Only the agency that used it is told of its own list. */
export function overrideRecord({ message, check, request, agency, member, reason, findings, usedAt, reviewDue }: OverrideRow, randomness: Randomness): AuditRow {
  const fields = { check, request, message, agency, member, reason, findings: findings.join(' '), reviewDue: reviewDue.toISOString() };
  return composeRecord('override.used.v1', fields, { at: usedAt, randomness, parties: [agency] });
}

/** Somebody else of that agency has to review it: its mailbox for what is overdue is told, or the usual one where it has no such. */
export function overrideNotice({ agency, check, request, usedAt: at, reviewDue: dueAt }: OverrideRow, randomness: Randomness): OutboxRow {
  return { id: uuid7(at, randomness.bytes(10)), event: 'override.used.v1', agency, check, request, at, escalates: true, dueAt };
}
