import type { JudgedShare, ShareJudgement } from '@lateral/contracts';
import type { AcknowledgementReason } from '@lateral/domain/justification';
import type { Draft } from '../case/plan.js';
import { HubRefused } from './hub-session.js';

/** What is given where a case goes past a warning without mending it: nobody wrote a reason. */
const GONE_PAST: AcknowledgementReason = 'codes_are_right_here';

/** What the hub made of one share when it was first tried and when it left; the same where it left at once. */
export interface Judged {
  first: ShareJudgement;
  left: ShareJudgement | null;
}

/** One try: what the hub replied, or what the rules found that stood in its way. */
export type Tried<T> = { reply: T; found: null } | { reply: null; found: JudgedShare[] };

/** Sends, and takes a refusal for what the rules found as an answer. Every other refusal is thrown. */
export async function tried<T>(send: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { reply: await send(), found: null };
  } catch (cause) {
    if (cause instanceof HubRefused && cause.problem.judgements !== undefined) return { reply: null, found: cause.problem.judgements };
    throw cause;
  }
}

/** The same with each warning that was found acknowledged. */
export function acknowledging<B, D extends Draft<B>>(draft: D, found: JudgedShare | undefined): D {
  const warnings = new Set(found?.findings.filter(({ level }) => level === 'warn').map(({ code }) => code));
  const acknowledgements = [...warnings].map((finding) => ({ finding, reason: GONE_PAST }));
  return { ...draft, record: { ...draft.record, acknowledgements: [...draft.record.acknowledgements, ...acknowledgements] } };
}

/** Nothing more can be done about it: what was found, by code and never by word. */
export function stopped(found: readonly JudgedShare[]): Error {
  const codes = found.flatMap(({ at, findings }) => findings.filter(({ level }) => level !== 'note').map(({ code }) => `${code} at ${at}`));
  return new Error(`the hub would not let it leave: ${codes.join(', ')}`);
}
