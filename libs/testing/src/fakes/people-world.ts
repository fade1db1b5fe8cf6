import type { StepUpAction } from '@lateral/domain/access';
import { BeginPasskey, BeginStepUp, DisablePasskey, DisablePasskeysOf, EnrolPasskey, GrantByPasskey, ListPasskeys, StepUpByProvider, StepUpCheck, type GrantedStepUp, type Present, type SessionStanding } from '@lateral/exchange';
import { SampleBytes } from '../hub/sample-writes.js';
import { valueOf } from './exchange-world.js';
import { StandingClock, StandInTokenHash } from './fake-parts.js';
import { MemoryPasskeyStore, MemoryStepUpStore } from './memory-passkeys.js';
import { MemorySessionStore } from './memory-people.js';
import { keyOf, MemoryTables } from './memory-tables.js';
import { memberOf } from './sample-parties.js';
import { standInAnswer, StandInPasskeyVerifier, standInRegistration, StandInStepUpSignIn } from './stand-in-passkeys.js';

const START = new Date('2026-03-09T10:15:00.000Z');
const SESSION_MS = 12 * 3_600_000;
const ISSUER = 'https://provider.example';

/** People with sessions, passkeys and gestures, in memory, and every act of theirs over them. */
export class PeopleWorld {
  readonly clock = new StandingClock(START);
  readonly randomness = new SampleBytes(11);
  readonly tables = new MemoryTables();
  readonly sessions = new MemorySessionStore(this.tables);
  readonly passkeys = new MemoryPasskeyStore(this.tables);
  readonly stepUps = new MemoryStepUpStore(this.tables, this.passkeys);
  readonly signIn = new StandInStepUpSignIn();
  readonly tokens = new StandInTokenHash();
  readonly check = new StepUpCheck({ clock: this.clock, sessions: this.sessions, stepUps: this.stepUps });
  readonly acts = actsOf(this);
  private made = 0;

  /** A session of a member, begun now. */
  async present(kind: SessionStanding['kind'] = 'person', member = 'm1', agency = 'school-b'): Promise<Present> {
    const id = this.id('s');
    const person = kind === 'person' || kind === 'newcomer' ? { issuer: ISSUER, subject: member } : { issuer: null, subject: null };
    const at = this.clock.at;
    await this.sessions.start({ id, kind, agency, member, ...person, sid: null, startedAt: at, seenAt: at, idleUntil: null, expiresAt: new Date(at.getTime() + SESSION_MS), tokenHash: this.tokens.hash(id) }, []);
    return { actor: memberOf(agency, member), session: { id, tokenHash: this.tokens.hash(id), kind, agency, startedAt: at, keyProven: false, ...person } };
  }

  /** A passkey enrolled in this session, by its credential. */
  async enrolled(present: Present, counter = 0): Promise<string> {
    const { challenge } = valueOf(await this.acts.beginPasskey.carryOut(present));
    const credential = this.id('c');
    valueOf(await this.acts.enrolPasskey.carryOut(present, this.attempt(), standInRegistration(challenge, credential, counter)));
    return credential;
  }

  /** A gesture with that passkey, granted. From here on they show the token that came with it. */
  async steppedUp(present: Present, action: StepUpAction, objects: string[], credential: string): Promise<GrantedStepUp> {
    const { id, challenge } = valueOf(await this.acts.beginStepUp.carryOut(present, { action, objects }));
    const granted = valueOf(await this.acts.grantByPasskey.carryOut(present, id, standInAnswer(challenge, credential)));
    present.session.tokenHash = this.tokens.hash(granted.token);
    return granted;
  }

  attempt(): { key: string; digest: string } {
    const key = this.id('key');
    return { key, digest: `body of ${key}` };
  }

  private id(letter: string): string {
    this.made += 1;
    return `${letter}${String(this.made).padStart(8, '0')}`;
  }
}

function actsOf({ clock, randomness, tables, sessions, passkeys, stepUps, signIn, tokens, check }: PeopleWorld) {
  const verifier = new StandInPasskeyVerifier();
  const checks = { earlier: async (actor: { agency: string; member: string }, key: string) => tables.keys.get(keyOf(actor, key)) ?? null };
  const enrolling = { clock, randomness, passkeys, stepUps: check };
  const granting = { clock, randomness, passkeys, stepUps, sessions, tokens };
  return {
    beginPasskey: new BeginPasskey(enrolling, 'hub.example'), enrolPasskey: new EnrolPasskey({ ...enrolling, verifier, checks }),
    listPasskeys: new ListPasskeys({ passkeys }), disablePasskey: new DisablePasskey(enrolling), disablePasskeysOf: new DisablePasskeysOf(enrolling),
    beginStepUp: new BeginStepUp({ ...granting, signIn }, 'hub.example'), grantByPasskey: new GrantByPasskey({ ...granting, verifier }), stepUpByProvider: new StepUpByProvider({ ...granting, signIn }),
  };
}
