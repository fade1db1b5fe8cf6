import type { Browser } from 'playwright-core';
import { digestOf, type OwnContactView } from '@lateral/contracts';
import type { MemberRole } from '@lateral/contracts';
import type { Language } from '../../apps/desk/src/words/languages.js';
import { SystemRandom } from '@lateral/platform';
import { Planter } from '../../tools/play/src/canary/planter.js';
import { agreementBetween } from '../world/agreement.js';
import { accepted } from '../world/check-scene.js';
import { peopleWorld, type PeopleOptions, type PeopleWorld } from '../world/people-world.js';
import { AtDesk } from './at-desk.js';
import { browserAt, Wire } from './chromium.js';
import { Watch } from './guards.js';
import { builtPages } from './pages.js';

export const ASKER = 'csc-north';
export const ASKED = ['police-north', 'school-north', 'housing-north', 'health-north'] as const;
const AGENCIES = [ASKER, ...ASKED];
/** Kinds for which the catalogue has a stack to answer by. */
const PLANS = { 'police-north': { competentAuthority: true }, 'housing-north': { type: 'RSL', publicAuthority: false } } as const;
const DAY_MS = 86_400_000;

/** Who sits down: an agency, and how its provider calls the account. */
export interface Seat { agency: string; role: MemberRole; language?: Language; viewport?: { width: number; height: number }; forcedColors?: 'active' }

/** A hub with its pages and the providers of five agencies, between which an agreement stands; and one browser for everybody. */
export class DeskWorld {
  private readonly seated: AtDesk[] = [];
  private constructor(readonly people: PeopleWorld, readonly wire: Wire, private readonly browser: Browser, readonly planter: Planter, readonly watch: Watch) {}

  /** In England, unless it is `W`. `plans`: in what agencies differ from those of every other test; `members`: who else belongs to some. */
  static async start({ nation = 'E', plans = PLANS, members = {} }: { nation?: 'E' | 'W'; plans?: PeopleOptions['plans']; members?: NonNullable<PeopleOptions['members']> } = {}): Promise<DeskWorld> {
    const everyone = Object.fromEntries(AGENCIES.map((agency) => [agency, [{ roles: ['agency_administrator'] as const }, ...members[agency] ?? []]]));
    const people = await peopleWorld({ agencies: AGENCIES, members: everyone, plans, settings: { HUB_PAGES: await builtPages() } });
    const wire = await Wire.to(people.door.hub.port);
    const planter = new Planter(new SystemRandom());
    const world = new DeskWorld(people, wire, await browserAt(wire.port), planter, new Watch(planter.prefix, people, wire));
    await Promise.all([...AGENCIES.map((agency) => world.sayContact(agency)), world.agree(nation)]);
    return world;
  }

  /** Somebody in front of their desk, unlocked. */
  async seat(seat: Seat): Promise<AtDesk> {
    const person = await AtDesk.sit(this.people, this.browser, this.watch, seat);
    this.seated.push(person);
    return person;
  }

  /** Somebody who is signed in where they never were before. */
  async arrive(seat: Seat): Promise<AtDesk> {
    const person = await AtDesk.arrive(this.people, this.browser, this.watch, seat);
    this.seated.push(person);
    return person;
  }

  /** A word that is in nothing but what is sealed, as a name could be written. */
  canary(): string {
    return `Q${this.planter.word()}`;
  }

  /** What the standing guards found on all pages, and what lies where it should not. */
  guards(): Promise<void> {
    return this.watch.searchAll(this.seated.map(({ desktop }) => desktop.complaints));
  }

  async end(): Promise<void> {
    for (const person of this.seated) await person.desktop.close();
    await this.browser.close();
    await this.wire.end();
    await this.people.end();
  }

  private async sayContact(agency: string): Promise<void> {
    const administrator = await this.people.door.signIn(agency, 'agency_administrator');
    const policyDocument = { id: 'APD-T-1', version: '1.0', reviewDate: new Date(Date.now() + 365 * DAY_MS).toISOString().slice(0, 10) };
    accepted(await administrator.put(`/v1/agencies/${agency}/contact`, { version: 0, phone: '01632 960 001', outOfHoursPhone: null, hours: [], mailbox: null, escalationMailbox: null, language: 'en', policyDocument, approved: 'some' } satisfies Partial<OwnContactView>));
  }

  private async agree(nation: 'E' | 'W'): Promise<void> {
    const document = await agreementBetween(AGENCIES, 'DSA-DESK', { purposes: ['decide_threshold', 's47_enquiry'], categories: ['police.*', 'edu.*', 'hous.*', 'health.*'] }, nation);
    const [first, ...others] = await Promise.all(AGENCIES.map((agency) => this.people.door.signIn(agency, 'signatory')));
    accepted(await first!.post('/v1/agreements', { document }));
    for (const other of others.slice(0, 1)) accepted(await other.post(`/v1/agreements/${document.reference}/versions/${document.version}/approval`, { digest: digestOf('agreement', document) }));
  }
}
