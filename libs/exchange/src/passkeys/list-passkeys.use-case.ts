import type { PasskeyView } from '@lateral/contracts';
import type { Actor, PasskeyStore, StoredPasskey } from '../ports/index.js';

/** A member's own passkeys, disabled ones too, oldest first. */
export class ListPasskeys {
  constructor(private readonly deps: { passkeys: PasskeyStore }) {}

  async carryOut({ agency, member }: Actor): Promise<PasskeyView[]> {
    return (await this.deps.passkeys.of(agency, member)).map(passkeyViewOf);
  }
}

/** A passkey as its owner sees it. */
export function passkeyViewOf({ id, credential, enrolledAt, usedAt, disabledAt }: StoredPasskey): PasskeyView {
  return { id, credential, enrolledAt: enrolledAt.toISOString(), usedAt: usedAt?.toISOString() ?? null, disabledAt: disabledAt?.toISOString() ?? null };
}
