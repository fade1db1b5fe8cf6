import type { ChecksQuery, RequestsQuery } from '@lateral/contracts';

/** What things are called in the cache: opaque ids alone, so that nothing of a case stands in a key. */
export const KEYS = {
  checks: (query: ChecksQuery = {}) => ['checks', query] as const,
  check: (reference: string) => ['check', reference] as const,
  inbox: (query: RequestsQuery = {}) => ['inbox', query] as const,
  delegated: ['delegated'] as const,
  request: (request: string) => ['request', request] as const,
  overrides: ['overrides'] as const,
  sessions: ['sessions'] as const,
  passkeys: ['passkeys'] as const,
  joiners: ['joiners'] as const,
  proposal: ['roster-proposal'] as const,
  roster: (agency: string) => ['roster', agency] as const,
  contacts: ['contacts'] as const,
  ownContact: (agency: string) => ['contact', agency] as const,
  drafts: ['drafts'] as const,
  names: ['names'] as const,
  catalogue: ['law', 'catalogue'] as const,
  packs: ['law', 'packs'] as const,
  deadlines: ['law', 'deadlines'] as const,
  agreements: ['law', 'agreements'] as const,
  signInAgencies: ['sign-in-agencies'] as const,
  /** What was opened, by its envelope. Goes at lock with all the rest. */
  opened: (envelope: string) => ['opened', envelope] as const,
  /** Whom a question is about, by its envelope. Goes at lock too. */
  heading: (envelope: string) => ['heading', envelope] as const,
  /** How an emergency of a check was reviewed, for the others of that check. Goes at lock too. */
  reviewed: (check: string) => ['reviewed', check] as const,
};

/** What a notice may have changed. */
export const LIVE = ['checks', 'check', 'inbox', 'delegated', 'request', 'overrides', 'drafts'] as const;
