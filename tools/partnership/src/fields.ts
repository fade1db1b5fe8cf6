/** Null, or the JSON pointer of the first place that does not fit; never the value that stood there. */
export type Check = (value: unknown, at: string) => string | null;

const when = (fits: (value: unknown) => boolean): Check => (value, at) => (fits(value) ? null : at);

export const matching = (pattern: RegExp): Check => when((value) => typeof value === 'string' && pattern.test(value));
export const oneOf = (options: readonly (string | number)[]): Check => when((value) => options.includes(value as string));
export const truth: Check = when((value) => typeof value === 'boolean');
export const whole: Check = when((value) => Number.isSafeInteger(value) && (value as number) >= 1);
/** Words on one line: something is said, and nothing that could steer a terminal. */
export const line = (most: number): Check => when((value) => typeof value === 'string' && value.length <= most && /\S/u.test(value) && !/\p{C}/u.test(value));
/** Left to a library that judges it whole. */
export const anything: Check = when((value) => typeof value === 'object' && value !== null);

export const orNull = (inner: Check): Check => (value, at) => (value === null ? null : inner(value, at));

export function list(inner: Check, { least = 0, most }: { least?: number; most: number }): Check {
  return (value, at) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return at;
    return value.map((item, index) => inner(item, `${at}/${index}`)).find((fault) => fault !== null) ?? null;
  };
}

/** An object with exactly these members. A member that is not known is not repeated in the answer: a stranger wrote its name. */
export function record(members: Record<string, Check>): Check {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return at === '' ? '/' : at;
    if (Object.keys(value).some((name) => !Object.hasOwn(members, name))) return `${at}/?`;
    const given = value as Record<string, unknown>;
    return Object.entries(members).map(([name, check]) => check(given[name], `${at}/${name}`)).find((fault) => fault !== null) ?? null;
  };
}
