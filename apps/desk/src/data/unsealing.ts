import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { MOST_STEP_UP_OBJECTS } from '@lateral/domain/access';
import { useDesk } from '../frame/desk.js';
import { HubProblem } from '../hub/hub.js';
import type { Wanted } from '../keeper/keeper.js';

/** What is open of the things that a page wants opened. */
export interface Unsealing<T> {
  /** What came of each, by its envelope; nothing there that was not asked for yet. */
  by: ReadonlyMap<string, T>;
  /** Of those wanted, in their order, the ones that were opened or refused. */
  all: readonly T[];
  /** Nothing more is to be opened. */
  isComplete: boolean;
  /** Also for the moment before a page begins by itself: nobody is to press what would go away under their finger. */
  isOpening: boolean;
  error: unknown;
  /** Opens all that is not open yet: one gesture for up to 20 of them, none while one is still good. */
  openAll: () => Promise<void>;
}

/** How such things are called in the cache, opened, and said to be gone by law; and what follows once some were opened. */
export interface Way<T> { auto: boolean; keyOf: (envelope: string) => readonly string[]; open: (some: readonly Wanted[]) => Promise<readonly T[]>; erased: (envelope: string) => T; after?: () => void }

/**
 * What is open stays open until the lock, on every page. With `auto`, what needs no gesture (because unlocking named it, say) is opened as
 * soon as the page is there.
 */
export function useUnsealing<T extends { envelope: string }>(wanted: readonly Wanted[], { auto, keyOf, open, erased, after }: Way<T>): Unsealing<T> {
  const { keeper } = useDesk();
  const queries = useQueryClient();
  const [{ isOpening, error, hasBegun }, setState] = useState<{ isOpening: boolean; error: unknown; hasBegun: boolean }>({ isOpening: false, error: null, hasBegun: false });
  const busy = useRef(false);
  const found = useCached<T>(wanted.map(({ envelope }) => keyOf(envelope)));
  const all = found.filter((each) => each !== undefined);
  const missing = wanted.filter((_, index) => found[index] === undefined);
  const latest = useRef(missing);
  useEffect(() => { latest.current = missing; });
  const openAll = useCallback(async () => {
    if (busy.current || latest.current.length === 0) return;
    busy.current = true;
    setState({ isOpening: true, error: null, hasBegun: true });
    try {
      for (let rest = latest.current; rest.length > 0; rest = rest.slice(MOST_STEP_UP_OBJECTS)) {
        for (const each of await openWhatIsLeft(rest.slice(0, MOST_STEP_UP_OBJECTS), open, erased)) queries.setQueryData(keyOf(each.envelope), each);
      }
      setState({ isOpening: false, error: null, hasBegun: true });
    } catch (cause) {
      setState({ isOpening: false, error: cause, hasBegun: true });
    } finally {
      busy.current = false;
    }
    after?.();
  }, [after, erased, keyOf, open, queries]);
  const needsNoGesture = missing.length > 0 && missing.every(({ envelope }) => keeper.mayOpen(envelope));
  useEffect(() => { if (auto && needsNoGesture) queueMicrotask(() => void openAll()); }, [auto, needsNoGesture, openAll]);
  return { by: new Map(all.map((each) => [each.envelope, each])), all, isComplete: missing.length === 0, isOpening: isOpening || (auto && needsNoGesture && !hasBegun), error, openAll };
}

/** What the cache holds under each of these names of one kind, as it comes and goes. A list of fifty has fifty: one subscription does for all, and nothing is fetched. */
function useCached<T>(names: readonly (readonly string[])[]): (T | undefined)[] {
  const queries = useQueryClient();
  const kind = names[0]?.[0];
  const hear = useCallback((changed: () => void) => queries.getQueryCache().subscribe(({ query: { queryKey } }) => { if ((queryKey as readonly unknown[])[0] === kind) changed(); }), [kind, queries]);
  useSyncExternalStore(hear, () => names.map((name) => { const state = queries.getQueryState(name); return state === undefined ? '' : `${state.dataUpdatedAt}.${state.dataUpdateCount}`; }).join());
  return names.map((name) => queries.getQueryData<T>(name));
}

/**
 * What was erased by law stops nobody from opening the others: the hub says of a whole list that something is gone, so each is then asked
 * for alone. The gesture for the list is still good for that.
 */
async function openWhatIsLeft<T>(wanted: readonly Wanted[], open: Way<T>['open'], erased: Way<T>['erased']): Promise<readonly T[]> {
  try {
    return await open(wanted);
  } catch (error) {
    if (!(error instanceof HubProblem) || error.code !== 'erased') throw error;
    if (wanted.length === 1) return wanted.map(({ envelope }) => erased(envelope));
    const found: T[] = [];
    for (const each of wanted) found.push(...await openWhatIsLeft([each], open, erased));
    return found;
  }
}
