import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { CheckView, RequestView } from '@lateral/contracts';
import type { Role } from '@lateral/domain/access';
import { KEYS } from '../data/keys.js';
import { useChecks, useDelegated, useInbox } from '../data/work.js';
import { placesOf } from './roles.js';

/** Answers that nobody has collected, requests that wait for an answer, and red ones that nobody has opened: among those, and among what is read for others. */
export interface Waiting { answers: number; requests: number; red: number }

const OPEN: ReadonlySet<RequestView['state']> = new Set(['open', 'acknowledged']);

/** How much waits for the team, by its lists. Which of them there are depends on the roles. */
export function useWaiting(roles: readonly Role[], agency: string): Waiting {
  const places = placesOf(roles);
  const checks = useChecks({}, places.includes('checks')).data ?? [];
  const inbox = useInbox({}, places.includes('inbox')).data ?? [];
  const waiting = waitingIn(checks, inbox, agency);
  return { ...waiting, red: waiting.red + useRedForOthers(places.includes('inbox')) };
}

/** A read for another agency acknowledges nothing there, so that it was read is known to this page alone. */
function useRedForOthers(isHere: boolean): number {
  const queries = useQueryClient();
  const red = (useDelegated(isHere).data ?? []).filter(({ urgency }) => urgency === 'red');
  const hear = useCallback((hearer: () => void) => queries.getQueryCache().subscribe(hearer), [queries]);
  return useSyncExternalStore(hear, () => red.filter(({ message }) => queries.getQueryData(KEYS.opened(message)) === undefined).length);
}

export function waitingIn(checks: readonly CheckView[], inbox: readonly RequestView[], agency: string): Waiting {
  const answers = checks.filter(({ decision }) => decision === null).flatMap(({ requests }) => requests).flatMap(({ envelopes }) => envelopes)
    .filter(({ type, from, collectedAt, supersededBy, erasedAt }) => type === 'response' && from !== agency && collectedAt === null && supersededBy === null && erasedAt === null);
  const waiting = inbox.filter(({ state }) => OPEN.has(state));
  return { answers: answers.length, requests: waiting.length, red: waiting.filter(({ urgency, state }) => urgency === 'red' && state === 'open').length };
}
