import type { StepUpAction } from '@lateral/domain/access';
import type { JudgedShare } from './judgement.js';

/**
 * Stable problem codes (RFC 9457 `type` is `urn:lateral:problem:<code>`) with their HTTP status. A client may rely on the
 * code; the sentence is for people. `fields` names what was wrong, never its value, but for a `code` that a list does not know.
 */
export const PROBLEMS = {
  'unauthenticated': 401,
  'not-found': 404,
  'invalid-request': 422,
  'unreadable-request': 400,
  'unsupported-media-type': 415,
  'too-large': 413,
  'id-outside-clock': 422,
  'id-taken': 409,
  'version-changed': 409,
  'holder-changed': 409,
  'wrong-state': 409,
  'limit-reached': 409,
  'erased': 410,
  'idempotency-key-missing': 400,
  'idempotency-key-reused': 422,
  'header-mismatch': 422,
  'signature-invalid': 422,
  'signer-unknown': 422,
  'readers-mismatch': 422,
  'ciphertext-mismatch': 422,
  'justification-mismatch': 422,
  'unknown-agency': 422,
  'unknown-code': 422,
  'catalogue-not-current': 422,
  'share-blocked': 422,
  'acknowledgement-needed': 422,
  'agreement-faulty': 422,
  'not-allowed': 409,
  'attachment-missing': 422,
  'roster-refused': 422,
  'passkey-refused': 422,
  'code-refused': 422,
  'key-proof-refused': 422,
  'assertion-refused': 401,
  'role-not-allowed': 403,
  'step-up-needed': 403,
  'key-proof-needed': 403,
  'cross-site': 403,
  'too-many-requests': 429,
  'ledger-outage': 503,
  'unavailable': 503,
  'internal': 500,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof PROBLEMS;

/** problem+json as this API sends it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  /** JSON pointers to what was wrong, and why in a code. */
  fields?: { field: string; reason: string; code?: string }[];
  /** For `share-blocked` and `acknowledgement-needed`: what the rules made of every share of the request. */
  judgements?: JudgedShare[];
  /** For `version-changed` and `wrong-state`: what the thing is now. */
  current?: { version: number; state: string };
  /** For `holder-changed`: who has it now. */
  holder?: string | null;
  /** For `step-up-needed`: what to ask for in POST step-ups. */
  stepUp?: { action: StepUpAction; objects: string[] };
}
