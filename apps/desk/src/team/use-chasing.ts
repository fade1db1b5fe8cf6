import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReminderLevel } from '@lateral/contracts';
import { useAgencyNames } from '../data/people.js';
import { useRefresh } from '../data/work.js';
import { useDesk } from '../frame/desk.js';
import type { Act } from '../frame/use-act.js';
import { HubProblem, isClearNo } from '../hub/hub.js';
import type { TeamRow } from './rows.js';

/** Reminds an agency, or puts what is overdue to its managers. Silence from the hub is tried again as the same act. */
export function useChasing(act: Act, after: () => void): { chase: (row: TeamRow, level: ReminderLevel) => Promise<void>; told: string } {
  const { t } = useTranslation('team');
  const { hub } = useDesk();
  const agencyName = useAgencyNames();
  const refresh = useRefresh();
  const [told, setTold] = useState('');
  const keys = useRef(new Map<string, string>());
  const chase = async ({ id, partner, view: { reference } }: TeamRow, level: ReminderLevel): Promise<void> => {
    const name = `${id} ${level}`;
    const key = keys.current.get(name) ?? hub.newKey();
    keys.current.set(name, key);
    let refused: 'tooSoon' | 'notOverdue' | null = null;
    setTold('');
    const isDone = await act.run(async () => {
      try {
        await hub.remind(id, level, key);
        keys.current.delete(name);
      } catch (error) {
        if (isClearNo(error)) keys.current.delete(name);
        refused = refusalIn(error);
        if (refused === null) throw error;
      }
      await refresh().catch(() => undefined);
      after();
    });
    if (!isDone) return;
    if (refused !== null) act.refuse([{ field: chaseId(id, level), message: t(`chase.${refused as 'tooSoon' | 'notOverdue'}`, { reference }) }]);
    else setTold(t(level === 'reminder' ? 'chase.doneReminder' : 'chase.doneEscalation', { reference, agency: agencyName(partner) }));
  };
  return { chase, told };
}

export const chaseId = (request: string, level: ReminderLevel): string => `${level}-${request}`;

/** What there are words for here: said by the hub, whatever the clock of this page said. */
export function refusalIn(error: unknown): 'tooSoon' | 'notOverdue' | null {
  if (!(error instanceof HubProblem)) return null;
  if (error.code === 'too-many-requests') return 'tooSoon';
  return error.code === 'wrong-state' && error.problem?.fields?.some(({ reason }) => reason === 'not-overdue') === true ? 'notOverdue' : null;
}
