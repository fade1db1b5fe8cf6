/** A byte string to look for. */
export interface Pattern {
  encoding: string;
  bytes: Buffer;
}

/**
 * Looks for many patterns in one pass (after Wu and Manber, "A fast algorithm for multi-pattern searching", 1994): where the two bytes
 * under the end of the window stand in no pattern, the window moves on by nearly its whole length. A data folder is mostly such bytes,
 * so a dozen patterns cost about as much as reading it.
 */
export class PatternScanner {
  /** Length of the longest pattern: what a window must share with the one before it. */
  readonly longest: number;
  private readonly window: number;
  private readonly shifts = new Uint8Array(65_536);
  private readonly ending = new Map<number, Pattern[]>();

  constructor(patterns: readonly Pattern[]) {
    const lengths = patterns.map(({ bytes }) => bytes.length);
    this.longest = Math.max(...lengths);
    this.window = Math.min(255, ...lengths);
    if (this.window < 2) throw new RangeError('a pattern has at least two bytes');
    this.shifts.fill(this.window - 1);
    for (const pattern of patterns) this.learn(pattern);
  }

  /** Calls back for each place where a pattern begins. */
  scan(bytes: Uint8Array, onHit: (at: number, pattern: Pattern) => void): void {
    const { window, shifts } = this;
    let end = window - 1;
    while (end < bytes.length) {
      const pair = ((bytes[end - 1] ?? 0) << 8) | (bytes[end] ?? 0);
      const shift = shifts[pair] ?? 0;
      if (shift > 0) {
        end += shift;
        continue;
      }
      const start = end - window + 1;
      for (const pattern of this.ending.get(pair) ?? []) if (stands(pattern.bytes, bytes, start)) onHit(start, pattern);
      end += 1;
    }
  }

  private learn(pattern: Pattern): void {
    const { bytes } = pattern;
    for (let i = 1; i < this.window; i += 1) {
      const pair = bytes.readUInt16BE(i - 1);
      this.shifts[pair] = Math.min(this.shifts[pair] ?? 0, this.window - 1 - i);
    }
    const last = bytes.readUInt16BE(this.window - 2);
    this.ending.set(last, [...(this.ending.get(last) ?? []), pattern]);
  }
}

function stands(pattern: Uint8Array, bytes: Uint8Array, start: number): boolean {
  if (start + pattern.length > bytes.length) return false;
  for (let i = 0; i < pattern.length; i += 1) if (pattern[i] !== bytes[start + i]) return false;
  return true;
}
