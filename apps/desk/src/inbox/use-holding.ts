import type { RequestView } from '@lateral/contracts';
import { useRefresh } from '../data/work.js';
import { useDesk, useMember } from '../frame/desk.js';
import type { Act } from '../frame/use-act.js';

/** Takes requests that nobody has, puts back what is one's own. */
export function useHolding(act: Act, after: () => void): { take: (views: readonly RequestView[]) => void; putBack: (view: RequestView) => void } {
  const { hub } = useDesk();
  const { member } = useMember();
  const refresh = useRefresh();
  const hold = (views: readonly RequestView[], to: string | null): void => void act.run(async () => {
    try {
      for (const { id, heldBy } of views) await hub.holdRequest(id, { from: heldBy, to });
    } finally {
      await refresh();
      after();
    }
  });
  return { take: (views) => { hold(views.filter(({ heldBy }) => heldBy === null), member); }, putBack: (view) => { hold([view], null); } };
}
