import type { MeReply } from '@lateral/contracts';
import type { Hub } from '../hub.js';
import { HubProblem } from '../hub.js';
import { Refusal, type Keeper, type Member, type NewKey } from '../keeper.js';
import { firstKeys, join } from './first-keys.js';
import { inbox } from './inbox.js';
import { recoverySheet, waitForCustodians } from './recovery-sheet.js';
import { sessions } from './sessions.js';
import { signIn } from './sign-in.js';
import { faultIn, WORDS, type Language, type Words } from './texts.js';
import { unlock } from './unlock.js';
import type { Screen } from './view.js';

export interface DeskParts { hub: Hub; keeper: Keeper; screen: Screen; print: () => void; takeNotice: () => string | null }

/** Refused on this side, and nobody's fault. */
const NO_ALARM = new Set(['no-key', 'locked', 'no-directory', 'nothing-to-open']);

/** Which page somebody is on; each draws itself, and again in the other language. */
export class Desk {
  language: Language;
  private draw: () => void | Promise<void> = () => undefined;

  constructor(readonly parts: DeskParts, language: Language) {
    this.language = language;
  }

  get words(): Words {
    return WORDS[this.language];
  }

  get hub(): Hub { return this.parts.hub; }
  get keeper(): Keeper { return this.parts.keeper; }
  get screen(): Screen { return this.parts.screen; }

  /** Where somebody is who has just come: the hub says how far they have got. */
  start(): Promise<void> {
    return this.go(async () => {
      const me = await this.hub.me();
      if (me === null) return signIn(this);
      if (!hasName(me)) return join(this);
      if (!me.keyLocked) return firstKeys(this, me);
      return me.session.kind === 'person' ? unlock(this, me) : waitForCustodians(this, me);
    });
  }

  toSheet(me: Member, made: NewKey): Promise<void> { return this.go(() => recoverySheet(this, me, made)); }
  toWaiting(me: Member): Promise<void> { return this.go(() => waitForCustodians(this, me)); }
  toInbox(me: Member, note: string | null = null): Promise<void> { return this.go(() => inbox(this, me, note)); }
  toUnlock(me: Member): Promise<void> { return this.go(() => unlock(this, me)); }
  toSessions(me: Member): Promise<void> { return this.go(() => sessions(this, me)); }
  to(draw: () => void | Promise<void>): Promise<void> { return this.go(draw); }

  /** The keys locked themselves: whatever was open goes from the page. */
  async lockedItself(): Promise<void> {
    await this.start();
    this.screen.say(this.words.lockedNow);
  }

  /** The same page in the other language. */
  switchTo(language: Language): Promise<void> {
    this.language = language;
    return this.go(this.draw);
  }

  /** Does something that may fail, and says in words what went wrong; `false` where it did. */
  async attempt(act: () => Promise<void>): Promise<boolean> {
    this.screen.say(this.words.wait);
    try {
      await act();
      return true;
    } catch (error) {
      await this.fail(error);
      return false;
    }
  }

  private async go(draw: () => void | Promise<void>): Promise<void> {
    this.draw = draw;
    await this.attempt(async () => { await draw(); });
  }

  private async fail(error: unknown): Promise<void> {
    const code = codeOf(error);
    if (code === 'unauthenticated') {
      this.keeper.lock();
      this.draw = () => signIn(this);
      await signIn(this).catch(() => undefined);
    }
    this.screen.error(this.words.problem, faultIn(this.language, code, error instanceof Refusal && !NO_ALARM.has(code)));
  }
}

function hasName(me: MeReply): me is Member {
  return me.member !== null;
}

function codeOf(error: unknown): string {
  if (error instanceof Refusal || error instanceof HubProblem) return error.code;
  if (error instanceof DOMException) return 'called-off';
  return 'unknown';
}
