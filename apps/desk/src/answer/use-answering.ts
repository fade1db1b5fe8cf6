import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { JustificationRecord, RequestView } from '@lateral/contracts';
import { londonDay } from '@lateral/domain/deadlines';
import type { LawfulStack } from '@lateral/domain/justification';
import type { RequestBody } from '@lateral/envelope/words';
import { useLaw } from '../data/law.js';
import { useNames } from '../data/people.js';
import { useDesk, useMember } from '../frame/desk.js';
import type { Answering } from './compose.js';

/** What an answer is composed and judged with; undefined until the law is here. `released`: somebody else's answer, which one lets go. */
export function useAnswering(view: RequestView, question: { body: RequestBody; record: JustificationRecord }, policyDocument: LawfulStack['policyDocument'], released: { writer: string } | null): Answering | undefined {
  const { t } = useTranslation('answer');
  const { keeper, now } = useDesk();
  const me = useMember();
  const name = useNames()(me.member);
  const law = useLaw();
  const [role] = me.roles;
  const writer = released?.writer ?? null;
  return useMemo(() => {
    const { agencies } = keeper.known;
    const [own, asking] = [me.agency, view.asking].map((id) => agencies.find((agency) => agency.id === id));
    if (law === undefined || own === undefined || asking === undefined) return undefined;
    const at = now();
    return { own, law, policyDocument, on: londonDay(at), now: at, question: { ...question, asking }, answeredBy: writer === null ? { name, role: t(role === 'approver' || role === 'team_manager' ? `role.${role}` : 'role.responder') } : { name: writer, role: t('role.responder') }, approvedBy: writer === null ? null : name };
  }, [keeper, law, me.agency, view.asking, now, policyDocument, question, name, role, t, writer]);
}
