import { isDay } from '@lateral/domain';
import type { ChronologyFilter } from '@lateral/domain/chronology';
import { ITEM_NATURES, type ItemNature } from '@lateral/domain/justification';

/** How a chronology is shown, as its address says it: ids, pseudonyms, codes and days, so that Back finds it again. */
export interface Showing { view: 'table' | 'timeline'; order: 'earliest' | 'latest'; filter: ChronologyFilter }

export function showingFrom(asked: URLSearchParams): Showing {
  const natures = asked.getAll('nature').filter((nature): nature is ItemNature => ITEM_NATURES.includes(nature as ItemNature));
  const [agencies, about, from, to] = [asked.getAll('agency'), asked.getAll('about'), dayIn(asked.get('from')), dayIn(asked.get('to'))];
  return {
    view: asked.get('view') === 'timeline' ? 'timeline' : 'table', order: asked.get('order') === 'latest' ? 'latest' : 'earliest',
    filter: { ...(agencies.length > 0 ? { agencies } : {}), ...(about.length > 0 ? { about } : {}), ...(natures.length > 0 ? { natures } : {}), ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) },
  };
}

export function addressOf({ view, order, filter }: Showing): URLSearchParams {
  const said = new URLSearchParams();
  if (view === 'timeline') said.set('view', view);
  if (order === 'latest') said.set('order', order);
  for (const [name, values] of [['agency', filter.agencies], ['about', filter.about], ['nature', filter.natures]] as const) for (const value of values ?? []) said.append(name, value);
  for (const [name, day] of [['from', filter.from], ['to', filter.to]] as const) if (day !== undefined) said.set(name, day);
  return said;
}

function dayIn(text: string | null): string | null {
  return text !== null && isDay(text) ? text : null;
}
