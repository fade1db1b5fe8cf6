import { PROBLEMS } from '@lateral/contracts';
import type { Problem, ProblemCode } from '@lateral/contracts';
import type { Refusal, Result } from '@lateral/exchange';

/** Sentences for people, one to a code. They never quote what was sent: a body may hold what nobody but its reader may see. Only a code that is not known is named beside its field. */
const WORDS: Record<ProblemCode, readonly [title: string, detail: string]> = {
  'unauthenticated': ['Sign in first', 'This needs a session that has not ended, by its token or its cookie.'],
  'not-found': ['Not found', 'There is nothing here that you are party to.'],
  'invalid-request': ['The request is not valid', 'Each entry of fields names a place in the request and what is wrong with it.'],
  'unreadable-request': ['The request cannot be read', 'The body is not what its content type says.'],
  'unsupported-media-type': ['Unsupported media type', 'This route does not take a body of that content type.'],
  'too-large': ['Too large', 'The body is larger than this route takes.'],
  'id-outside-clock': ['The id was made at another time', 'An id carries its time: at most 5 minutes ahead of this server and 24 hours behind it.'],
  'id-taken': ['The id is taken', 'Something else has this id already.'],
  'version-changed': ['It has changed meanwhile', 'Read it again: current says what it is now.'],
  'holder-changed': ['Somebody else has it', 'Look again: holder says who has it now.'],
  'wrong-state': ['Not in this state', 'This may not happen to it in the state that current names.'],
  'erased': ['Erased', 'What was sealed here has been made unreadable for good. Its records and proofs remain.'],
  'limit-reached': ['As many as there may be', 'This check, what was asked of it at once, or what a member may keep is at its limit. Nothing was stored.'],
  'idempotency-key-missing': ['Idempotency-Key is missing', 'Every write carries an Idempotency-Key header of 16 to 80 letters, digits, hyphens and underscores.'],
  'idempotency-key-reused': ['Idempotency-Key was used before', 'This key belongs to another request; a retry repeats the same bytes.'],
  'header-mismatch': ['The signed header says something else', 'The header of the envelope does not belong to this act.'],
  'signature-invalid': ['The signature is not valid', 'The signature over the header does not verify with the key it names.'],
  'signer-unknown': ['The signer is not known', 'The signer is not the member who is signed in, or was not in the roster at that time.'],
  'readers-mismatch': ['Sealed to other readers', 'The ciphertext is not addressed to exactly the keys that the directory lists for this act.'],
  'ciphertext-mismatch': ['The ciphertext is not the signed one', 'Its digest or length differs from the signed header.'],
  'justification-mismatch': ['The reasons do not belong to this share', 'The coded justification differs from what was signed or from the act.'],
  'unknown-agency': ['Unknown agency', 'The agency is not in the partnership.'],
  'unknown-code': ['Unknown code', 'Each entry of fields names a code that neither the catalogue of law nor the question packs know.'],
  'catalogue-not-current': ['The law has a newer version', 'Read the catalogue again and judge the share by it.'],
  'share-blocked': ['The share may not be made as it is', 'Each entry of judgements says what the rules found and the smallest change that mends it.'],
  'acknowledgement-needed': ['A warning waits for its reason', 'Each entry of judgements names the warnings: mend them, or acknowledge each with a coded reason.'],
  'agreement-faulty': ['The agreement does not hold together', 'Each entry of fields names a place in the agreement and what is wrong with it.'],
  'not-allowed': ['Somebody else must do this', 'This needs another person, or another role, than yours.'],
  'attachment-missing': ['The attachment is not here', 'Upload the attachment that the header names before the message.'],
  'assertion-refused': ['Sign-in refused', 'The assertion was not accepted.'],
  'role-not-allowed': ['Your role does not include this', 'Somebody of your agency with another role may do it.'],
  'step-up-needed': ['Show that it is you', 'This needs a passkey, or a fresh sign-in where your agency allows it, for these objects and not older than 5 minutes.'],
  'cross-site': ['Not from this site', 'A write by cookie must come from the pages of this service.'],
  'roster-refused': ['The roster is refused', 'It does not follow the one in force, or is not signed by its agency and two custodians.'],
  'passkey-refused': ['The passkey is refused', 'It did not answer this challenge as this site asked.'],
  'code-refused': ['The code is refused', 'It is not known, has been used, or is too old.'],
  'key-proof-refused': ['The signature is refused', 'It is not by your signing key of the roster in force over the challenge that this session was given last.'],
  'key-proof-needed': ['Prove your own key first', 'You came in with a one-time code. Ask for a challenge in POST key-proofs and sign it with your own key.'],
  'too-many-requests': ['Too many requests', 'Wait and try again.'],
  'ledger-outage': ['The ledger is away', 'The evidence of this act cannot be had at present. Urgent requests are handed over all the same.'],
  'unavailable': ['Not available', 'Try again shortly with the same Idempotency-Key.'],
  'internal': ['Something went wrong here', 'It has been logged. Try again with the same Idempotency-Key.'],
};

type ProblemDetails = Pick<Problem, 'fields' | 'current' | 'holder' | 'judgements' | 'stepUp'>;

/** problem+json of a code. The same code without more always has the same bytes: a stranger learns nothing from a 404. */
export function problemOf(code: ProblemCode, more: ProblemDetails = {}): Problem {
  const [title, detail] = WORDS[code];
  return { type: `urn:lateral:problem:${code}`, title, status: PROBLEMS[code], code, detail, ...more };
}

/** An expected refusal on its way out of a controller or pipe. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly code: ProblemCode, readonly more: ProblemDetails = {}) {
    super(code);
  }
}

/** The value of an act that came off; a refusal becomes the answer. */
export function valueOf<T>(outcome: Result<T>): T {
  if (outcome.ok) return outcome.value;
  throw refusal(outcome);
}

/** What was looked for, or the one answer to strangers and to unknown ids alike. */
export function foundOr404<T>(found: T | null): T {
  if (found === null) throw new ProblemError('not-found');
  return found;
}

function refusal({ code, fields, current, holder, judgements, stepUp }: Refusal): ProblemError {
  return new ProblemError(code, { ...(fields === undefined ? {} : { fields }), ...(current === undefined ? {} : { current }), ...(holder === undefined ? {} : { holder }), ...(judgements === undefined ? {} : { judgements }), ...(stepUp === undefined ? {} : { stepUp }) });
}
