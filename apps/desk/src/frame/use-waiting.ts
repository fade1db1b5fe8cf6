import type { CheckView, RequestView } from '@lateral/contracts';
import type { Role } from '@lateral/domain/access';
import { useChecks, useInbox } from '../data/work.js';
import { placesOf } from './roles.js';

/** Answers that nobody has collected, requests that wait for an answer, and red ones among those that nobody has opened. */
export interface Waiting { answers: number; requests: number; red: number }

const OPEN: ReadonlySet<RequestView['state']> = new Set(['open', 'acknowledged']);

/** How much waits for the team, by its lists. Which of them there are depends on the roles. */
export function useWaiting(roles: readonly Role[], agency: string): Waiting {
  const places = placesOf(roles);
  const checks = useChecks({}, places.includes('checks')).data ?? [];
  const inbox = useInbox({}, places.includes('inbox')).data ?? [];
  return waitingIn(checks, inbox, agency);
}

export function waitingIn(checks: readonly CheckView[], inbox: readonly RequestView[], agency: string): Waiting {
  const answers = checks.filter(({ decision }) => decision === null).flatMap(({ requests }) => requests).flatMap(({ envelopes }) => envelopes)
    .filter(({ type, from, collectedAt, supersededBy, erasedAt }) => type === 'response' && from !== agency && collectedAt === null && supersededBy === null && erasedAt === null);
  const waiting = inbox.filter(({ state }) => OPEN.has(state));
  return { answers: answers.length, requests: waiting.length, red: waiting.filter(({ urgency, state }) => urgency === 'red' && state === 'open').length };
}
