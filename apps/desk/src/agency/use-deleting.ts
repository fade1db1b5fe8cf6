import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterStandingReply } from '@lateral/contracts';
import type { SummaryError } from '../components/index.js';
import type { Told } from '../crypto/protocol.js';
import { useDesk, useMember } from '../frame/desk.js';
import type { Act } from '../frame/use-act.js';
import { useOutgoing } from '../frame/use-outgoing.js';
import { HubProblem } from '../hub/hub.js';
import { Refusal } from '../keeper/keeper.js';
import type { agency } from '../words/en/agency.js';
import { useListsAnew } from './use-list.js';
import { useSaidErrors } from './use-said-errors.js';

type Made = Extract<Told<'delete-epochs'>, { ok: true }>;
type Reason = keyof typeof agency.epochs.refused;
const REASONS: readonly string[] = ['epoch-still-needed', 'epoch-undeletable', 'custody-missing', 'recovery-kit-older'] satisfies Reason[];

export interface Deleting {
  /** Makes roster and kit, and asks the hub whether anything stands against it before a paper is printed. Returns what stands on the three papers. */
  begin: (epochs: readonly string[]) => Promise<readonly string[]>;
  /** Once the papers are printed: puts the kit into the hub, and the roster forward where it does not wait already. */
  finish: () => Promise<RosterStandingReply>;
  forget: () => void;
}

/** What the first custodian does to delete epochs. The agency's key goes into the worker locked and does not come out; what is on the papers does, once. */
export function useDeleting(): Deleting {
  const { hub, keeper } = useDesk();
  const anew = useListsAnew();
  const make = useMaking();
  const made = useRef<{ told: Made; standing: RosterStandingReply | null } | null>(null);
  const { send, forget } = useOutgoing<Made, RosterStandingReply>(async ({ proposal, digest }, key) => {
    await keeper.confirm('change-roster', [digest]);
    return hub.proposeRoster(proposal, key);
  });
  const dropAll = (): void => {
    made.current = null;
    forget();
  };
  const begin: Deleting['begin'] = async (epochs) => {
    const all = made.current ?? { told: await make(epochs), standing: null };
    made.current = all;
    try {
      all.standing ??= await send(async () => all.told);
    } catch (error) {
      // The last thing that the hub looks at: all else holds, and the kit comes next.
      if (reasonOf(error) === 'recovery-kit-older') return all.told.papers;
      if (reasonOf(error) !== null) dropAll();
      throw error;
    }
    return all.told.papers;
  };
  const finish: Deleting['finish'] = async () => {
    const all = made.current;
    if (all === null) throw new Refusal('not-a-roster');
    await keeper.confirm('change-roster', [all.told.kit.primary]);
    await hub.putRecoveryKit(all.told.kit);
    all.standing ??= await send(async () => all.told);
    await anew().catch(() => undefined);
    return all.standing;
  };
  return { begin, finish, forget: dropAll };
}

/** Roster and kit, made by the worker of the own copy of the agency's key. */
function useMaking(): (epochs: readonly string[]) => Promise<Made> {
  const { hub, keeper, secrets } = useDesk();
  const me = useMember();
  return async (epochs) => {
    await keeper.takeAnew(me);
    const copy = await hub.custodyCopy();
    if (copy === null) throw new Refusal('no-custody');
    const taken = await secrets.ask('take-custody', { copy });
    if (!taken.ok) throw new Refusal(taken.code);
    const told = await secrets.ask('delete-epochs', { epochs: [...epochs] });
    if (!told.ok) throw new Refusal(told.code);
    return told;
  };
}

/** Why the hub takes no roster that deletes; null where that is not what it said. */
function reasonOf(error: unknown): Reason | null {
  const said = error instanceof HubProblem ? error.problem?.fields?.find(({ reason }) => REASONS.includes(reason))?.reason : undefined;
  return (said as Reason | undefined) ?? null;
}

/** What still stands against it, in words. */
export function useDeletionErrors(act: Act): readonly SummaryError[] {
  const { t } = useTranslation('agency');
  const said = useSaidErrors(act);
  const reason = reasonOf(act.error);
  return useMemo(() => (reason === null ? said : [{ message: t(`epochs.refused.${reason}`) }]), [reason, said, t]);
}
