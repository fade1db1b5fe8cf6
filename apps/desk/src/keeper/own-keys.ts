import type { LockedKey, PasskeyView } from '@lateral/contracts';
import type { UnlockSecret } from '@lateral/envelope/keys';
import type { Given, Told } from '../crypto/protocol.js';
import type { Gestures } from './gestures.js';
import { HubProblem } from '../hub/hub.js';
import type { KeeperDeps, Member } from './keeper-deps.js';
import { makePasskey } from './passkeys.js';
import { Refusal } from './refusal.js';

const ACTION = 'change-own-keys';

/** A sheet in place of the one before, which is good until this one is kept. */
export interface NewSheet { locked: LockedKey; fingerprint: string; recoveryCode: string }

/** What somebody may change of the ways into their own key, once it is unlocked. All of it needs what locks the key to be held by the worker. */
export class OwnKeys {
  constructor(private readonly deps: Pick<KeeperDeps, 'hub' | 'secrets' | 'authenticators'>, private readonly gestures: Gestures) {}

  /** Whether the worker holds it: else `holdBySecret` or `holdByPasskey` comes first. */
  isHeld(): Promise<boolean> {
    return this.deps.secrets.ask('lock-held', null);
  }

  async holdBySecret(secret: Exclude<UnlockSecret, { kind: 'passkey' }>): Promise<void> {
    told(await this.deps.secrets.ask('hold-lock', { locked: await this.locked(), secret }));
  }

  /** One gesture, which confirms the change too. */
  async holdByPasskey({ member }: Member): Promise<void> {
    const { credential, prf } = await this.gestures.ask(ACTION, [member]);
    if (prf === null) throw new Refusal('passkey-cannot-unlock');
    await this.hold(credential, prf);
  }

  /** For whoever has no passkey on this computer, where their agency allows it. */
  confirmAtProvider({ member }: Member): Promise<void> {
    return this.gestures.confirmAtProvider(ACTION, [member]);
  }

  /** A passkey on this computer, and with it one more way into the key. false where the authenticator's passkeys unlock nothing: it shows who one is, and no more. */
  async addPasskey(me: Member, label: string): Promise<boolean> {
    const { hub, authenticators } = this.deps;
    if (!(await this.isHeld())) throw new Refusal('lock-closed');
    const { body, prf } = await makePasskey(await this.passkeyOptions(me), label, authenticators);
    await hub.enrolPasskey(body);
    if (prf) await this.letUnlock(me, body.credential);
    return prf;
  }

  /** A code in place of the one on the sheet. Nothing is stored yet. */
  async newSheet(): Promise<NewSheet> {
    const { locked, recoveryCode } = await this.change({ locked: await this.locked(), add: [], remove: [], newCode: true });
    return { locked, fingerprint: locked.fingerprint, recoveryCode: recoveryCode ?? '' };
  }

  /** From now on the new sheet is good and the one before is not. */
  async keepSheet({ member }: Member, { locked }: NewSheet): Promise<void> {
    await this.gestures.confirm(ACTION, [member]);
    await this.deps.hub.lockKey(locked);
  }

  /** The hub takes the passkey no more, and where that can be changed now the key is no longer locked with it either. */
  async disable({ member }: Member, { id, credential }: PasskeyView): Promise<void> {
    const { hub } = this.deps;
    const { credential: by, prf } = await this.gestures.ask(ACTION, [member]);
    const locked = await hub.lockedKey();
    const remove = (locked?.methods ?? []).filter((method) => method.credential === credential).map((method) => method.id);
    if (locked !== null && remove.length > 0 && locked.methods.length - remove.length >= 2) {
      // The answer of a passkey that unlocks the key opens what locks it; whoever confirmed otherwise may have it held still.
      if (prf !== null && locked.methods.some((method) => method.credential === by)) await this.hold(by, prf);
      if (await this.isHeld()) await hub.lockKey((await this.change({ locked, add: [], remove, newCode: false })).locked);
    }
    await hub.disablePasskey(id);
  }

  /** A first passkey soon after signing in needs no gesture; any other does. */
  private async passkeyOptions({ member }: Member): ReturnType<KeeperDeps['hub']['passkeyOptions']> {
    const { hub } = this.deps;
    try {
      return await hub.passkeyOptions();
    } catch (error) {
      if (!(error instanceof HubProblem) || error.code !== 'step-up-needed') throw error;
      await this.gestures.confirm(ACTION, [member]);
      return hub.passkeyOptions();
    }
  }

  private async letUnlock({ member }: Member, credential: string): Promise<void> {
    const { prf } = await this.gestures.ask(ACTION, [member], [credential]);
    if (prf === null) throw new Refusal('passkey-cannot-unlock');
    const locked = await this.locked();
    const remove = locked.methods.filter((method) => method.credential === credential).map(({ id }) => id);
    const changed = await this.change({ locked, add: [{ kind: 'passkey', credential, prf }], remove, newCode: false }, [prf.buffer]);
    await this.deps.hub.lockKey(changed.locked);
  }

  private async hold(credential: string, prf: Uint8Array<ArrayBuffer>): Promise<void> {
    const locked = await this.locked();
    told(await this.deps.secrets.ask('hold-lock', { locked, secret: { kind: 'passkey', credential, prf } }, [prf.buffer]));
  }

  private async change(given: Given<'change-lock'>, transfer: Transferable[] = []): Promise<Extract<Told<'change-lock'>, { ok: true }>> {
    return told(await this.deps.secrets.ask('change-lock', given, transfer));
  }

  private async locked(): Promise<LockedKey> {
    const locked = await this.deps.hub.lockedKey();
    if (locked === null) throw new Refusal('no-key');
    return locked;
  }
}

function told<T extends { ok: boolean }>(answer: T): Extract<T, { ok: true }> {
  if (!isTold(answer)) throw new Refusal('code' in answer && typeof answer.code === 'string' ? answer.code : 'unknown');
  return answer;
}

function isTold<T extends { ok: boolean }>(answer: T): answer is Extract<T, { ok: true }> {
  return answer.ok;
}
