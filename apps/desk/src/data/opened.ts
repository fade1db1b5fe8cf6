import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useDesk, useMember } from '../frame/desk.js';
import type { Unsealed, Wanted } from '../keeper/keeper.js';
import { KEYS, LIVE } from './keys.js';
import { useUnsealing, type Unsealing } from './unsealing.js';

export type Opened = Unsealing<Unsealed>;

/** Messages that a page shows: collected, verified and opened. */
export function useOpened(wanted: readonly Wanted[], { auto = true }: { auto?: boolean } = {}): Opened {
  const { keeper } = useDesk();
  const me = useMember();
  const queries = useQueryClient();
  // Collecting acknowledges: lists say so now.
  const after = useCallback(() => { for (const name of LIVE) void queries.invalidateQueries({ queryKey: [name] }); }, [queries]);
  return useUnsealing(wanted, {
    auto, after, keyOf: KEYS.opened,
    open: useCallback((some: readonly Wanted[]) => keeper.openAll(me, some), [keeper, me]),
    erased: goneOf,
  });
}

function goneOf(envelope: string): Unsealed {
  return { envelope, opened: null, code: 'erased', step: null };
}
