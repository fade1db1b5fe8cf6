import { useTranslation } from 'react-i18next';
import type { RequestView } from '@lateral/contracts';
import type { SummaryError } from '../components/error-summary.js';
import { useNames } from '../data/people.js';
import { useRefresh } from '../data/work.js';
import { saidAside } from '../frame/said-aside.js';
import { useDesk, useMember } from '../frame/desk.js';
import type { Act } from '../frame/use-act.js';
import type { HubProblem } from '../hub/hub.js';

/** Each resolves with the ids of what it could not do. */
export interface Holding { take: (views: readonly RequestView[]) => Promise<string[]>; putBack: (view: RequestView) => Promise<string[]> }
/** `keeps`: a row stays in the list though a colleague has it. `after`: shows what came of it at once. */
interface HoldingIn { act: Act; keeps: boolean; after: () => void }

/** Takes requests that nobody has, puts back what is one's own. What a colleague took meanwhile stays with them, the others are taken, and that is said. */
export function useHolding({ act, keeps, after }: HoldingIn): Holding {
  const { t } = useTranslation('inbox');
  const { hub } = useDesk();
  const { member } = useMember();
  const nameOf = useNames();
  const refresh = useRefresh();
  const saidOf = (view: RequestView, { code, problem }: HubProblem): SummaryError => {
    const { reference } = view;
    if (code === 'not-found') return { message: t('gone', { reference }) };
    const holder = problem?.holder ?? null;
    return { message: t('taken', { reference, holder: holder === null ? t('nobody') : nameOf(holder) }), field: keeps ? takeId(view) : undefined };
  };
  const hold = async (views: readonly RequestView[], to: string | null): Promise<string[]> => {
    const left = new Set(views.map(({ id }) => id));
    const wrong: SummaryError[] = [];
    const isDone = await act.run(async () => {
      try {
        for (const view of views) {
          const problem = await hub.holdRequest(view.id, { from: view.heldBy, to }).then(() => null, saidAside);
          if (problem === null) left.delete(view.id);
          else wrong.push(saidOf(view, problem));
        }
      } finally {
        await refresh();
        after();
      }
    });
    if (isDone && wrong.length > 0) act.refuse(wrong);
    return [...left];
  };
  return { take: (views) => hold(views.filter(({ heldBy }) => heldBy === null), member), putBack: (view) => hold([view], null) };
}

/** Where a row can be gone to: its tick, or once somebody has it its reference. */
export const takeId = ({ id }: Pick<RequestView, 'id'>): string => `take-${id}`;
