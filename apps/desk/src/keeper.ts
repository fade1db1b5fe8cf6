import { toBase64Url, type HandOverReply, type MeReply, type RequestView } from '@lateral/contracts';
import type { StepUpAction } from '@lateral/domain/access';
import type { UnlockSecret } from '@lateral/envelope/keys';
import type { OpenedRequest, Refused, Told } from './crypto/protocol.js';
import type { Secrets } from './crypto/secrets.js';
import type { Hub } from './hub.js';
import { HubProblem } from './hub.js';
import { keepMarks, storedMarks } from './marks.js';
import { makePasskey, usePasskey, type Authenticators, type Gesture } from './passkeys.js';

/** A gesture may name so many objects. */
const MOST_OBJECTS = 20;
/** A little less than the hub's five minutes, so that nobody is sent back for a second's difference. */
const GRANT_MS = 4.5 * 60_000;

export interface KeeperDeps {
  hub: Hub;
  secrets: Secrets;
  authenticators: Authenticators;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  now: () => Date;
  random: (length: number) => Uint8Array;
  /** Fingerprint of the partnership's root, as it came with this code. */
  pin: () => Promise<string>;
}

/** Something that was refused here, on the client's side; `code` has words in both languages, or the general ones. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly code: string) {
    super(code);
  }
}

export interface NewKey { fingerprint: string; key: string; recoveryCode: string; words: { en: string[]; cy: string[] } }
/** What could be told of the key log: that it holds the own agency's keys and no others, that it is behind, that it could not be asked. */
export type KeyLogState = 'exact' | 'waiting' | 'away';
export type Member = MeReply & { member: string };

/** The acts of the desk that take hub, authenticator and worker together. It holds no secret: what the authenticator gives goes straight on. */
export class Keeper {
  private readonly granted = new Map<string, number>();
  isUnlocked = false;

  constructor(private readonly deps: KeeperDeps) {}

  lock(): void {
    this.isUnlocked = false;
    this.deps.secrets.lock();
  }

  /** The keys are gone: whatever a gesture opened is to be asked for again. */
  locked(): void {
    this.isUnlocked = false;
    this.granted.clear();
  }

  /** Whether the new passkey can unlock a key. */
  async enrol(label: string): Promise<boolean> {
    const { hub, authenticators } = this.deps;
    const { body, prf } = await makePasskey(await hub.passkeyOptions(), label, authenticators);
    await hub.enrolPasskey(body);
    return prf;
  }

  /** Makes the personal key, locks it with the passkey's secret or a passphrase and a recovery code, and brings its public half to the custodians. */
  async makeKey({ agency, member }: Member, passphrase: string | null): Promise<NewKey> {
    const { hub, secrets } = this.deps;
    const gesture = await this.gesture('change-own-keys', [member]);
    const { key, fingerprint } = await secrets.ask('make-key', { agency, member });
    const chosen: UnlockSecret[] = passphrase === null ? [] : [{ kind: 'passphrase', passphrase }];
    if (gesture.prf !== null) chosen.push({ kind: 'passkey', credential: gesture.credential, prf: gesture.prf });
    const locked = await secrets.ask('lock-key', { secrets: chosen }, gesture.prf === null ? [] : [gesture.prf.buffer]);
    if (!locked.ok) throw new Refusal(locked.code);
    await hub.lockKey(locked.locked);
    await hub.bringKey({ key, fingerprint });
    this.isUnlocked = true;
    return { fingerprint, key, recoveryCode: locked.recoveryCode, words: await secrets.ask('words', { agency, member, fingerprint }) };
  }

  /** One gesture that unlocks the key and, where requests wait, lets them be opened for the next minutes. */
  async unlockByPasskey(me: Member, waiting: readonly RequestView[]): Promise<KeyLogState> {
    const envelopes = waiting.map(questionOf).filter((id) => id !== null).slice(0, MOST_OBJECTS);
    const gesture = envelopes.length > 0 ? await this.gesture('open-content', envelopes) : await this.localGesture();
    return this.unlockWith(me, gesture);
  }

  /** A passphrase or the code of the recovery sheet. Opening something asks for a gesture afterwards. */
  unlockBySecret(me: Member, secret: Exclude<UnlockSecret, { kind: 'passkey' }>): Promise<KeyLogState> {
    return this.unlock(me, secret, []);
  }

