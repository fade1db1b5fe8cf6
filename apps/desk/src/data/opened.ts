import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { MOST_STEP_UP_OBJECTS } from '@lateral/domain/access';
import { useDesk, useMember } from '../frame/desk.js';
import { HubProblem } from '../hub/hub.js';
import type { Unsealed, Wanted } from '../keeper/keeper.js';
import { KEYS, LIVE } from './keys.js';

export interface Opened {
  /** What came of each, by its envelope; nothing there that was not asked for yet. */
  by: ReadonlyMap<string, Unsealed>;
  /** Of those wanted, in their order, the ones that were opened or refused. */
  all: readonly Unsealed[];
  /** Nothing more is to be opened. */
  isComplete: boolean;
  /** Also for the moment before a page begins by itself: nobody is to press what would go away under their finger. */
  isOpening: boolean;
  error: unknown;
  /** Collects, verifies and opens all that is not open yet: one gesture for up to 20 of them, none while one is still good. */
  openAll: () => Promise<void>;
}

/**
 * Messages that a page shows. What is open stays open until the lock, on every page. With `auto`, what needs no gesture (because unlocking
 * named it, say) is opened as soon as the page is there.
 */
export function useOpened(wanted: readonly Wanted[], { auto = true }: { auto?: boolean } = {}): Opened {
  const { keeper } = useDesk();
  const me = useMember();
  const queries = useQueryClient();
  const [{ isOpening, error, hasBegun }, setState] = useState<{ isOpening: boolean; error: unknown; hasBegun: boolean }>({ isOpening: false, error: null, hasBegun: false });
  const busy = useRef(false);
  const found = useQueries({ queries: wanted.map(({ envelope }) => ({ queryKey: KEYS.opened(envelope), queryFn: () => Promise.resolve<Unsealed | null>(null), enabled: false })) });
  const all = found.flatMap(({ data }) => (data === undefined || data === null ? [] : [data]));
  const missing = wanted.filter((_, index) => found[index]?.data === undefined);
  const latest = useRef(missing);
  useEffect(() => { latest.current = missing; });
  const openAll = useCallback(async () => {
    if (busy.current || latest.current.length === 0) return;
    busy.current = true;
    setState({ isOpening: true, error: null, hasBegun: true });
    try {
      for (let rest = latest.current; rest.length > 0; rest = rest.slice(MOST_STEP_UP_OBJECTS)) {
        for (const unsealed of await openWhatIsLeft(rest.slice(0, MOST_STEP_UP_OBJECTS), (some) => keeper.openAll(me, some))) queries.setQueryData(KEYS.opened(unsealed.envelope), unsealed);
      }
      setState({ isOpening: false, error: null, hasBegun: true });
    } catch (cause) {
      setState({ isOpening: false, error: cause, hasBegun: true });
    } finally {
      busy.current = false;
    }
    // Collecting acknowledges: lists say so now.
    for (const name of LIVE) void queries.invalidateQueries({ queryKey: [name] });
  }, [keeper, me, queries]);
  const needsNoGesture = missing.length > 0 && missing.every(({ envelope }) => keeper.mayOpen(envelope));
  useEffect(() => { if (auto && needsNoGesture) queueMicrotask(() => void openAll()); }, [auto, needsNoGesture, openAll]);
  return { by: new Map(all.map((each) => [each.envelope, each])), all, isComplete: missing.length === 0, isOpening: isOpening || (auto && needsNoGesture && !hasBegun), error, openAll };
}

/**
 * What was erased by law stops nobody from opening the others: the hub says of a whole list that something is gone, so each is then asked
 * for alone. The gesture for the list is still good for that.
 */
async function openWhatIsLeft(wanted: readonly Wanted[], open: (some: readonly Wanted[]) => Promise<Unsealed[]>): Promise<Unsealed[]> {
  try {
    return await open(wanted);
  } catch (error) {
    if (!(error instanceof HubProblem) || error.code !== 'erased') throw error;
    if (wanted.length === 1) return wanted.map(({ envelope }) => ({ envelope, opened: null, code: error.code, step: null }));
    const found: Unsealed[] = [];
    for (const each of wanted) found.push(...await openWhatIsLeft([each], open));
    return found;
  }
}
