const WHOLE = '.*';

/** Code of the pack where an entry of a clause is a whole pack (`police.*`), else null. */
export function wholePackOf(entry: string): string | null {
  return entry.endsWith(WHOLE) && entry.length > WHOLE.length ? entry.slice(0, -WHOLE.length) : null;
}

/** Whether an entry of a clause holds a data category, or the whole of a pack that is itself written `pack.*`. */
export function holdsCategory(entry: string, category: string): boolean {
  const pack = wholePackOf(entry);
  return pack === null ? entry === category : category.startsWith(`${pack}.`);
}

/** What two entries have in common: the narrower of them, or null. */
export function narrower(a: string, b: string): string | null {
  if (holdsCategory(a, b)) return b;
  return holdsCategory(b, a) ? a : null;
}
