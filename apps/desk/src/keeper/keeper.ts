import type { SealedEnvelope } from '@lateral/contracts';
import { MOST_STEP_UP_OBJECTS, ROLES_THAT_READ, type StepUpAction } from '@lateral/domain/access';
import { headingOf } from '@lateral/envelope/heading';
import type { UnlockSecret } from '@lateral/envelope/keys';
import type { RequestBody } from '@lateral/envelope/words';
import type { KeyLogState, KnownAgency, KnownMember, Letter } from '../crypto/protocol.js';
import { Ahead } from './ahead.js';
import { DirectoryCheck, type Directory } from './directory-check.js';
import { Gestures, type AtProvider } from './gestures.js';
import { Headings, type Headed } from './headings.js';
import { HubProblem } from '../hub/hub.js';
import type { KeeperDeps, Member } from './keeper-deps.js';
import { KeyLogCheck } from './key-log-check.js';
import { Letters, type Unsealed, type Wanted } from './letters.js';
import { makePasskey, type Gesture } from './passkeys.js';
import { Refusal } from './refusal.js';

export type { KeyLogState } from '../crypto/protocol.js';
export type { Headed } from './headings.js';
export type { Unsealed, Wanted } from './letters.js';
export { Refusal } from './refusal.js';
/** How long a verified directory is worked with before it is fetched again. */
const DIRECTORY_MS = 5 * 60_000;
const OWN_DIRECTORY = 'own directory';

export interface NewKey { fingerprint: string; key: string; recoveryCode: string; words: { en: string[]; cy: string[] } }

/** The acts of the desk that take hub, authenticator and worker together. It holds no secret: what the authenticator gives goes straight on. */
export class Keeper {
  private readonly gestures: Gestures;
  private readonly check: DirectoryCheck;
  private readonly log: KeyLogCheck;
  private readonly ahead: Ahead;
  private readonly letters: Letters;
  private readonly headings: Headings;
  private directory: { found: Directory; of: Set<string>; until: number } | null = null;
  /** Let in by a custodian's code: the hub asks such a session for no gesture, but for a proof of the key. */
  private isByCode = false;
  isUnlocked = false;
  private offers = false;

  constructor(private readonly deps: KeeperDeps) {
    this.gestures = new Gestures(deps);
    this.ahead = new Ahead(deps.now);
    this.check = new DirectoryCheck(deps);
    this.log = new KeyLogCheck(deps, this.ahead);
    this.headings = new Headings(deps);
    this.letters = new Letters(deps, { trust: (own, others) => this.trust(own, others), trustAnew: (own) => this.trustAnew(own) });
  }

  /** Acts on one's own key that few pages have: such a page brings their code. */
  own<Acts>(Made: new (deps: KeeperDeps, gestures: Gestures) => Acts): Acts {
    return new Made(this.deps, this.gestures);
  }

  /** Somebody unlocked with words who may like an easier way: until they have said yes or no. */
  get offersPasskey(): boolean {
    return this.offers;
  }

  readonly endOffer = (): void => { this.offers = false; };

  lock(): void {
    this.locked();
    this.deps.secrets.lock();
  }

  /** The keys are gone: whatever a gesture opened is to be asked for again. */
  locked(): void {
    this.isUnlocked = false;
    this.directory = null;
    this.ahead.clear();
    this.gestures.clear();
    this.offers = false;
  }

  /** The hub knows other readers than were sealed for: lists of people are looked at anew before the next sealing. A child does not wait until they are old. */
  outdated(): void {
    if (this.directory !== null) this.directory.until = 0;
  }

