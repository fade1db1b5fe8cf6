import { toBase64Url, type MeReply, type SealedEnvelope } from '@lateral/contracts';
import { MOST_STEP_UP_OBJECTS, STEP_UP_MS, type StepUpAction } from '@lateral/domain/access';
import type { UnlockSecret } from '@lateral/envelope/keys';
import type { Awaited, KnownAgency, KnownMember, Letter, OpenedMessage, Refused, Told } from './crypto/protocol.js';
import type { Secrets } from './crypto/secrets.js';
import { HubProblem, type Hub } from './hub.js';
import { keepMarks, storedMarks } from './marks.js';
import { makePasskey, usePasskey, type Authenticators, type Gesture } from './passkeys.js';

/** A little less than the hub allows, so that nobody is sent back for a second's difference. */
const GRANT_MS = STEP_UP_MS - 30_000;
/** How long a verified directory is worked with before it is fetched again. */
const DIRECTORY_MS = 5 * 60_000;

export interface KeeperDeps {
  hub: Hub;
  secrets: Secrets;
  authenticators: Authenticators;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  now: () => Date;
  random: (length: number) => Uint8Array;
  /** Fingerprint of the partnership's root, as it came with this code. */
  pin: () => Promise<string>;
  /** Sends the person to their provider in a tab of its own, because the keys of this one must stay; comes back when they do. */
  signInAgain: (location: string) => Promise<void>;
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
/** One envelope that is to be opened, and what it must turn out to be. */
export interface Wanted { envelope: string; expected: Awaited }
/** What came of it: the message, or why nothing of it is shown. `step` where it did not pass its verification, which the hub has been told. */
export type Unsealed = { envelope: string; opened: OpenedMessage } | { envelope: string; opened: null; code: string; step: number | null };
/** In place of a passkey's answer. */
const AT_PROVIDER = { body: null, credential: '', prf: null } as const;
type AtProvider = typeof AT_PROVIDER;
type Directory = Extract<Told<'verify-directory'>, { ok: true }>;

/** The acts of the desk that take hub, authenticator and worker together. It holds no secret: what the authenticator gives goes straight on. */
export class Keeper {
  private readonly granted = new Map<string, number>();
  private directory: { found: Directory; of: Set<string>; until: number } | null = null;
  isUnlocked = false;

  constructor(private readonly deps: KeeperDeps) {}

  lock(): void {
    this.locked();
    this.deps.secrets.lock();
  }

  /** The keys are gone: whatever a gesture opened is to be asked for again. */
  locked(): void {
    this.isUnlocked = false;
    this.directory = null;
    this.granted.clear();
  }

