/** The middle of the values; of an even number the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value that `share` (0 to 1) of the values do not exceed, by nearest rank. NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Medians of every number in like-shaped objects, however deep; what is no number is taken from the first. */
export function medians<T>(rounds: readonly T[]): T {
  const [first] = rounds;
  if (first === undefined) throw new RangeError('there was no round to take a median of');
  if (typeof first === 'number') return median(rounds as readonly number[]) as T;
  if (typeof first !== 'object' || first === null) return first;
  return Object.fromEntries(Object.keys(first).map((name) => [name, medians(rounds.map((round) => (round as Record<string, unknown>)[name]))])) as T;
}