  /** Collects, verifies and opens a request. One gesture does for the hub and for the key where the key is locked. */
  async open(me: Member, view: RequestView): Promise<OpenedRequest> {
    const { hub, secrets } = this.deps;
    const envelope = questionOf(view);
    if (envelope === null) throw new Refusal('nothing-to-open');
    if (!this.isUnlocked || !this.mayOpen(envelope)) {
      const gesture = await this.gesture('open-content', [envelope]);
      if (!this.isUnlocked) await this.unlockWith(me, gesture);
      gesture.prf?.fill(0);
    }
    await this.verifyDirectory(me.agency, [view.asking]);
    const handOver: HandOverReply = await hub.handOver(envelope);
    const opened = await secrets.ask('open-request', { handOver, asking: view.asking, check: view.check, request: view.id });
    if (opened.ok) {
      await hub.recordOpening(envelope, opened.mismatched.length === 0 ? { shown: true } : { shown: true, mismatched: opened.mismatched });
      return opened;
    }
    // Tampering leaves a trace: the hub is told at which step, and nobody is shown anything.
    if ('step' in opened) await hub.recordOpening(envelope, { shown: false, step: opened.step, reason: opened.code });
    throw new Refusal(opened.code);
  }

  private mayOpen(envelope: string): boolean {
    return (this.granted.get(envelope) ?? 0) > this.deps.now().getTime();
  }

  private async gesture(action: StepUpAction, objects: string[]): Promise<Gesture> {
    const { hub, secrets, authenticators, now } = this.deps;
    const asked = await hub.beginStepUp(action, objects);
    const gesture = await usePasskey(asked, await secrets.ask('prf-input', null), authenticators);
    await hub.answerStepUp(asked.id, gesture.body);
    if (action === 'open-content') for (const object of objects) this.granted.set(object, now().getTime() + GRANT_MS);
    return gesture;
  }

  /** Where there is nothing to open the hub need not know: the challenge is our own, and nobody reads the answer. */
  private async localGesture(): Promise<Gesture> {
    const { hub, secrets, authenticators, random } = this.deps;
    const inUse = (await hub.passkeys()).filter(({ disabledAt }) => disabledAt === null);
    const asked = { challenge: toBase64Url(random(32)), credentials: inUse.map(({ credential }) => credential), rpId: globalThis.location.hostname };
    return usePasskey(asked, await secrets.ask('prf-input', null), authenticators);
  }

  private unlockWith(me: Member, { credential, prf }: Gesture): Promise<KeyLogState> {
    if (prf === null) throw new Refusal('passkey-cannot-unlock');
    return this.unlock(me, { kind: 'passkey', credential, prf }, [prf.buffer]);
  }

  private async unlock({ agency, member }: Member, secret: UnlockSecret, transfer: Transferable[]): Promise<KeyLogState> {
    const { hub, secrets } = this.deps;
    const locked = await hub.lockedKey();
    if (locked === null) throw new Refusal('no-key');
    const unlocked = await secrets.ask('unlock', { locked, secret, expected: { agency, member } }, transfer);
    if (!unlocked.ok) throw new Refusal(unlocked.code);
    this.isUnlocked = true;
    try {
      return await this.takeTeamKey(agency);
    } catch (error) {
      // Whoever is shown a directory that does not hold is left with a locked key, not with half of one.
      this.lock();
      throw error;
    }
  }

  private async takeTeamKey(agency: string): Promise<KeyLogState> {
    const { hub, secrets } = this.deps;
    const marks = await this.verifyDirectory(agency, []);
    const copies = await secrets.ask('take-copies', { copies: await hub.teamCopies() });
    if ('code' in copies) throw new Refusal(copies.code);
    if (copies.opened === 0) throw new Refusal('no-team-copy');
    return this.checkKeyLog(marks);
  }

  private async verifyDirectory(own: string, others: readonly string[]): Promise<Extract<Told<'verify-directory'>, { ok: true }>['marks']> {
    const { hub, secrets, storage, pin } = this.deps;
    const rosters = [];
    for (const agency of new Set([own, ...others])) rosters.push(await hub.rosters(agency));
    const verified = await secrets.ask('verify-directory', { own, partnership: await hub.partnership(), rosters, pin: await pin(), marks: storedMarks(storage) });
    if (!verified.ok) throw new Refusal(verified.code);
    keepMarks(verified.marks, storage);
    return verified.marks;
  }

  /** A log that contradicts is refused; one that cannot be asked stops nobody who has an answer to give. */
  private async checkKeyLog(marks: Parameters<typeof keepMarks>[0]): Promise<KeyLogState> {
    const { hub, secrets, storage } = this.deps;
    const shown = await hub.keyLog().catch((error: unknown) => {
      if (error instanceof HubProblem && error.code !== 'unauthenticated') return null;
      throw error;
    });
    if (shown === null) return 'away';
    const checked: Told<'check-key-log'> | Refused<string> = await secrets.ask('check-key-log', { ...shown, marks });
    if (!checked.ok) throw new Refusal(checked.code);
    keepMarks(checked.marks, storage);
    return checked.waiting ? 'waiting' : 'exact';
  }
}

/** The newest version of the question. */
function questionOf({ envelopes }: RequestView): string | null {
  return envelopes.find(({ type, supersededBy }) => type === 'request' && supersededBy === null)?.id ?? null;
}
