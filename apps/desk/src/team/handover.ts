import type { ContactView } from '@lateral/contracts';
import { isOverdue, waitingOf, type TeamRow } from './rows.js';

/** One open request on the sheet. `about`: names, where they were opened in this session; null where not. */
export interface HandoverRow { row: TeamRow; isOverdue: boolean; about: readonly string[] | null }
/** Agencies that somebody on nights may have to telephone, each once. */
export interface HandoverPhone { agency: string; office: string | null; night: string | null }

/** What is open, most pressing first. `about` says what this session knows of a request; it is never asked for anything. */
export function handoverRows(rows: readonly TeamRow[], { about, now }: { about: (row: TeamRow) => readonly string[] | null; now: Date }): HandoverRow[] {
  return waitingOf(rows, now).map((row) => ({ row, isOverdue: isOverdue(row, now), about: about(row) }));
}

/** The agencies of these rows and the own, as far as they said how to reach them; the own last. */
export function handoverPhones(rows: readonly HandoverRow[], contacts: readonly ContactView[], own: string): HandoverPhone[] {
  const agencies = [...new Set(rows.map(({ row }) => row.partner))].filter((agency) => agency !== own);
  return [...agencies, own].map((agency) => {
    const contact = contacts.find((each) => each.agency === agency);
    return { agency, office: contact?.phone ?? null, night: contact?.outOfHoursPhone ?? null };
  });
}
