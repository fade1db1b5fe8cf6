import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ContactView, JoinerView, MemberNameView, OwnContactView, PasskeyView, RosterProposalView, SessionView } from '@lateral/contracts';
import { useDesk, useStanding, type Desk } from '../frame/desk.js';
import { useLanguage } from '../words/use-language.js';
import { Refusal } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import { KEYS } from './keys.js';

/** How names are sealed: as the team's, under the member's own pseudonym. */
const KIND = 'name';
interface NameInside { member: string; name: string }
const MOST_NAME = 120;

/** What an agency is called, as the partnership's file has it once unlocked, and before as the hub's public list does. Its id where neither says. */
export function useAgencyNames(): (agency: string) => string {
  const { hub, keeper } = useDesk();
  const { language } = useLanguage();
  const { phase } = useStanding();
  const listed = useQuery({ queryKey: KEYS.signInAgencies, queryFn: () => hub.agencies(), enabled: phase !== 'starting' && phase !== 'nobody' }).data;
  const { agencies } = keeper.known;
  return useCallback((agency) => agencies.find(({ id }) => id === agency)?.name[language] ?? listed?.find((each) => each.agency === agency)?.name[language] ?? agency, [agencies, language, listed]);
}

/** What colleagues are called, as they told their team. A pseudonym where somebody told nothing, or while keys are locked. */
export function useNames(): (member: string) => string {
  const desk = useDesk();
  const { phase } = useStanding();
  const names = useQuery({ queryKey: KEYS.names, queryFn: async () => namesIn(await desk.hub.memberNames(), desk), enabled: phase === 'unlocked' }).data;
  return useCallback((member) => names?.[member] ?? member, [names]);
}

async function namesIn(views: readonly MemberNameView[], { secrets }: Desk): Promise<Record<string, string>> {
  const opened = await secrets.ask('open-drafts', { kind: KIND, drafts: views.map(({ member, sealed }) => ({ draft: member, sealed })) });
  return Object.fromEntries(views.flatMap(({ member }, at) => {
    const told = opened[at]!;
    // A name is its owner's word: one that somebody else sealed, or for another, is none.
    return told.ok && told.by === member && isName(told.value) && told.value.member === member ? [[member, told.value.name] as const] : [];
  }));
}

function isName(value: unknown): value is NameInside {
  return typeof value === 'object' && value !== null && 'member' in value && 'name' in value && typeof value.name === 'string' && value.name.length <= MOST_NAME;
}

/** Tells the own team what one is called. The hub is given a sealed letter. */
export function useTellName(me: Member): (name: string) => Promise<void> {
  const { hub, secrets } = useDesk();
  const queries = useQueryClient();
  return useCallback(async (name) => {
    const told = await secrets.ask('seal-draft', { draft: me.member, kind: KIND, value: { member: me.member, name: name.trim().slice(0, MOST_NAME) } satisfies NameInside, readers: 'team' });
    if (!told.ok) throw new Refusal(told.code);
    await hub.putOwnName(told.sealed);
    await queries.invalidateQueries({ queryKey: KEYS.names });
  }, [hub, me.member, queries, secrets]);
}

/** How agencies of the partnership can be spoken to. */
export function useContacts(): UseQueryResult<ContactView[]> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.contacts, queryFn: () => hub.contacts() });
}

/** The own agency's, with its mailboxes. */
export function useOwnContact(agency: string): UseQueryResult<OwnContactView> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.ownContact(agency), queryFn: () => hub.ownContact(agency) });
}

/** Who is joining. No notice tells of it: whoever waits for somebody's next step has it asked for again every so many milliseconds. */
export function useJoiners(everyMs: number | false = false): UseQueryResult<JoinerView[]> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.joiners, queryFn: () => hub.joiners(), refetchInterval: everyMs });
}

/** The next roster while it waits for its second custodian; null where none does. */
export function useRosterProposal(): UseQueryResult<RosterProposalView | null> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.proposal, queryFn: () => hub.rosterProposal() });
}

export function useSessions(): UseQueryResult<SessionView[]> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.sessions, queryFn: () => hub.sessions() });
}

export function usePasskeys(): UseQueryResult<PasskeyView[]> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.passkeys, queryFn: () => hub.passkeys() });
}
