import { refuse, type Refusal } from '../result.js';
import { isPersons } from '../sign-in/is-persons.js';
import { MOST_PASSKEYS, type Clock, type PasskeyStore, type StoredPasskey } from '../ports/index.js';
import type { Present } from '../step-up/begin-step-up.use-case.js';
import type { StepUpCheck } from '../step-up/step-up-check.js';

/** How soon after signing in at the provider a first passkey is taken without a gesture, for which there is none yet. */
export const FIRST_PASSKEY_MS = 5 * 60_000;

/** A member's passkeys in use, and whether one more may be enrolled now: `besides` others, or only as the first. */
export type MayEnrol = { ok: true; inUse: readonly StoredPasskey[]; besides: boolean } | Refusal;

/**
 * Whoever holds a session could enrol a passkey of their own and step up with it for good. So the first is taken up to and
 * including five minutes after the provider vouched for the person, and any other time only with a gesture.
 */
export async function mayEnrol({ clock, passkeys, stepUps }: { clock: Clock; passkeys: PasskeyStore; stepUps: StepUpCheck }, { actor, session }: Present): Promise<MayEnrol> {
  if (!isPersons(session)) return refuse('not-allowed');
  const inUse = (await passkeys.of(actor.agency, actor.member)).filter(({ disabledAt }) => disabledAt === null);
  if (inUse.length >= MOST_PASSKEYS) return refuse('passkey-refused', { fields: [{ field: '', reason: 'too-many' }] });
  const refusal = await stepUps.refusal(session, 'change-own-keys', [actor.member]);
  if (refusal === null) return { ok: true, inUse, besides: true };
  const isSoon = (await clock.now()).getTime() - session.startedAt.getTime() <= FIRST_PASSKEY_MS;
  return inUse.length === 0 && isSoon ? { ok: true, inUse, besides: false } : refusal;
}
