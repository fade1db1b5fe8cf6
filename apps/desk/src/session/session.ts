import type { MeReply } from '@lateral/contracts';
import { HubProblem, type Hub } from '../hub/hub.js';
import type { Keeper, KeyLogState } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';

/** Nobody is signed in: what was to end has ended. */
const UNKNOWN = 401;

/**
 * Who is at this desk, and whether their keys are open. `newcomer`: signed in, and no member yet. `keyless`: a member whose key was never
 * made. `unsigned`: their key is made, and two custodians have not signed for it. `away`: the hub could not be asked. `nobody` with `ended`:
 * somebody was here until now.
 */
export type Standing =
  | { phase: 'starting' } | { phase: 'nobody'; ended: boolean } | { phase: 'away' }
  | { phase: 'newcomer'; me: MeReply } | { phase: 'keyless'; me: Member } | { phase: 'unsigned'; me: Member }
  | { phase: 'locked'; me: Member; byItself: boolean } | { phase: 'unlocked'; me: Member; log: KeyLogState };

/** The standing of this page, for whoever shows it. Pages ask it, and never the hub, who is there. */
export class Session {
  private standing: Standing = { phase: 'starting' };
  /** Somebody is signing out: nothing is to be asked for on their behalf. */
  isLeaving = false;
  /** The hub did not take the last signing out: somebody is still signed in here. */
  isStillIn = false;
  private isLocking = false;
  private readonly hearers = new Set<() => void>();
  /** Called before keys go, while they still can seal: drafts are put away here. */
  private readonly beforeLock = new Set<() => Promise<void>>();
  private readonly beforeLeaving = new Set<() => Promise<void>>();
  private readonly windows = new Set<() => void>();

  constructor(private readonly hub: Hub, private readonly keeper: Keeper) {}

  readonly now = (): Standing => this.standing;

  readonly hear = (hearer: () => void): (() => void) => {
    this.hearers.add(hearer);
    return () => { this.hearers.delete(hearer); };
  };

  /** `put` is awaited before keys go. Returns how to take it back. */
  readonly putAwayBeforeLock = (put: () => Promise<void>): (() => void) => {
    this.beforeLock.add(put);
    return () => { this.beforeLock.delete(put); };
  };

  /** `stored` is awaited before a session ends, in which the hub would take nothing more. */
  readonly storeBeforeLeaving = (stored: () => Promise<void>): void => {
    this.beforeLeaving.add(stored);
  };

  /** `tell` lets other windows know that somebody locks by hand. */
  readonly tellOtherWindows = (tell: () => void): void => {
    this.windows.add(tell);
  };

  /** Asks the hub who is signed in. */
  async start(): Promise<void> {
    try {
      this.become(standingOf(await this.hub.me()));
    } catch (error) {
      if (!(error instanceof HubProblem)) throw error;
      this.become({ phase: 'away' });
    }
  }

  unlocked(me: Member, log: KeyLogState): void {
    this.isStillIn = false;
    this.become({ phase: 'unlocked', me, log });
  }

  /** Somebody locks by hand: they leave the computer, and nothing stays open in any window of theirs. */
  async lockEverywhere(): Promise<void> {
    for (const tell of this.windows) tell();
    await this.lock();
  }

  /** Puts drafts away and locks this window. Nothing waits for a hub that does not answer: what could not be stored stays sealed in the page. */
  async lock(): Promise<void> {
    if (this.standing.phase !== 'unlocked' || this.isLocking) return;
    const { me } = this.standing;
    this.isLocking = true;
    await Promise.allSettled([...this.beforeLock].map((put) => put()));
    this.isLocking = false;
    if (this.now().phase !== 'unlocked') return;
    this.keeper.lock();
    this.become({ phase: 'locked', me, byItself: false });
  }

  /** The worker let go of its keys by itself. */
  locked(): void {
    this.keeper.locked();
    if (this.standing.phase === 'unlocked') this.become({ phase: 'locked', me: this.standing.me, byItself: true });
  }

  /** Locks, has what was written stored, and ends the session. Nobody is told that they are out while the hub says nothing of the kind. */
  async signOut(): Promise<void> {
    this.isLeaving = true;
    await this.lockEverywhere();
    await Promise.allSettled([...this.beforeLeaving].map((stored) => stored()));
    this.isStillIn = !await this.hub.signOut().then(() => true, (error: unknown) => error instanceof HubProblem && error.status === UNKNOWN);
    this.isLeaving = false;
    this.become(this.isStillIn ? { ...this.standing } : { phase: 'nobody', ended: true });
  }

  /** The hub said that nobody is signed in any more. */
  ended(): void {
    if (this.standing.phase === 'starting' || this.standing.phase === 'nobody') return;
    this.keeper.lock();
    this.become({ phase: 'nobody', ended: true });
  }

  private become(standing: Standing): void {
    this.standing = standing;
    for (const hearer of this.hearers) hearer();
  }
}

function standingOf(me: MeReply | null): Standing {
  if (me === null) return { phase: 'nobody', ended: false };
  if (me.member === null) return { phase: 'newcomer', me };
  const member = { ...me, member: me.member };
  if (!me.keyLocked) return { phase: 'keyless', me: member };
  return me.session.kind === 'newcomer' ? { phase: 'unsigned', me: member } : { phase: 'locked', me: member, byItself: false };
}
