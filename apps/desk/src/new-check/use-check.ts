import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { londonDay } from '@lateral/domain/deadlines';
import type { LawfulStack } from '@lateral/domain/justification';
import { policyDocumentLastGiven } from '../answer/policy-document.js';
import { useLaw } from '../data/law.js';
import { useNames, useOwnContact } from '../data/people.js';
import { useDesk, useMember } from '../frame/desk.js';
import { useDraft, type Draft } from '../frame/use-draft.js';
import type { Unsealed } from '../keeper/keeper.js';
import { useLanguage } from '../words/use-language.js';
import { emptyCheck, type CheckDraft } from './check-draft.js';
import { composeRequests, type ComposedRequest, type Composing } from './compose.js';

export type CheckPageName = 'people' | 'ask' | 'why' | 'send';
const DRAFT = 'draft';
/** Judging waits until somebody pauses: typing goes on undisturbed. */
const QUIET_MS = 250;

export const linkTo = (page: CheckPageName, draft: string): string => `/checks/new/${page}?${DRAFT}=${encodeURIComponent(draft)}`;

/** Which check is being written, as the address says it: two windows at one address write one check. */
export function useDraftId(): string | null {
  const [asked] = useSearchParams();
  return asked.get(DRAFT);
}

export interface Writing {
  kept: Draft<CheckDraft>;
  draft: CheckDraft;
  change: (next: Partial<CheckDraft> | ((before: CheckDraft) => CheckDraft)) => void;
}

/** The check that is written. Its own id is the draft's: however often it is sent, from however many windows, the hub takes one. */
export function useCheck(id: string): Writing {
  const { now } = useDesk();
  const { language } = useLanguage();
  const [began] = useState(now);
  const initial = useMemo(() => emptyCheck({ check: id, language, now: began }), [id, language, began]);
  const kept = useDraft<CheckDraft>({ kind: 'check', draft: id, initial });
  const { set } = kept;
  const change = useCallback<Writing['change']>((next) => { set((before) => ({ ...(typeof next === 'function' ? next(before) : { ...before, ...next }), language })); }, [set, language]);
  return { kept, draft: kept.value, change };
}

/** As what somebody of several roles asks: whoever is asked may ring them up. */
const ASKING = ['senior_practitioner', 'team_manager', 'practitioner'] as const;

/** What a check is composed and judged with; undefined until the law is here. */
export function useComposing(): Composing | undefined {
  const { t } = useTranslation('newCheck');
  const { keeper, now } = useDesk();
  const me = useMember();
  const name = useNames()(me.member);
  const law = useLaw();
  const policyDocument = usePolicyDocument(me.agency);
  const asks = ASKING.find((role) => me.roles.includes(role)) ?? 'practitioner';
  return useMemo(() => {
    const { agencies } = keeper.known;
    const own = agencies.find(({ id }) => id === me.agency);
    if (law === undefined || own === undefined) return undefined;
    return { own, agencies, law, policyDocument, on: londonDay(now()), asker: { name, role: t(`asker.${asks}`) } };
  }, [asks, keeper, law, me.agency, name, now, policyDocument, t]);
}

/** As the agency's administrator keeps it with its contact details; else as it was last given in this session. */
function usePolicyDocument(agency: string): LawfulStack['policyDocument'] {
  const kept = useOwnContact(agency).data?.policyDocument ?? null;
  return useMemo(() => kept ?? policyDocumentLastGiven(agency), [agency, kept]);
}

/** What the check becomes for each agency, some while after the last key. */
export function useComposed(draft: CheckDraft, composing: Composing | undefined): ComposedRequest[] {
  const quiet = useQuiet(draft);
  return useMemo(() => (composing === undefined ? [] : composeRequests(quiet, composing) ?? []), [quiet, composing]);
}

function useQuiet<T>(value: T): T {
  const { timers } = useDesk();
  const [quiet, setQuiet] = useState(value);
  useEffect(() => timers.after(QUIET_MS, () => { setQuiet(value); }), [timers, value]);
  return quiet;
}

/** Requests of the own agency that were opened in this session: what they say is in this page already. */
export function useOpenedRequests(): { check: string; unsealed: Extract<Unsealed, { opened: { ok: true } }> }[] {
  const queries = useQueryClient();
  const { agency } = useMember();
  return queries.getQueriesData<Unsealed | null>({ queryKey: ['opened'] }).flatMap(([, unsealed]) => {
    if (unsealed === undefined || unsealed === null || unsealed.opened === null) return [];
    const { body, signer, record } = unsealed.opened;
    return body.type === 'request' && signer.agency === agency ? [{ check: record.check, unsealed }] : [];
  });
}
