import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import type { MemberRole, MeReply, PartnershipRegistration } from '@lateral/contracts';
import type { RateLimits } from '@lateral/hub';
import { makeIdentityProvider, type IdentityProvider } from '@lateral/identity-provider';
import type { Provisioned } from '@lateral/provision';
import { hrMs } from '@lateral/platform';
import { freePort } from '@lateral/testing';
import { Browser, type Page } from './browser.js';
import { hubDoor, type HubDoor, type HubDoorOptions } from './hub-door.js';

const AGENCIES = ['csc-north', 'police-north', 'school-north'] as const;
export const CLIENT_ID = 'lateral-hub';
const CALLBACK = 'http://localhost/v1/sign-in/callback';

/** A hub with the real providers of three agencies. Who has `role` in an agency is `<role>` at its provider, whichever agency it is. */
export interface PeopleWorld {
  door: HubDoor;
  provider: IdentityProvider;
  memberOf(agency: string, role: MemberRole): string;
  /** How the provider of their agency calls that member. */
  subjectOf(agency: string, role: MemberRole): string;
  browser(): Browser;
  /** Signs in at the agency's provider in a browser, a new one unless one is given. */
  signIn(agency: string, subject: string, browser?: Browser): Promise<Browser>;
  /** As far as the way back: the address that the provider sends the browser to, which it has not gone to yet. */
  answerFor(browser: Browser, agency: string, subject: string): Promise<URL>;
  /** Signs in anew at the address of a step-up, and comes back. */
  finish(browser: Browser, location: string, subject: string): Promise<Page>;
  me(browser: Browser): Promise<MeReply | null>;
  end(): Promise<void>;
}

/** `agencies` that have a provider: three where they are left out. `members`: people of some of them beside those whom every agency has. */
export interface PeopleOptions { limits?: Partial<RateLimits>; settings?: Record<string, string>; newcomers?: readonly string[]; agencies?: readonly string[]; members?: HubDoorOptions['members']; plans?: HubDoorOptions['plans'] }

export async function peopleWorld({ agencies = AGENCIES, ...options }: PeopleOptions = {}): Promise<PeopleWorld> {
  // The provider has to know it before the hub does.
  const hubPort = await freePort();
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'hub-1' };
  const roles: MemberRole[] = ['practitioner', 'responder', 'custodian', 'team_manager'];
  const people = [...roles, ...(options.newcomers ?? [])].map((subject) => ({ subject }));
  const provider = await makeIdentityProvider({
    port: 0, mode: 'test', elapsedMs: hrMs, agencies: agencies.map((id) => ({ id, name: { en: id, cy: id }, people })),
    clients: [{ clientId: CLIENT_ID, redirectUris: [CALLBACK], backChannelLogoutUri: `http://localhost:${hubPort}/v1/sign-in/back-channel-logout`, publicKey: { ...(await exportJWK(publicKey)), kid: 'hub-1' } as JWK }],
  });
  const memberOf = (made: Provisioned, agency: string, role: MemberRole): string | undefined => made.members.find((member) => member.agency === agency && member.roles.includes(role))?.member;
  const bound = (made: Provisioned): PartnershipRegistration['people'] => {
    const taken = new Set<string>();
    return agencies.flatMap((agency) => roles.flatMap((role) => {
      const member = memberOf(made, agency, role);
      if (member === undefined || taken.has(`${agency} ${member}`)) return [];
      taken.add(`${agency} ${member}`);
      return [{ agency, member, issuer: provider.issuerOf(agency), subject: role }];
    }));
  };
  const door = await hubDoor({
    people: bound, ...(options.limits === undefined ? {} : { limits: options.limits }), ...(options.members === undefined ? {} : { members: options.members }), ...(options.plans === undefined ? {} : { plans: options.plans }),
    settings: {
      HUB_PORT: String(hubPort), HUB_SIGN_IN_KEY: JSON.stringify(key),
      HUB_PROVIDERS: JSON.stringify(agencies.map((agency) => ({ agency, issuer: provider.issuerOf(agency), clientId: CLIENT_ID, stepUp: true }))), ...options.settings,
    },
  }).catch(async (error: unknown) => {
    await provider.close();
    throw error;
  });
  const answerFor = async (browser: Browser, agency: string, subject: string): Promise<URL> => {
    const isBack = (url: URL): boolean => url.href.startsWith(CALLBACK);
    const page = await browser.visit(`/v1/sign-in/start?agency=${agency}`, isBack);
    return isBack(page.url) ? page.url : (await browser.submit(page, { subject }, isBack)).url;
  };
  const browser = (): Browser => new Browser(hubPort);
  return {
    door, provider, browser, answerFor,
    memberOf: (agency, role) => memberOf(door.made, agency, role) ?? '',
    subjectOf: (agency, role) => door.made.registration.people.find((person) => person.agency === agency && person.member === memberOf(door.made, agency, role))?.subject ?? '',
    signIn: async (agency, subject, used = browser()) => {
      await used.visit((await answerFor(used, agency, subject)).href);
      return used;
    },
    finish: async (used, location, subject) => {
      const isBack = (url: URL): boolean => url.href.startsWith(CALLBACK);
      const page = await used.visit(location, isBack);
      return used.visit((isBack(page.url) ? page : await used.submit(page, { subject }, isBack)).url.href);
    },
    me: async (used) => meIn(await used.fetch('GET', '/v1/me')),
    end: async () => {
      await door.end();
      await provider.close();
    },
  };
}

function meIn({ status, text }: Page): MeReply | null {
  return status === 200 ? (JSON.parse(text) as MeReply) : null;
}
