import type { ChronologyEntry } from './entry.js';

/** Entries that the specs of this folder put in order. */
export const TODAY = '2026-11-22';

export function entry(key: string, eventDate: string | null, changes: Partial<ChronologyEntry> = {}): ChronologyEntry {
  return { key, agency: 'police', eventDate, recordedDate: null, text: key, nature: 'fact', type: null, source: 'recorded at the time', handling: null, about: ['p1'], aboutRoles: ['child'], relevance: '', ...changes };
}
