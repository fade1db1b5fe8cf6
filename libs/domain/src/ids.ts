/** A client's clock may be this far ahead of or behind the hub's when it makes an id (uuid v7 carries its millisecond). */
export const ID_MAX_AHEAD_MS = 5 * 60_000;
export const ID_MAX_BEHIND_MS = 24 * 3_600_000;

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Milliseconds since the epoch that a uuid v7 carries, or null for anything else. Lower case only: one id, one spelling. */
export function millisecondsOf(id: string): number | null {
  return UUID7.test(id) ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : null;
}

/** Whether a client-made id is one the hub will take at `now`. */
export function isIdWithinClock(id: string, now: Date): boolean {
  const made = millisecondsOf(id);
  return made !== null && isWithinClock(made, now);
}

/** Whether a time that a client wrote down (milliseconds since the epoch) is one the hub will take at `now`. */
export function isWithinClock(ms: number, now: Date): boolean {
  return ms <= now.getTime() + ID_MAX_AHEAD_MS && ms >= now.getTime() - ID_MAX_BEHIND_MS;
}

/** A uuid v7 (RFC 9562) from a time and 10 random bytes; further bytes are not used. Throws a RangeError on fewer and on a time before 1970. */
export function uuid7(at: Date, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('a uuid v7 needs 10 random bytes');
  const bytes = new Uint8Array(16);
  let milliseconds = at.getTime();
  // 48 bits: anything else would quietly come out as another time.
  if (!(milliseconds >= 0 && milliseconds < 2 ** 48)) throw new RangeError('a uuid v7 cannot carry this time');
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = milliseconds % 256;
    milliseconds = Math.floor(milliseconds / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
