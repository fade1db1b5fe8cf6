import type { CheckView, EnvelopeView, RequestView } from '@lateral/contracts';
import { MOST_STEP_UP_OBJECTS } from '@lateral/domain/access';
import { placesOf } from '../frame/roles.js';
import type { Hub } from '../hub/hub.js';
import type { Member } from '../keeper/keeper-deps.js';

/** Where somebody is, as the address says it: a check by its reference, a request by its id. */
interface Here { check: string | null; request: string | null }

/**
 * What the gesture that unlocks may open as well: first what the page at this address shows, then what has waited longest, questions to the
 * own agency and answers to it, as many as one gesture may name. Where the hub cannot be asked, nothing: unlocking does not wait for that.
 */
export async function waitingEnvelopes(hub: Pick<Hub, 'inbox' | 'checks' | 'check' | 'request'>, { roles, agency }: Member, pathname: string): Promise<string[]> {
  const here = hereIn(pathname);
  const places = placesOf(roles);
  const [shown, requests, checks] = await Promise.all([
    quietly<CheckView | RequestView | null>(here.check !== null ? hub.check(here.check) : here.request !== null ? hub.request(here.request) : Promise.resolve(null), null),
    places.includes('inbox') ? quietly(hub.inbox({ limit: 50 }).then(({ items }) => items), []) : [],
    places.includes('checks') ? quietly(hub.checks({ limit: 50 }).then(({ items }) => items), []) : [],
  ]);
  const atHand = shown === null ? [] : 'requests' in shown ? ofCheck(shown) : shown.envelopes;
  const waiting = [...requests.filter(({ state }) => state === 'open' || state === 'acknowledged').map(({ envelopes }) => envelopes[0]), ...checks.filter(({ decision }) => decision === null).flatMap(ofCheck).filter(({ type, from }) => type === 'response' && from !== agency)];
  const inOrder = [...atHand, ...waiting.filter((each) => each !== undefined).toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))];
  const current = inOrder.filter(({ supersededBy, erasedAt }) => supersededBy === null && erasedAt === null);
  return [...new Set(current.map(({ id }) => id))].slice(0, MOST_STEP_UP_OBJECTS);
}

function ofCheck({ requests, decision }: CheckView): EnvelopeView[] {
  return [...requests.flatMap(({ envelopes }) => envelopes), ...(decision === null ? [] : [decision])];
}

function hereIn(pathname: string): Here {
  const [, place = '', id = ''] = pathname.split('/');
  return { check: place === 'checks' && id !== '' && id !== 'new' ? decodeURIComponent(id) : null, request: place === 'inbox' && id !== '' ? decodeURIComponent(id) : null };
}

function quietly<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  return asked.catch(() => otherwise);
}