  /** Agencies of the partnership and colleagues, as last verified; empty while locked. */
  get known(): { agencies: readonly KnownAgency[]; colleagues: readonly KnownMember[] } {
    return (this.isUnlocked ? this.directory?.found : null) ?? { agencies: [], colleagues: [] };
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
    const gesture = await this.gestures.ask('change-own-keys', [member]);
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

  /**
   * Asks for what unlocking will take while somebody still looks for the button, and has the worker judge what it can without a key, which
   * is all that everybody may see: afterwards nothing but the gesture is waited for. What is refused here is refused, and said, when
   * somebody unlocks.
   */
  fetchAhead({ agency, session: { kind } }: Member): void {
    const { hub, secrets } = this.deps;
    secrets.begin();
    if (kind !== 'one-time-code') this.ahead.begin('passkeys', hub.passkeys);
    this.ahead.begin('locked key', hub.lockedKey);
    this.ahead.begin('copies', hub.teamCopies);
    this.ahead.begin(OWN_DIRECTORY, () => {
      this.log.fetchAhead();
      return this.judgeOwn(agency);
    });
  }

  /** One gesture that unlocks the key and lets these envelopes be opened for the next minutes. */
  async unlockByPasskey(me: Member, envelopes: Promise<readonly string[]>): Promise<KeyLogState> {
    const named = (await envelopes).slice(0, MOST_STEP_UP_OBJECTS);
    if (me.session.kind === 'one-time-code' || named.length === 0) return this.unlockWith(me, await this.localGesture(me));
    // This gesture changes the session's token: what was asked for ahead comes first, under the token that it was asked with.
    await this.ahead.settled();
    return this.unlockWith(me, await this.gestures.ask('open-content', named));
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
    await this.allowOpening(me, wanted);
    return this.letters.open(me.agency, wanted);
  }

  /**
   * Whom the own team's questions are about, under the same gesture: from the line that was sealed beside each, without collecting the
   * question. One that has none that opens is opened itself.
   */
  async openHeadings(me: Member, wanted: readonly Wanted[]): Promise<Headed[]> {
    await this.allowOpening(me, wanted);
    const found = await this.headings.open(wanted.map(({ envelope }) => envelope));
    const rest = wanted.filter(({ envelope }) => !found.has(envelope));
    const opened = rest.length === 0 ? [] : await this.letters.open(me.agency, rest);
    return [...[...found].map(([envelope, heading]) => ({ envelope, heading })), ...opened.map(({ envelope, opened: message }) => ({ envelope, heading: message && headingOf(message.body) }))];
  }

  /** The line that goes with a question. */
  sealHeading(message: string, body: RequestBody): ReturnType<Headings['seal']> {
    return this.headings.seal(message, body);
  }

  private async allowOpening(me: Member, wanted: readonly Wanted[]): Promise<void> {
    if (this.isByCode && !this.isUnlocked) throw new Refusal('locked');
    const missing = this.isByCode ? [] : wanted.filter(({ envelope }) => !this.mayOpen(envelope)).map(({ envelope }) => envelope);
    if (!this.isUnlocked || missing.length > 0) {
      const gesture = await this.gestures.ask('open-content', missing.length > 0 ? missing.slice(0, MOST_STEP_UP_OBJECTS) : wanted.slice(0, 1).map(({ envelope }) => envelope));
      // What unlocks goes to the worker and is empty here.
      if (this.isUnlocked) gesture.prf?.fill(0);
      else await this.unlockWith(me, gesture);
    }
  }

  /** Seals letters for their readers, all of one sending. Throws a Refusal where one of them has nobody who could read it. */
  seal({ agency }: Member, letters: readonly Letter[]): Promise<SealedEnvelope[]> {
    return this.letters.seal(agency, letters);
  }

  /** One gesture for an act on these objects, unless one is still good for all of them. */
  async confirm(action: StepUpAction, objects: readonly string[]): Promise<void> {
    if (!this.isByCode) await this.gestures.confirm(action, objects);
  }

  /** Fetches and verifies the directory of the own and these agencies, unless it was done a little while ago. */
  async trust(own: string, others: readonly string[]): Promise<Directory> {
    const { directory, deps: { now } } = this;
    if (directory !== null && directory.until > now().getTime() && others.every((other) => directory.of.has(other))) return directory.found;
    const found = await this.verifyDirectory(own, [...(directory?.of ?? []), ...others]);
    // A roster that the log did not hold may be in it by now. Where it cannot be asked, the worker judges by what it said before.
    const shown = found.keyLog.lacks ? await this.log.ask(found.keyLog.from) : null;
    if (shown !== null) await this.holdAgainstLog(found.marks, shown);
    return found;
  }

  /** Whether a gesture for it is still good: opening it asks nobody again. */
  mayOpen(envelope: string): boolean {
    return this.gestures.isGranted('open-content', envelope);
  }

  /** A code reaches no list of passkeys: those that unlock the key stand beside it. */
  private async localGesture({ session }: Member): Promise<Gesture> {
    const { hub } = this.deps;
    if (session.kind !== 'one-time-code') return this.gestures.local((await this.ahead.take('passkeys', hub.passkeys)).filter(({ disabledAt }) => disabledAt === null).map(({ credential }) => credential));
    const locked = await hub.lockedKey();
    return this.gestures.local((locked?.methods ?? []).flatMap(({ credential }) => credential ?? []));
  }

  private unlockWith(me: Member, { credential, prf }: Gesture | AtProvider): Promise<KeyLogState> {
    if (prf === null) throw new Refusal('passkey-cannot-unlock');
    return this.unlock(me, { kind: 'passkey', credential, prf }, [prf.buffer]);
  }

  private async unlock(me: Member, secret: UnlockSecret, transfer: Transferable[]): Promise<KeyLogState> {
    const { hub, secrets } = this.deps;
    const { agency, member, session: { kind } } = me;
    const { kind: by } = secret;
    const locked = await this.ahead.take('locked key', hub.lockedKey);
    if (locked === null) throw new Refusal('no-key');
    const unlocked = await secrets.ask('unlock', { locked, secret, expected: { agency, member } }, transfer);
    if (!unlocked.ok) throw new Refusal(unlocked.code);
    this.isUnlocked = true;
    this.isByCode = kind === 'one-time-code';
    this.offers = kind === 'person' && by !== 'passkey';
    try {
      if (this.isByCode) await this.proveKey(me);
      return await this.takeTeamKey(agency, member);
    } catch (error) {
      // Whoever is shown a directory that does not hold is left with a locked key, not with half of one.
      this.lock();
      throw error;
    }
  }

  /** Whoever made a code knows it as well as whom it is for: content is reached once the key itself has signed. Proven before in this session is as good. */
  private async proveKey({ session }: Member): Promise<void> {
    const { hub, secrets } = this.deps;
    const challenge = await hub.beginKeyProof().catch((error: unknown) => {
      if (error instanceof HubProblem && error.code === 'not-allowed') return null;
      throw error;
    });
    if (challenge === null) return;
    // Of the answer the nonce alone is taken: which session it is, and whose, is known here.
    const proof = await secrets.ask('prove-key', { session: session.id, nonce: challenge.nonce });
    if (!proof.ok) throw new Refusal(proof.code);
    await hub.proveKey(proof.signature);
  }

  /** Directory and copies as they are now: before a list of people is judged, and once one is in force. */
  takeAnew({ agency, member }: Member): Promise<KeyLogState> {
    this.ahead.clear();
    return this.takeTeamKey(agency, member);
  }

  private async takeTeamKey(agency: string, member: string): Promise<KeyLogState> {
    const { hub, secrets } = this.deps;
    const { colleagues, state } = await this.ahead.take(OWN_DIRECTORY, () => this.judgeOwn(agency));
    const copies = await secrets.ask('take-copies', { copies: await this.ahead.take('copies', hub.teamCopies) });
    if ('code' in copies) throw new Refusal(copies.code);
    // Whoever reads no content is given no copy: an administrator unlocks to sign.
    const readsNothing = colleagues.find((each) => each.member === member)?.roles.every((role) => !ROLES_THAT_READ.includes(role)) === true;
    if (copies.opened === 0 && !readsNothing) throw new Refusal('no-team-copy');
    return state;
  }

  /** The own agency's part of the directory, held against the key log. */
  private async judgeOwn(agency: string): Promise<{ colleagues: Directory['colleagues']; state: KeyLogState }> {
    const { marks, colleagues, keyLog: { from } } = await this.verifyDirectory(agency, []);
    return { colleagues, state: await this.holdAgainstLog(marks, await this.log.ask(from)) };
  }

  /** The same agencies once more, and what the log says of them. */
  private async trustAnew(own: string): Promise<void> {
    const others = [...(this.directory?.of ?? [])];
    this.directory = null;
    await this.trust(own, others);
  }

  private async verifyDirectory(own: string, others: readonly string[]): Promise<Directory> {
    const of = new Set([own, ...others]);
    const found = await this.check.verify(own, [...of]);
    this.directory = { found, of, until: this.deps.now().getTime() + DIRECTORY_MS };
    return found;
  }

  /** What the log contradicts is worked with no longer. */
  private holdAgainstLog(...held: Parameters<KeyLogCheck['hold']>): Promise<KeyLogState> {
    return this.log.hold(...held).catch((error: unknown) => {
      this.directory = null;
      throw error;
    });
  }
}
