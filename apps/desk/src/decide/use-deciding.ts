import { useCallback, useRef, useState } from 'react';
import { useRefresh } from '../data/work.js';
import { useNames } from '../data/people.js';
import { useTranslation } from 'react-i18next';
import type { ReadCheck } from '../check/use-read.js';
import { useDesk, useMember } from '../frame/desk.js';
import type { Draft } from '../frame/use-draft.js';
import { HubProblem } from '../hub.js';
import { useContacts } from '../data/people.js';
import { decisionLetter, outcomeLetters } from './compose.js';
import type { DecideDraft } from './decide-draft.js';
import { parcelOf, sendParcel, type DecisionParcel } from './send-decision.js';

/** What came of it: who was told, who was not and why. */
export interface Told { told: string[]; failed: { agency: string; error: unknown }[] }
export interface Deciding { told: Told | null; /** Records and tells; called again, goes on where it was. */ send: () => Promise<void>; /** The words have changed. */ forget: () => void }

/** Seals once, records once, tells each once. What was recorded is remembered in the draft until everybody has been told, so that a lock in between loses nobody. */
export function useDeciding({ check, read }: ReadCheck, draft: Draft<DecideDraft>): Deciding {
  const { hub, keeper, newId } = useDesk();
  const me = useMember();
  const refresh = useRefresh();
  const self = useSelf();
  const parcel = useRef<DecisionParcel | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const forget = useCallback(() => { if (parcel.current?.decision?.done !== true) parcel.current = null; }, []);
  const make = (): Promise<DecisionParcel> => {
    const composing = { check, read, newId, contact: self, decidedBy: { name: self.name, role: self.role } };
    const wasRecorded = isRecorded(draft.value, check.decision?.id);
    const decision = wasRecorded ? null : decisionLetter(draft.value, composing);
    if (decision === null && !wasRecorded) throw new TypeError('a decision is whole before it is sent');
    const left = wasRecorded ? untold(draft.value, { check, read }) : draft.value;
    return parcelOf(decision, outcomeLetters(left, composing), { seal: (letters) => keeper.seal(me, letters), newKey: () => hub.newKey() });
  };
  const send = async (): Promise<void> => {
    parcel.current ??= await make();
    const sent = parcel.current;
    const tells = await sendParcel(sent, {
      version: check.version, confirm: (messages) => keeper.confirm('send-share', messages), record: (body, key) => hub.recordDecision(check.reference, body, key),
      recorded: () => { draft.set((before) => ({ ...before, recorded: sent.decision?.message ?? before.recorded })); return draft.save(); }, tell: (request, body, key) => hub.tellOutcome(request, body, key),
    }).catch((error: unknown) => {
      // A clear no: what is sent next is something else.
      if (error instanceof HubProblem && error.status >= 400 && error.status < 500 && error.code !== 'step-up-needed') parcel.current = null;
      throw error;
    });
    const failed = tells.filter(({ done }) => !done).map(({ agency, error }) => ({ agency, error }));
    setTold({ told: tells.filter(({ done }) => done).map(({ agency }) => agency), failed });
    if (failed.length === 0) await draft.discard();
    await refresh().catch(() => undefined);
  };
  return { told, send, forget };
}

/** Who decides, as the agencies are told: name, role, and the number of the desk. */
function useSelf(): { name: string; role: string; phone?: string } {
  const { t } = useTranslation('decide');
  const { member, agency, roles } = useMember();
  const name = useNames()(member);
  const phone = useContacts().data?.find((each) => each.agency === agency)?.phone ?? null;
  return { name, role: t(roles.includes('team_manager') ? 'role.manager' : 'role.senior'), ...(phone === null ? {} : { phone }) };
}

/** This very draft became the decision that stands, and there may be agencies that were not told. */
export function isRecorded({ recorded }: Pick<DecideDraft, 'recorded'>, decision: string | undefined): boolean {
  return recorded !== null && recorded === decision;
}

/** The draft with only those still to be told that have had no word since the decision was recorded. */
export function untold(draft: DecideDraft, { check, read }: Pick<ReadCheck, 'check' | 'read'>): DecideDraft {
  const since = check.decision?.createdAt ?? '';
  const hasWord = (request: string): boolean => read.find(({ view }) => view.id === request)?.view.envelopes.some(({ type, from, createdAt }) => type === 'outcome' && from === read[0]?.view.asking && createdAt >= since) === true;
  return { ...draft, tell: draft.tell.map((tell) => (hasWord(tell.request) ? { ...tell, isTold: false } : tell)) };
}
