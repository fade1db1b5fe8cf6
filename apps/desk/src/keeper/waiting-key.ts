import type { LockedKey } from '@lateral/contracts';
import type { UnlockSecret } from '@lateral/envelope/keys';
import type { Gestures } from './gestures.js';
import type { KeeperDeps, Member } from './keeper-deps.js';
import { Refusal } from './refusal.js';

/** What a custodian compares with the person themself before they sign. */
export interface ComparedKey { fingerprint: string; words: { en: string[]; cy: string[] } }

/**
 * One's own key before two custodians have signed it. Its words are told of the key itself, once it is opened here: a hub that shows the
 * custodians another key would show its fingerprint here too, and the words would agree.
 */
export class WaitingKey {
  constructor(private readonly deps: Pick<KeeperDeps, 'hub' | 'secrets'>, private readonly gestures: Gestures) {}

  async byPasskey(me: Member): Promise<ComparedKey> {
    const locked = await this.locked();
    const credentials = locked.methods.flatMap(({ credential }) => credential ?? []);
    if (credentials.length === 0) throw new Refusal('passkey-cannot-unlock');
    const { credential, prf } = await this.gestures.local(credentials);
    if (prf === null) throw new Refusal('passkey-cannot-unlock');
    return this.open(me, { locked, secret: { kind: 'passkey', credential, prf } }, [prf.buffer]);
  }

  async bySecret(me: Member, secret: Exclude<UnlockSecret, { kind: 'passkey' }>): Promise<ComparedKey> {
    return this.open(me, { locked: await this.locked(), secret });
  }

  private async open({ agency, member }: Member, opening: { locked: LockedKey; secret: UnlockSecret }, transfer: Transferable[] = []): Promise<ComparedKey> {
    const { secrets } = this.deps;
    const opened = await secrets.ask('unlock', { ...opening, expected: { agency, member } }, transfer);
    if (!opened.ok) throw new Refusal(opened.code);
    const { fingerprint } = opened;
    return { fingerprint, words: await secrets.ask('words', { agency, member, fingerprint }) };
  }

  private async locked(): Promise<LockedKey> {
    const locked = await this.deps.hub.lockedKey();
    if (locked === null) throw new Refusal('no-key');
    return locked;
  }
}
