import { useCallback } from 'react';
import type { CheckView } from '@lateral/contracts';
import { headingOf } from '@lateral/envelope/heading';
import { useDesk, useMember } from '../frame/desk.js';
import type { Headed, Unsealed, Wanted } from '../keeper/keeper.js';
import { KEYS } from './keys.js';
import { useOpened } from './opened.js';
import { useUnsealing, type Unsealing } from './unsealing.js';

/** Whom questions of the own agency are about, for lists: from a message that is open already, else from the line beside it. */
export function useHeadings(wanted: readonly Wanted[], { auto = true }: { auto?: boolean } = {}): Unsealing<Headed> {
  const { keeper } = useDesk();
  const me = useMember();
  // A message that was refused says nothing, and takes nothing from what its heading says.
  const open = useOpened(wanted, { auto: false }).all.flatMap(headedBy);
  const isOpen = new Set(open.map(({ envelope }) => envelope));
  const unsealing = useUnsealing(wanted.filter(({ envelope }) => !isOpen.has(envelope)), {
    auto, keyOf: KEYS.heading,
    open: useCallback((some: readonly Wanted[]) => keeper.openHeadings(me, some), [keeper, me]),
    erased: goneOf,
  });
  const all = [...open, ...unsealing.all];
  return { ...unsealing, all, by: new Map(all.map((each) => [each.envelope, each])) };
}

function goneOf(envelope: string): Headed {
  return { envelope, heading: null };
}

function headedBy({ envelope, opened }: Unsealed): Headed[] {
  return opened === null ? [] : [{ envelope, heading: headingOf(opened.body) }];
}

/**
 * The own question whose request has the first id, in whatever order a list shows them: its heading is sent with the check. About the people
 * of the check it says what every other says. Null where none of them can be read.
 */
export function ownQuestionOf({ requests }: Pick<CheckView, 'requests'>, agency: string): Wanted | null {
  for (const { id, check, envelopes } of requests.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const own = envelopes.find(({ type, from, supersededBy, erasedAt }) => type === 'request' && from === agency && supersededBy === null && erasedAt === null);
    if (own !== undefined) return { envelope: own.id, expected: { type: 'request', from: agency, check, request: id, inReplyTo: null } };
  }
  return null;
}
