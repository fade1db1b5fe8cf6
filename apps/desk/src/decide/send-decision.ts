import type { RecordDecisionBody, RequestStanding, TellOutcomeBody, SealedEnvelope, CheckStanding } from '@lateral/contracts';
import type { Letter } from '../crypto/protocol.js';
import type { WriteKey } from '../hub/hub.js';

/** One write: its bytes and its key are made once, and are the same however often it goes. */
interface Part { message: string; envelope: SealedEnvelope; key: WriteKey; done: boolean }
/** A decision on its way: it is recorded first, then each agency is told. `decision` null where it was recorded in an earlier visit. */
export interface DecisionParcel { decision: Part | null; tells: (Part & { request: string; agency: string; error: unknown })[] }

interface Sealing { seal: (letters: readonly Letter[]) => Promise<SealedEnvelope[]>; newKey: () => WriteKey }

/** Seals everything before anything goes: an agency that nobody could read for stops it all while nothing is recorded. */
export async function parcelOf(decision: Letter | null, outcomes: readonly Letter[], { seal, newKey }: Sealing): Promise<DecisionParcel> {
  const letters = decision === null ? outcomes : [decision, ...outcomes];
  const sealed = await seal(letters);
  const parts = letters.map((letter, at) => ({ letter, part: { message: letter.message, envelope: sealed[at]!, key: newKey(), done: false } }));
  return {
    decision: decision === null ? null : parts[0]!.part,
    tells: parts.slice(decision === null ? 0 : 1).map(({ letter, part }) => ({ ...part, request: letter.request ?? '', agency: letter.to ?? '', error: null })),
  };
}

export interface Sending {
  /** The check's version as last read. */
  version: number;
  confirm: (messages: readonly string[]) => Promise<void>;
  /** Before it goes, which message it goes as: a lock while it is on its way, or before its answer is here, loses nobody who is to be told. */
  remember: () => Promise<void>;
  record: (body: RecordDecisionBody, key: WriteKey) => Promise<CheckStanding>;
  tell: (request: string, body: TellOutcomeBody, key: WriteKey) => Promise<RequestStanding>;
}

/**
 * One gesture for all that has not gone yet, then each write. Rejects where the gesture or the record failed, and then nobody was told;
 * one agency that cannot be told does not keep the others from being. Called again it goes on where it was.
 */
export async function sendParcel(parcel: DecisionParcel, { version, confirm, remember, record, tell }: Sending): Promise<DecisionParcel['tells']> {
  const { decision, tells } = parcel;
  await confirm([...(decision === null || decision.done ? [] : [decision]), ...tells.filter(({ done }) => !done)].map(({ message }) => message));
  if (decision !== null && !decision.done) {
    await remember();
    await record({ version, envelope: decision.envelope }, decision.key);
    decision.done = true;
  }
  for (const part of tells.filter(({ done }) => !done)) {
    part.error = await tell(part.request, { envelope: part.envelope }, part.key).then(() => null, (error: unknown) => error ?? new Error('not told'));
    part.done = part.error === null;
  }
  return tells;
}
