import type { RosterProposalView, RosterStandingReply } from '@lateral/contracts';
import { useDesk, useMember } from '../frame/desk.js';
import { useOutgoing } from '../frame/use-outgoing.js';
import { Refusal } from '../keeper/keeper.js';
import { useListsAnew } from './use-list.js';

interface Signed { version: number; signature: string }

/** The second signature: over the list that was shown, by the worker, after a gesture for it. `deleting`: the epochs that whoever signs was asked about, and no others are deleted by it. */
export function useCosigning(proposal: RosterProposalView, digest: string): (deleting: readonly string[]) => Promise<RosterStandingReply> {
  const { hub, keeper, secrets } = useDesk();
  const me = useMember();
  const anew = useListsAnew();
  const outgoing = useOutgoing<Signed, RosterStandingReply>(async ({ version, signature }, key) => {
    await keeper.confirm('change-roster', [digest]);
    return hub.cosignRoster(version, signature, key);
  });
  return async (deleting) => {
    const standing = await outgoing.send(async () => {
      await keeper.takeAnew(me);
      const signed = await secrets.ask('cosign', { proposal, digest, deleting: [...deleting] });
      if (!signed.ok) throw new Refusal(signed.code);
      return signed;
    });
    // Copies of a new key came with it, also for whoever signed.
    await anew().catch(() => undefined);
    return standing;
  };
}
