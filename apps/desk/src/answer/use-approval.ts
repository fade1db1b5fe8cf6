import { useCallback } from 'react';
import type { DraftView, RequestView } from '@lateral/contracts';
import { useDrafts, useRefresh } from '../data/work.js';
import { useDesk, useMember } from '../frame/desk.js';
import { Refusal } from '../keeper/keeper.js';
import type { AnswerDraft } from './answer-draft.js';
import { mayRelease } from './approver.js';

/** What is sealed to the team for whoever releases answers. */
interface PutToApprover { v: 1; answer: AnswerDraft; note: string }

export interface Approval {
  /** Waits for an approver, or came back from one. */
  waiting: DraftView | null;
  isMine: boolean;
  mayApprove: boolean;
  put: (answer: AnswerDraft) => Promise<void>;
  open: () => Promise<PutToApprover>;
  sendBack: (answer: AnswerDraft, note: string) => Promise<void>;
  /** It is written on, by its writer, who has it stored: an approver who has it open sends it no more. */
  takeBack: () => Promise<void>;
}

/** The draft of this request that is between its writer and an approver. */
export function waitingFor(drafts: readonly DraftView[], request: string): DraftView | null {
  return drafts.find((draft) => draft.request === request && draft.kind === 'answer' && draft.readers === 'approvers') ?? null;
}

export function useApproval(view: RequestView): Approval {
  const { hub, secrets, newId } = useDesk();
  const me = useMember();
  const refresh = useRefresh();
  const waiting = waitingFor(useDrafts().data ?? [], view.id);
  const isMine = waiting?.by === me.member;
  const seal = useCallback(async (draft: string, value: PutToApprover) => {
    const told = await secrets.ask('seal-draft', { draft, kind: 'answer', value, readers: 'team' });
    if (!told.ok) throw new Refusal(told.code);
    return told.sealed;
  }, [secrets]);
  const place = { kind: 'answer', check: view.reference, request: view.id, readers: 'approvers' } as const;
  const put = async (answer: AnswerDraft): Promise<void> => {
    const id = newId();
    await hub.putDraft(id, { ...place, state: 'to_approve', version: 0, sealed: await seal(id, { v: 1, answer, note: answer.note }) });
    await refresh();
  };
  const open = async (): Promise<PutToApprover> => {
    const kept = waiting === null ? null : await hub.draft(waiting.id);
    const told = kept === null ? null : await secrets.ask('open-draft', { draft: kept.id, kind: 'answer', sealed: kept.sealed });
    // What a colleague put here is theirs: sealed by somebody else under their name, it is not relied on.
    if (told?.ok !== true || kept === null || !isPut(told.value) || (kept.state === 'to_approve' && told.by !== kept.by)) throw new Refusal(told?.ok === false ? told.code : 'unreadable');
    return told.value;
  };
  const sendBack = async (answer: AnswerDraft, note: string): Promise<void> => {
    const { approves } = answer;
    if (approves === null) return;
    await hub.putDraft(approves.draft, { ...place, state: 'sent_back', version: approves.version, sealed: await seal(approves.draft, { v: 1, answer: { ...answer, approves: null, backNote: '' }, note }) });
    await refresh();
  };
  const takeBack = async (): Promise<void> => {
    if (waiting !== null) await hub.deleteDraft(waiting.id);
    await refresh();
  };
  return { waiting, isMine, mayApprove: mayRelease(me.roles), put, open, sendBack, takeBack };
}

function isPut(value: unknown): value is PutToApprover {
  return typeof value === 'object' && value !== null && 'v' in value && value.v === 1 && 'answer' in value && 'note' in value && typeof value.note === 'string';
}
