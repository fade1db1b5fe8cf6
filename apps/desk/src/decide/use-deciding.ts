import { useCallback, useRef, useState } from 'react';
import { useRefresh } from '../data/work.js';
import { useNames } from '../data/people.js';
import { useTranslation } from 'react-i18next';
import type { ReadCheck } from '../check/use-read.js';
import { useDesk, useMember } from '../frame/desk.js';
import type { Draft } from '../frame/use-draft.js';
import { isClearNo } from '../hub/hub.js';
import { useContacts } from '../data/people.js';
import { decisionLetter, outcomeLetters } from './compose.js';
import type { DecideDraft } from './decide-draft.js';
import { isRecorded, leftToTell, toldSince, untold } from './left.js';
import { parcelOf, sendParcel, type DecisionParcel } from './send-decision.js';

/** What came of it: who was told, who was not and why, and whom nobody here can tell. */
export interface Told { told: string[]; failed: { agency: string; error: unknown }[]; lost: string[] }
export interface Deciding {
  told: Told | null;
  /** Records and tells; called again, goes on where it was. */
  send: () => Promise<void>;
  /** Whoever is left is told by somebody, and not from here. */
  leave: (told: string[]) => Promise<void>;
  /** The words have changed. */
  forget: () => void;
}
/** What is on its way, with those who were told in an earlier visit and those who cannot be told at all. */
interface Sent { parcel: DecisionParcel; before: string[]; lost: string[] }

/** Seals once, records once, tells each once. What it goes as is remembered in the draft until everybody has been told, so that a lock in between loses nobody. */
export function useDeciding({ check, read }: ReadCheck, draft: Draft<DecideDraft>): Deciding {
  const { hub, keeper, newId } = useDesk();
  const me = useMember();
  const refresh = useRefresh();
  const self = useSelf();
  const sent = useRef<Sent | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const forget = useCallback(() => { if (sent.current?.parcel.decision?.done !== true) sent.current = null; }, []);
  const make = async (): Promise<Sent> => {
    const composing = { check, read, newId, contact: self, decidedBy: { name: self.name, role: self.role } };
    const wasRecorded = isRecorded(draft.value, check.decision?.id);
    const decision = wasRecorded ? null : decisionLetter(draft.value, composing);
    if (decision === null && !wasRecorded) throw new TypeError('a decision is whole before it is sent');
    const left = wasRecorded ? untold(draft.value, { check, read }) : draft.value;
    const parcel = await parcelOf(decision, outcomeLetters(left, composing), { seal: (letters) => keeper.seal(me, letters), newKey: () => hub.newKey() });
    return { parcel, before: wasRecorded ? toldSince(draft.value, { check, read }) : [], lost: leftToTell(left, { check, read }).lost.map(({ view }) => view.asked) };
  };
  const send = async (): Promise<void> => {
    sent.current ??= await make();
    const { parcel, before: earlier, lost } = sent.current;
    const tells = await sendParcel(parcel, {
      version: check.version, confirm: (messages) => keeper.confirm('send-share', messages), remember: () => { draft.set((before) => ({ ...before, recorded: parcel.decision?.message ?? before.recorded })); return draft.save(); },
      record: (body, key) => hub.recordDecision(check.reference, body, key), tell: (request, body, key) => hub.tellOutcome(request, body, key),
    }).catch((error: unknown) => {
      // Not what was recorded, which is done once.
      if (isClearNo(error)) forget();
      throw error;
    });
    const failed = tells.filter(({ done }) => !done).map(({ agency, error }) => ({ agency, error }));
    setTold({ told: [...earlier, ...tells.filter(({ done }) => done).map(({ agency }) => agency)], failed, lost });
    if (failed.length === 0 && lost.length === 0) await draft.discard();
    await refresh().catch(() => undefined);
  };
  const leave = async (those: string[]): Promise<void> => {
    await draft.discard();
    setTold({ told: those, failed: [], lost: [] });
  };
  return { told, send, leave, forget };
}

/** Who decides, as the agencies are told: name, role, and the number of the desk. */
function useSelf(): { name: string; role: string; phone?: string } {
  const { t } = useTranslation('decide');
  const { member, agency, roles } = useMember();
  const name = useNames()(member);
  const phone = useContacts().data?.find((each) => each.agency === agency)?.phone ?? null;
  return { name, role: t(roles.includes('team_manager') ? 'role.manager' : 'role.senior'), ...(phone === null ? {} : { phone }) };
}
