import { useCallback, useRef } from 'react';
import type { ExportBody, ExportForm } from '@lateral/contracts';
import { useDesk } from '../frame/desk.js';
import { HubProblem, type WriteKey } from '../hub/hub.js';
import { Refusal } from '../keeper/keeper.js';
import { isRestricted } from './lines.js';
import type { MadeChronology } from './use-chronology.js';

/**
 * Tells the hub that opened content of a check is about to leave the screen, before it does: awaited, and where it rejects nothing may be
 * printed, copied or saved. Tried again after silence it is the same act.
 */
export function useExporting(reference: string): (body: ExportBody) => Promise<void> {
  const { hub } = useDesk();
  const made = useRef<{ said: string; key: WriteKey } | null>(null);
  return useCallback(async (body) => {
    const said = JSON.stringify(body);
    if (made.current?.said !== said) made.current = { said, key: hub.newKey() };
    try {
      await hub.recordExport(reference, body, made.current.key);
    } catch (error) {
      // Who is signed out has to sign in again, and is told so.
      throw error instanceof HubProblem && error.status !== 401 ? new Refusal('export-not-recorded') : error;
    }
    made.current = null;
  }, [hub, reference]);
}

/** What is said of a chronology that leaves: from how many messages it is, and whether something in it may not freely be told on. */
export function exportOf(form: ExportForm, { chronology: { rows }, entries }: Pick<MadeChronology, 'chronology' | 'entries'>, { withRestricted }: { withRestricted: boolean }): ExportBody {
  const messageOf = new Map(entries.map(({ key, message }) => [key, message]));
  const sources = rows.flatMap((row) => (row.kind === 'event' ? row.event.sources : [])).filter((source) => withRestricted || !isRestricted(source));
  return { form, messages: new Set(sources.map(({ key }) => messageOf.get(key))).size, restricted: sources.some(isRestricted) };
}
