import type { Outcome, RequestState, ResponseType } from '@lateral/domain';
import type { OverrideReason, Verdict } from '@lateral/domain/justification';
import type { WitnessState } from '@lateral/contracts';

/** What `--report FILE` writes. Times are real monotonic milliseconds since the first post. */
export interface RoundReport {
  ok: boolean;
  case: string;
  backend: 'redis' | 'postgres';
  checks: { key: 'main' | 'joined'; reference: string; decision: { outcome: Outcome; reliedOn: string[] } | null }[];
  requests: RequestReport[];
  ledger: { size: number; root: string; verified: boolean };
  canaries: { planted: number; found: number; searched: { place: string; bytes: number }[] };
  timingsMs: { setup: number; post: number; firstNotice: number | null; lastAnswer: number | null; round: number };
}

/** What was made of one share. Verdict and findings are the hub's, of the share as it was first submitted. */
export interface JudgementReport {
  verdict: Verdict;
  /** T codes. */
  rules: string[];
  /** D codes. */
  dpoChecks: string[];
  /** Fields of the record, by the cases' names for them. */
  fieldErrors: string[];
  /** Null where nothing had to be mended. */
  verdictAfterFix: Verdict | null;
  /** `REFERENCE@version#clause` of the agreement that covers it, or null where none does. */
  agreementClause: string | null;
  otherFindings: string[];
  /** Set where it left under an emergency override. */
  override: { reason: OverrideReason; reviewedAt: string | null } | null;
}

export interface RequestReport extends JudgementReport {
  requestId: string;
  check: 'main' | 'joined';
  agency: string;
  sent: boolean;
  /** ISO 8601, of what left; what it would have been where a mended request was kept back; null where it may never leave. */
  dueAt: string | null;
  dueRule: string | null;
  states: [RequestState, number][];
  terminal: RequestState | 'not_sent' | null;
  noticeMs: number | null;
  response: ({ type: ResponseType; items: string[] } & JudgementReport) | null;
  receipts: { request: WitnessState | null; response: WitnessState | null };
}
