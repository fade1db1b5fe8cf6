import { objectsDigest, toBase64Url } from '@lateral/contracts';
import { STEP_UP_MS } from '@lateral/domain/access';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result, type Refusal } from '../result.js';
import type { GrantedStepUp, Randomness, SessionStore, SpendWrite, StepUp, StepUpStore, TokenHash } from '../ports/index.js';

export interface CarryThroughDeps {
  randomness: Randomness;
  stepUps: StepUpStore;
  sessions: SessionStore;
  tokens: TokenHash;
}

/** What showed that it is they. `assertion` is a digest of the passkey's answer, or of the provider's id token. */
export interface Shown {
  method: 'passkey' | 'provider';
  assertion: string;
  passkey: SpendWrite['passkey'];
  /** What somebody is told who came second. */
  spent: Refusal;
}

/**
 * From a proven gesture to a grant. Of two that show the same gesture one spends it. The session's token is changed before anything is
 * granted, and `StepUpCheck` asks for it after it has seen the grant: who had stolen the old one never acts on it, however long they waited inside.
 */
export async function carryThrough({ randomness, sessions, stepUps, tokens }: CarryThroughDeps, stepUp: StepUp, at: Date, shown: Shown): Promise<Result<GrantedStepUp>> {
  const { id, session, agency, member, action, objects } = stepUp;
  if (!(await stepUps.spend({ stepUp: id, session, at, passkey: shown.passkey }))) return shown.spent;
  const token = toBase64Url(randomness.bytes(32));
  if (!(await sessions.rotate(session, tokens.hash(token), at))) return refuse('unauthenticated');
  const until = new Date(at.getTime() + STEP_UP_MS);
  const fields = { agency, member, action, objects: objectsDigest(objects), method: shown.method, assertion: shown.assertion };
  const record = composeRecord('step-up.granted.v1', fields, { at, randomness, parties: [agency] });
  if (!(await stepUps.grant({ stepUp: id, session, at, until }, record))) return shown.spent;
  return done({ reply: { id, action, objects: [...objects], until: until.toISOString() }, token });
}
