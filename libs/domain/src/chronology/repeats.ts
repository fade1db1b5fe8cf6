import type { ChronologyEvent } from './event.js';
import { compareText } from './event.js';
import { monthsBefore } from './span.js';

/** How often something of one kind happened in the twelve months up to a day. */
export interface Repeat {
  by: 'nature' | 'type';
  code: string;
  /** Surely within them. */
  count: number;
  /** Known by a month or a year that lies only partly within them. */
  perhaps: number;
  agencies: readonly string[];
}

/** Counts by nature and by type, most frequent first; joined entries are one event, and are counted once. `until` is `YYYY-MM-DD` and counts. */
export function repeatsOf(events: readonly ChronologyEvent[], until: string): Repeat[] {
  const after = monthsBefore(until, 12);
  const repeats = new Map<string, Repeat & { agencies: string[] }>();
  for (const event of events) {
    const { span } = event;
    if (span === null || span.to <= after || span.from > until) continue;
    const isSure = span.from > after && span.to <= until;
    for (const [by, code] of kindsOf(event)) {
      const repeat = repeats.get(`${by} ${code}`) ?? { by, code, count: 0, perhaps: 0, agencies: [] };
      const agencies = [...new Set([...repeat.agencies, ...event.agencies])].sort(compareText);
      repeats.set(`${by} ${code}`, { ...repeat, count: repeat.count + (isSure ? 1 : 0), perhaps: repeat.perhaps + (isSure ? 0 : 1), agencies });
    }
  }
  return [...repeats.values()].sort((a, b) => b.count - a.count || b.perhaps - a.perhaps || compareText(a.by, b.by) || compareText(a.code, b.code));
}

function kindsOf({ natures, sources }: ChronologyEvent): [Repeat['by'], string][] {
  const types = new Set(sources.flatMap(({ type }) => (type === null ? [] : [type])));
  return [...natures.map((nature): [Repeat['by'], string] => ['nature', nature]), ...[...types].map((type): [Repeat['by'], string] => ['type', type])];
}
