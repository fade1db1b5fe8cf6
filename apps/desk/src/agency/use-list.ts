import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinerView, RosterProposalView } from '@lateral/contracts';
import type { Told } from '../crypto/protocol.js';
import { KEYS } from '../data/keys.js';
import { useAgencyNames, useNames } from '../data/people.js';
import { useDesk, useMember } from '../frame/desk.js';
import { Refusal, type KeyLogState } from '../keeper/keeper.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import type { Naming } from './change-words.js';
import type { Bringing } from './next-draft.js';

/** The list in force, and what the key log had to say of it. */
export type OwnList = Extract<Told<'own-roster'>, { ok: true }> & { log: KeyLogState };
export type ReadProposal = Told<'read-proposal'>;

const OWN_LIST = ['own-list'] as const;
const BRINGING = 'bringing';
const READ = 'read-proposal';

/** The list of people in force, fetched and verified now: what was known a little while ago may have been replaced. */
export function useOwnList(): UseQueryResult<OwnList> {
  const { keeper, secrets } = useDesk();
  const me = useMember();
  const read = async (): Promise<OwnList> => {
    const log = await keeper.takeAnew(me);
    const told = await secrets.ask('own-roster', null);
    if (!told.ok) throw new Refusal(told.code);
    return { ...told, log };
  };
  return useQuery({ queryKey: OWN_LIST, queryFn: read });
}

/** Who has brought a key, with words that the worker makes of that very key. */
export function useBringing(joiners: readonly JoinerView[]): UseQueryResult<Bringing[]> {
  const { secrets } = useDesk();
  const withKey = joiners.flatMap((view) => (view.key === null ? [] : [{ ...view, key: view.key }]));
  const read = (): Promise<Bringing[]> => Promise.all(withKey.map(async (view) => {
    const told = await secrets.ask('read-joiner', { member: view.member, key: view.key });
    return { view, told: told.ok ? { fingerprint: told.fingerprint, words: told.words } : null };
  }));
  return useQuery({ queryKey: [BRINGING, ...withKey.map(({ member, key }) => `${member} ${key}`)], queryFn: read });
}

/** What the worker makes of a list that waits, held against the one in force. */
export function useReadProposal(proposal: RosterProposalView, list: OwnList): UseQueryResult<ReadProposal> {
  const { secrets } = useDesk();
  return useQuery({ queryKey: [READ, proposal.digest, list.version], queryFn: () => secrets.ask('read-proposal', { proposal }) });
}

/** After a list was put forward or signed: everything that it changes is read again. */
export function useListsAnew(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => { await Promise.all([OWN_LIST, KEYS.proposal, KEYS.joiners, KEYS.names].map((queryKey) => queries.invalidateQueries({ queryKey }))); }, [queries]);
}

/** How people, agencies and days are called for whoever reads. */
export function useNaming(): Naming {
  const { t } = useTranslation('agency');
  const { language } = useLanguage();
  return { t, name: useNames(), agencyName: useAgencyNames(), day: (at) => dayOf(at, language) };
}
