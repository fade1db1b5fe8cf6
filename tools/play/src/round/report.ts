import type { Outcome, RequestState, ResponseType } from '@lateral/domain';
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

export interface RequestReport {
  requestId: string;
  check: 'main' | 'joined';
  agency: string;
  sent: boolean;
  states: [RequestState, number][];
  terminal: RequestState | 'not_sent' | null;
  noticeMs: number | null;
  response: { type: ResponseType; items: string[] } | null;
  receipts: { request: WitnessState | null; response: WitnessState | null };
}
