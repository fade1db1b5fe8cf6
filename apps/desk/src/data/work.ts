import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CheckView, ChecksQuery, DelegatedRequestView, DraftView, OverrideView, Page, RequestsQuery, RequestView } from '@lateral/contracts';
import { useDesk } from '../frame/desk.js';
import type { Hub } from '../hub/hub.js';
import { KEYS, LIVE } from './keys.js';

const MOST = 100;

interface Listed<T> { queryKey: readonly unknown[]; queryFn: () => Promise<T[]> }

/** The own agency's checks, newest first: those of the board. All pages of the list, up to a thousand. */
export function checksOf(hub: Pick<Hub, 'checks'>, query: ChecksQuery = {}): Listed<CheckView> {
  return { queryKey: KEYS.checks(query), queryFn: () => all((after) => hub.checks({ ...query, limit: MOST, ...after })) };
}

/** Requests to the own agency, newest first. */
export function inboxOf(hub: Pick<Hub, 'inbox'>, query: RequestsQuery = {}): Listed<RequestView> {
  return { queryKey: KEYS.inbox(query), queryFn: () => all((after) => hub.inbox({ ...query, limit: MOST, ...after })) };
}

export function useChecks(query: ChecksQuery = {}, enabled = true): UseQueryResult<CheckView[]> {
  const { hub } = useDesk();
  return useQuery({ ...checksOf(hub, query), enabled });
}

export function useCheck(reference: string): UseQueryResult<CheckView> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.check(reference), queryFn: () => hub.check(reference) });
}

export function useInbox(query: RequestsQuery = {}, enabled = true): UseQueryResult<RequestView[]> {
  const { hub } = useDesk();
  return useQuery({ ...inboxOf(hub, query), enabled });
}

export function useRequest(request: string): UseQueryResult<RequestView> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.request(request), queryFn: () => hub.request(request) });
}

/** Questions to other agencies, for which the own one reads at this hour; newest first. */
export function useDelegated(enabled = true): UseQueryResult<DelegatedRequestView[]> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.delegated, queryFn: () => all((after) => hub.delegated({ limit: MOST, ...after })), enabled });
}

/** What the own agency sent as an emergency, newest first, with what came of its review. */
export function useOverrides(enabled = true): UseQueryResult<OverrideView[]> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.overrides, queryFn: () => all((after) => hub.overrides({ limit: MOST, ...after })), enabled });
}

/** The own drafts, and those that wait for one's approval. */
export function useDrafts(enabled = true): UseQueryResult<DraftView[]> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.drafts, queryFn: () => hub.drafts(), enabled });
}

/** After an act of one's own: everything that it may have changed is fetched again. Resolves when what is shown has come. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => { await Promise.all(LIVE.map((name) => queries.invalidateQueries({ queryKey: [name] }))); }, [queries]);
}

const MOST_PAGES = 10;
async function all<T>(pageAfter: (after: { after?: string }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page: Page<T> = await pageAfter(after === null ? {} : { after });
    items.push(...page.items);
    after = page.next;
    if (after === null) break;
  }
  return items;
}
