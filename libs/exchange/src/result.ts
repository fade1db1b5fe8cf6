import type { JudgedShare, ProblemCode } from '@lateral/contracts';
import type { StepUpAction } from '@lateral/domain/access';

/** What an act came to. Expected refusals are returned with a stable code; only surprises are thrown. */
export type Result<T> = Done<T> | Refusal;

export interface Done<T> {
  ok: true;
  value: T;
}

export interface Refusal {
  ok: false;
  code: ProblemCode;
  /** JSON pointers into the request body, and why in a code; never a value. `code` names a code that nobody knows. */
  fields?: { field: string; reason: string; code?: string }[];
  /** What the rules made of every share of the body, where one of them may not go as it is. */
  judgements?: JudgedShare[];
  /** What the thing is now, where it had changed. */
  current?: { version: number; state: string };
  /** Who has it now, where somebody else was thought to. */
  holder?: string | null;
  /** What a person must first show that it is they for. */
  stepUp?: { action: StepUpAction; objects: string[] };
}

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export function refuse(code: ProblemCode, more: Omit<Refusal, 'ok' | 'code'> = {}): Refusal {
  return { ok: false, code, ...more };
}
