import type { SessionKind } from '@lateral/contracts';
import { ACTS, hasRight, type Act, type Role } from '@lateral/domain/access';

/** Whether somebody with these roles may do it in a matter of their own agency: by the table that the hub's guard reads. */
export function may(act: Act, roles: readonly Role[]): boolean {
  return hasRight(ACTS[act], roles);
}

export const PLACES = ['checks', 'inbox', 'team', 'agency'] as const;
export type Place = (typeof PLACES)[number];

const THERE: Record<Place, (roles: readonly Role[]) => boolean> = {
  checks: (roles) => may('open-check', roles),
  inbox: (roles) => may('answer-request', roles),
  team: (roles) => roles.includes('team_manager'),
  agency: (roles) => roles.includes('agency_administrator') || roles.includes('custodian'),
};

/** Rooms whose words the first page of each part says. */
const WORDS: Record<Place, readonly string[]> = { checks: ['board', 'check', 'codes'], inbox: ['inbox', 'codes'], team: ['team', 'codes'], agency: ['agency'] };

/** Those of the part that an address is in, to be fetched before its page is shown. */
export function wordsAt(path: string): readonly string[] {
  const place = PLACES.find((each) => path === `/${each}`);
  return place === undefined ? [] : WORDS[place];
}

/** The parts of the service that somebody's roles have work in, in the order of the navigation. */
export function placesOf(roles: readonly Role[]): Place[] {
  return PLACES.filter((place) => THERE[place](roles));
}

/** Where somebody begins. Who has work nowhere here still has an account; whom a one-time code let in came for what others ask. */
export function homeOf(roles: readonly Role[], kind: SessionKind = 'person'): string {
  const places = placesOf(roles);
  const first = kind === 'one-time-code' && places.includes('inbox') ? 'inbox' : places[0];
  return first === undefined ? '/account' : `/${first}`;
}
