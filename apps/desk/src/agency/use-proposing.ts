import type { RosterProposalBody, RosterStandingReply } from '@lateral/contracts';
import type { RosterWish } from '../crypto/roster-wish.js';
import { useDesk, useMember } from '../frame/desk.js';
import { useOutgoing } from '../frame/use-outgoing.js';
import { Refusal } from '../keeper/keeper.js';
import { useListsAnew } from './use-list.js';

interface Made { proposal: RosterProposalBody; digest: string }

/** Has the worker make and sign the next list, and puts it forward after a gesture for that very list. The agency's key goes into the worker locked and does not come out. */
export function useProposing(): { propose: (wish: RosterWish) => Promise<RosterStandingReply>; forget: () => void } {
  const { hub, keeper, secrets } = useDesk();
  const me = useMember();
  const anew = useListsAnew();
  const outgoing = useOutgoing<Made, RosterStandingReply>(async ({ proposal, digest }, key) => {
    await keeper.confirm('change-roster', [digest]);
    return hub.proposeRoster(proposal, key);
  });
  const make = async (wish: RosterWish): Promise<Made> => {
    await keeper.takeAnew(me);
    const copy = await hub.custodyCopy();
    if (copy === null) throw new Refusal('no-custody');
    const taken = await secrets.ask('take-custody', { copy });
    if (!taken.ok) throw new Refusal(taken.code);
    const made = await secrets.ask('next-roster', { wish });
    if (!made.ok) throw new Refusal(made.code);
    return made;
  };
  const propose = async (wish: RosterWish): Promise<RosterStandingReply> => {
    const standing = await outgoing.send(() => make(wish));
    await anew().catch(() => undefined);
    return standing;
  };
  return { propose, forget: outgoing.forget };
}
