import { useCallback, useMemo, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { RequestView } from '@lateral/contracts';
import { packFor } from '@lateral/domain/packs';
import { KEYS } from '../data/keys.js';
import type { OpenedQuestion } from '../data/opened-question.js';
import { useNames, useOwnContact } from '../data/people.js';
import { useDesk, useMember } from '../frame/desk.js';
import { useDraft, type Draft } from '../frame/use-draft.js';
import { useLanguage } from '../words/use-language.js';
import { emptyAnswer, type AnswerDraft } from './answer-draft.js';
import { composeAnswer, type Answering, type ComposedAnswer } from './compose.js';
import { refusingOf, type Refusing } from './grounds.js';
import type { Sorting } from './items.js';
import { systemsLastSearched } from './last-systems.js';
import { policyDocumentLastGiven, rememberPolicyDocument } from './policy-document.js';
import { useAnswering } from './use-answering.js';
import type { ApprovedAnswers, LawfulStack } from '@lateral/domain/justification';

/** A request that was opened: where it stands, and what it says. */
export interface OpenRequest { view: RequestView; opened: OpenedQuestion }

export interface Answer {
  kept: Draft<AnswerDraft>;
  change: (change: Partial<AnswerDraft>) => void;
  answering: Answering;
  composed: ComposedAnswer | null;
  refusing: Refusing;
  /** Of which answers the own agency wants an approver. */
  approved: ApprovedAnswers;
  sorting: Sorting;
  givePolicy: (document: LawfulStack['policyDocument']) => void;
}

/** The answer that is written to a request; undefined until the law and what was kept are here. The policy document is the agency's own, unless another was given here. */
export function useAnswer({ view, opened }: OpenRequest): Answer | undefined {
  const me = useMember();
  const { language } = useLanguage();
  const [given, setGiven] = useState(() => policyDocumentLastGiven(me.agency));
  const contact = useOwnContact(me.agency).data;
  const ofAgency = contact?.policyDocument ?? null;
  const policy = given ?? ofAgency;
  const nameOf = useNames();
  const initial = useMemo(() => ({ ...emptyAnswer({ request: view.id, language }), systems: systemsLastSearched(me.member) }), [view.id, language, me.member]);
  const kept = useDraft<AnswerDraft>({ kind: 'answer', check: view.reference, request: view.id, initial });
  const releases = kept.value.approves;
  const answering = useAnswering(view, opened, policy, releases === null ? null : { writer: nameOf(releases.by) });
  const composed = useMemo(() => (answering === undefined ? null : composeAnswer(kept.value, answering)), [kept.value, answering]);
  const take = useTaking(view);
  const { set } = kept;
  const change = useCallback((next: Partial<AnswerDraft>) => { take(); set((before) => ({ ...before, ...next })); }, [set, take]);
  const givePolicy = useCallback((document: LawfulStack['policyDocument']) => {
    if (document !== null) rememberPolicyDocument(me.agency, document);
    setGiven(document);
  }, [me.agency]);
  const law = useOfLaw(answering, kept.value.language);
  return !kept.ready || answering === undefined || law === undefined ? undefined : { kept, change, answering, composed, givePolicy, approved: contact?.approved ?? 'some', ...law };
}

function useOfLaw(answering: Answering | undefined, language: AnswerDraft['language']): { refusing: Refusing; sorting: Sorting } | undefined {
  return useMemo(() => {
    if (answering === undefined) return undefined;
    const { law, own, on, question: { body, record } } = answering;
    return { refusing: refusingOf(record, law), sorting: { people: body.people, categories: record.categories, packs: law.packs, systems: packFor(law.packs, own.type).systems, language, today: on } };
  }, [answering, language]);
}

/** Whoever writes the first word of an answer to what nobody has, has it: colleagues see that. Nothing waits for it. */
function useTaking({ id, heldBy }: RequestView): () => void {
  const { hub } = useDesk();
  const { member } = useMember();
  const queries = useQueryClient();
  const taken = useRef<string | null>(null);
  return useCallback(() => {
    if (heldBy !== null || taken.current === id) return;
    taken.current = id;
    hub.holdRequest(id, { from: null, to: member }).catch(() => null).then(() => queries.invalidateQueries({ queryKey: KEYS.request(id) })).catch(() => undefined);
  }, [heldBy, hub, id, member, queries]);
}
