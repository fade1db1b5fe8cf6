import { QueryClient } from '@tanstack/react-query';

const LIST_MS = 5 * 60_000;
const LAW_MS = 30 * 60_000;

/**
 * The page's cache. Lists hold no content and may wait a while for somebody who comes back; law hardly changes; what was opened, whom
 * it is about, and how one emergency of several was reviewed, stays until the lock, which clears everything. All else goes as soon as nothing shows it.
 */
export function newQueries(): QueryClient {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false }, mutations: { retry: false } } });
  for (const list of ['checks', 'check', 'inbox', 'request', 'names', 'contacts']) queries.setQueryDefaults([list], { gcTime: LIST_MS });
  queries.setQueryDefaults(['law'], { gcTime: LAW_MS, staleTime: LAW_MS });
  queries.setQueryDefaults(['names'], { gcTime: LIST_MS, staleTime: LIST_MS });
  queries.setQueryDefaults(['contacts'], { gcTime: LIST_MS, staleTime: LIST_MS });
  queries.setQueryDefaults(['sign-in-agencies'], { gcTime: Infinity, staleTime: Infinity });
  for (const kept of ['opened', 'heading', 'reviewed']) queries.setQueryDefaults([kept], { gcTime: Infinity, staleTime: Infinity });
  return queries;
}
