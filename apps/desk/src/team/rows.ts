import type { CheckView, RequestView } from '@lateral/contracts';
import { inBoardOrder } from '@lateral/domain/board';

/** The two ways in which a team has work: what it is asked, and what it asked others. */
export const SIDES = ['answering', 'asking'] as const;
export type Side = (typeof SIDES)[number];

/** One request as a manager sees it: by its metadata alone. `partner` is the other agency; `heldBy` who the hub says has it (of what was asked, the check's); `opener` whoever opened the check, who has it while nobody took it. */
export interface TeamRow { id: string; view: RequestView; partner: string; heldBy: string | null; opener: string | null }

export function sideOf(asked: string | null): Side | null {
  return SIDES.find((side) => side === asked) ?? null;
}

export function isWaiting({ state }: Pick<RequestView, 'state'>): boolean {
  return state === 'open' || state === 'acknowledged';
}

export const holderOf = ({ heldBy, opener }: TeamRow): string | null => heldBy ?? opener;

/** Every request of a side, answered ones too. */
export function allOf(side: Side, { inbox, checks, agency }: { inbox: readonly RequestView[]; checks: readonly CheckView[]; agency: string }): TeamRow[] {
  if (side === 'answering') return inbox.map((view) => ({ id: view.id, view, partner: view.asking, heldBy: view.heldBy, opener: null }));
  return checks.flatMap(({ requests, heldBy, openedBy }) => requests.filter(({ asking }) => asking === agency).map((view) => ({ id: view.id, view, partner: view.asked, heldBy, opener: openedBy })));
}

/** Those that wait for an answer, in the order of a board: what is late first, then what is due next. */
export function waitingOf(rows: readonly TeamRow[], now: Date): TeamRow[] {
  const placed = rows.filter(({ view }) => isWaiting(view)).map((row) => ({ row, reference: row.view.reference, agency: row.partner, dueAt: new Date(row.view.dueAt), sentAt: new Date(row.view.sentAt), endedAt: null, paused: null }));
  return inBoardOrder(placed, now).map(({ row }) => row);
}

export function isOverdue({ view }: TeamRow, now: Date): boolean {
  return isWaiting(view) && Date.parse(view.dueAt) < now.getTime();
}
