import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SummaryError } from '../components/error-summary.js';
import { useNames } from '../data/people.js';
import { useRefresh } from '../data/work.js';
import { saidAside } from '../frame/said-aside.js';
import { useDesk } from '../frame/desk.js';
import type { Act } from '../frame/use-act.js';
import type { Hub } from '../hub/hub.js';
import { holderOf, type Side, type TeamRow } from './rows.js';

/** Puts work back for whoever comes. */
export const NOBODY = 'nobody';

/** One piece of work that is given: of what was asked of us a request, of what we asked the whole check. */
interface Piece { row: TeamRow; give: (hub: Hub, to: string | null) => Promise<unknown> }

/** Each piece once, though several of its rows are ticked. */
export function piecesOf(side: Side, rows: readonly TeamRow[]): Piece[] {
  if (side === 'answering') return rows.map((row) => ({ row, give: (hub, to) => hub.holdRequest(row.id, { from: row.heldBy, to }) }));
  const first = rows.filter((row, at) => rows.findIndex(({ view }) => view.reference === row.view.reference) === at);
  return first.map((row) => ({ row, give: (hub, to) => hub.holdCheck(row.view.reference, { from: row.heldBy, to }) }));
}

export interface Giving { give: (rows: readonly TeamRow[], to: string) => Promise<boolean>; told: string }

/** Gives work to a colleague. Where somebody has taken a piece meanwhile it stays with them, the others are given, and that is said. */
export function useGiving(side: Side, act: Act, after: () => void): Giving {
  const { t } = useTranslation('team');
  const { hub } = useDesk();
  const nameOf = useNames();
  const refresh = useRefresh();
  const [told, setTold] = useState('');
  const nameOrNobody = (member: string | null): string => (member === null ? t('nobody') : nameOf(member));
  const give: Giving['give'] = async (rows, to) => {
    const wrong: SummaryError[] = [];
    const holder = to === NOBODY ? null : to;
    const pieces = piecesOf(side, rows).filter(({ row }) => holder === null ? row.heldBy !== null : holderOf(row) !== holder || row.heldBy !== holder);
    setTold('');
    const isDone = await act.run(async () => {
      try {
        for (const { row, give: giveOne } of pieces) {
          const problem = await giveOne(hub, holder).then(() => null, (error: unknown) => saidAside(error));
          if (problem !== null) wrong.push({ field: tickId(row), message: problem.code === 'not-found' ? t('give.gone', { reference: row.view.reference }) : t('give.taken', { reference: row.view.reference, holder: nameOrNobody(problem.problem?.holder ?? null) }) });
        }
      } finally {
        await refresh();
        after();
      }
    });
    if (!isDone) return false;
    if (wrong.length > 0) act.refuse(wrong);
    if (pieces.length > wrong.length) setTold(t('give.done', { count: pieces.length - wrong.length, holder: nameOrNobody(holder) }));
    return true;
  };
  return { give, told };
}

export const tickId = ({ id }: Pick<TeamRow, 'id'>): string => `give-${id}`;