  /** Agencies of the partnership and colleagues, as last verified; empty while locked. */
  get known(): { agencies: readonly KnownAgency[]; colleagues: readonly KnownMember[] } {
    return this.directory?.found ?? { agencies: [], colleagues: [] };
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

  /** One gesture that unlocks the key and lets these envelopes be opened for the next minutes. */
  async unlockByPasskey(me: Member, envelopes: readonly string[]): Promise<KeyLogState> {
    const named = envelopes.slice(0, MOST_STEP_UP_OBJECTS);
    const gesture = named.length > 0 ? await this.gesture('open-content', named) : await this.localGesture();
    return this.unlockWith(me, gesture);
  }

  /** A passphrase or the code of the recovery sheet. Opening something asks for a gesture afterwards. */
  unlockBySecret(me: Member, secret: Exclude<UnlockSecret, { kind: 'passkey' }>): Promise<KeyLogState> {
    return this.unlock(me, secret, []);
  }

  /**
   * Collects, verifies and opens messages. One gesture does for all of them, and for the key where that is locked. What does not pass is
   * not shown and does not stop the others.
   */
  async openAll(me: Member, wanted: readonly Wanted[]): Promise<Unsealed[]> {
    const missing = wanted.filter(({ envelope }) => !this.mayOpen(envelope)).map(({ envelope }) => envelope);
    if (!this.isUnlocked || missing.length > 0) {
      const gesture = await this.gesture('open-content', missing.length > 0 ? missing.slice(0, MOST_STEP_UP_OBJECTS) : wanted.slice(0, 1).map(({ envelope }) => envelope));
      if (!this.isUnlocked) await this.unlockWith(me, gesture);
      gesture.prf?.fill(0);
    }
    await this.trust(me.agency, wanted.map(({ expected }) => expected.from));
    return Promise.all(wanted.map((each) => this.open(each)));
  }

  /** Seals letters for their readers, all of one sending. Throws a Refusal where one of them has nobody who could read it. */
  async seal(me: Member, letters: readonly Letter[]): Promise<SealedEnvelope[]> {
    const { delegates } = await this.trust(me.agency, letters.flatMap(({ to }) => (to === null ? [] : [to])));
    // Whoever reads for an agency at night has a roster of its own to be verified by.
    if (delegates.length > 0) await this.trust(me.agency, delegates);
    return Promise.all(letters.map(async (letter) => {
      const sealed = await this.deps.secrets.ask('seal-message', { letter });
      if (!sealed.ok) throw new Refusal(sealed.code);
      return sealed.envelope;
    }));
  }

  /** One gesture for an act on these objects, unless one is still good for all of them. */
  async confirm(action: StepUpAction, objects: readonly string[]): Promise<void> {
    if (objects.every((object) => this.isGranted(action, object))) return;
    const gesture = await this.gesture(action, objects);
    gesture.prf?.fill(0);
  }

  /** Fetches and verifies the directory of the own and these agencies, unless it was done a little while ago. */
  async trust(own: string, others: readonly string[]): Promise<Directory> {
    const { directory, deps: { now } } = this;
    if (directory !== null && directory.until > now().getTime() && others.every((other) => directory.of.has(other))) return directory.found;
    return this.verifyDirectory(own, [...(directory?.of ?? []), ...others]);
  }

  private async open({ envelope, expected }: Wanted): Promise<Unsealed> {
    const { hub, secrets } = this.deps;
    const handOver = await hub.handOver(envelope);
    const opened = await secrets.ask('open-message', { handOver, expected });
    if (opened.ok) {
      await hub.recordOpening(envelope, opened.mismatched.length === 0 ? { shown: true } : { shown: true, mismatched: opened.mismatched });
      return { envelope, opened };
    }
    // Tampering leaves a trace: the hub is told at which step, and nobody is shown anything.
    if ('step' in opened) await hub.recordOpening(envelope, { shown: false, step: opened.step, reason: opened.code });
    return { envelope, opened: null, code: opened.code, step: 'step' in opened ? opened.step : null };
  }

  /** Whether a gesture for it is still good: opening it asks nobody again. */
  mayOpen(envelope: string): boolean {
    return this.isGranted('open-content', envelope);
  }

  private isGranted(action: StepUpAction, object: string): boolean {
    return (this.granted.get(`${action} ${object}`) ?? 0) > this.deps.now().getTime();
  }

  private async gesture(action: StepUpAction, objects: readonly string[]): Promise<Gesture | AtProvider> {
    const { hub, secrets, authenticators, now } = this.deps;
    const asked = await hub.beginStepUp(action, [...objects]);
    const gesture = asked.credentials.length === 0 && asked.provider ? await this.atProvider(asked.id) : await usePasskey(asked, await secrets.ask('prf-input', null), authenticators);
    if (gesture.body !== null) await hub.answerStepUp(asked.id, gesture.body);
    for (const object of objects) this.granted.set(`${action} ${object}`, now().getTime() + GRANT_MS);
    return gesture;
  }

  /** Whoever has no passkey, and whose agency allows it, signs in afresh: it shows who they are and unlocks nothing. */
  private async atProvider(stepUp: string): Promise<AtProvider> {
    const { hub, signInAgain } = this.deps;
    const { location } = await hub.stepUpAtProvider(stepUp);
    await signInAgain(location);
    return AT_PROVIDER;
  }

  /** Where there is nothing to open the hub need not know: the challenge is our own, and nobody reads the answer. */
  private async localGesture(): Promise<Gesture> {
    const { hub, secrets, authenticators, random } = this.deps;
    const inUse = (await hub.passkeys()).filter(({ disabledAt }) => disabledAt === null);
    const asked = { challenge: toBase64Url(random(32)), credentials: inUse.map(({ credential }) => credential), rpId: globalThis.location.hostname };
    return usePasskey(asked, await secrets.ask('prf-input', null), authenticators);
  }

  private unlockWith(me: Member, { credential, prf }: Gesture | AtProvider): Promise<KeyLogState> {
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
    const { marks } = await this.verifyDirectory(agency, []);
    const copies = await secrets.ask('take-copies', { copies: await hub.teamCopies() });
    if ('code' in copies) throw new Refusal(copies.code);
    if (copies.opened === 0) throw new Refusal('no-team-copy');
    return this.checkKeyLog(marks);
  }

  private async verifyDirectory(own: string, others: readonly string[]): Promise<Directory> {
    const { hub, secrets, storage, pin, now } = this.deps;
    const of = new Set([own, ...others]);
    const [partnership, root, ...rosters] = await Promise.all([hub.partnership(), pin(), ...[...of].map((agency) => hub.rosters(agency))] as const);
    const verified = await secrets.ask('verify-directory', { own, partnership, rosters, pin: root, marks: storedMarks(storage) });
    if (!verified.ok) throw new Refusal(verified.code);
    keepMarks(verified.marks, storage);
    this.directory = { found: verified, of, until: now().getTime() + DIRECTORY_MS };
    return verified;
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
