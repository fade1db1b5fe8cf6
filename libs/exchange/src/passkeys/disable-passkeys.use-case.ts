import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import { isPersons } from '../sign-in/is-persons.js';
import type { Actor, Clock, PasskeyStore, Randomness } from '../ports/index.js';
import type { Present } from '../step-up/begin-step-up.use-case.js';

export interface DisablePasskeysDeps {
  clock: Clock;
  randomness: Randomness;
  passkeys: PasskeyStore;
}

/** A member disables a passkey of their own: it stays known and is taken no more. That it was disabled before is as good. */
export class DisablePasskey {
  constructor(private readonly deps: DisablePasskeysDeps) {}

  async carryOut({ actor, session }: Present, id: string): Promise<Result<null>> {
    if (!isPersons(session)) return refuse('not-allowed');
    const own = (await this.deps.passkeys.of(actor.agency, actor.member)).find((passkey) => passkey.id === id);
    if (own === undefined) return refuse('not-found');
    if (own.disabledAt === null) await disable(this.deps, actor, id, actor);
    return done(null);
  }
}

/** All passkeys of a member who leaves, or has lost them. Whether `by` may do that is for the flow that calls it. Doing it again disables what has come since. */
export class DisablePasskeysOf {
  constructor(private readonly deps: DisablePasskeysDeps) {}

  /** Returns how many were in use until now. */
  async carryOut(owner: { agency: string; member: string }, by: Actor): Promise<number> {
    let disabled = 0;
    for (const { id, disabledAt } of await this.deps.passkeys.of(owner.agency, owner.member)) {
      if (disabledAt === null && (await disable(this.deps, owner, id, by))) disabled += 1;
    }
    return disabled;
  }
}

async function disable({ clock, passkeys, randomness }: DisablePasskeysDeps, { agency, member }: { agency: string; member: string }, id: string, by: Actor): Promise<boolean> {
  const at = await clock.now();
  const record = composeRecord('passkey.disabled.v1', { agency, member, passkey: id, by: by.member }, { at, randomness, parties: [agency] });
  return passkeys.disable({ agency, member, id, at }, record);
}
