import { useMemo } from 'react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { AgreementView, CatalogueReply, DeadlinesReply } from '@lateral/contracts';
import type { QuestionPack } from '@lateral/domain/packs';
import { useDesk } from '../frame/desk.js';
import { lawFrom, type Law } from '../justify/law.js';
import { KEYS } from './keys.js';

/** The catalogue of law in use. */
export function useCatalogue(): UseQueryResult<CatalogueReply> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.catalogue, queryFn: () => hub.catalogue() });
}

/** What each kind of agency is asked. */
export function useQuestionPacks(): UseQueryResult<QuestionPack[]> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.packs, queryFn: async () => (await hub.questionPacks()).packs });
}

/** The policy and the calendar for `dueAt` of `@lateral/domain/deadlines`. */
export function useDeadlines(): UseQueryResult<DeadlinesReply> {
  const { hub } = useDesk();
  return useQuery({ queryKey: KEYS.deadlines, queryFn: () => hub.deadlines() });
}

/** Every version of every agreement that the own agency is party to. */
export function useAgreements(): UseQueryResult<AgreementView[]> {
  const { hub } = useDesk();
  const read = async (): Promise<AgreementView[]> => {
    const found: AgreementView[] = [];
    for (let after: string | null = null; ;) {
      const page = await hub.agreements(after === null ? {} : { after });
      found.push(...page.agreements);
      if (page.next === null) return found;
      after = page.next;
    }
  };
  return useQuery({ queryKey: KEYS.agreements, queryFn: read });
}

/** The law that the hub will judge by; undefined until all of it is here. */
export function useLaw(): Law | undefined {
  const [catalogue, packs, agreements, deadlines] = [useCatalogue().data, useQuestionPacks().data, useAgreements().data, useDeadlines().data];
  return useMemo(() => (catalogue === undefined || packs === undefined || agreements === undefined || deadlines === undefined ? undefined : lawFrom({ catalogue, packs, agreements, deadlines })), [catalogue, packs, agreements, deadlines]);
}
