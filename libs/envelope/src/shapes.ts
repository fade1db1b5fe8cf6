/**
 * A strict description of JSON: what is not named is refused. `check` returns null, or the JSON pointer of the first place that
 * does not fit; never the value that stood there, which may be about a child.
 */
export interface Shape<T> {
  check(value: unknown, at: string): string | null;
  /** The same value with its free texts changed; codes, ids, dates and enumerations are none. The value must have passed `check`. */
  mapWords(value: unknown, change: ChangeWords): unknown;
  /** Only for the compiler: the type that a checked value has. */
  readonly type?: T;
}
/** Given a free text and the most UTF-16 units it may have. */
export type ChangeWords = (text: string, most: number) => string;
export type Of<S> = S extends Shape<infer T> ? T : never;
type Members = Record<string, Shape<unknown>>;

type MapWords = Shape<unknown>['mapWords'];
const shape = <T>(check: (value: unknown, at: string) => string | null, mapWords: MapWords = (value) => value): Shape<T> => ({ check, mapWords });
const when = <T>(fits: (value: unknown) => boolean): Shape<T> => shape((value, at) => (fits(value) ? null : at));

/** Text of at most `most` UTF-16 units. Passes through exactly as written: no trimming, no normalising. */
export const text = (most: number): Shape<string> =>
  shape((value, at) => (typeof value === 'string' && value.length <= most ? null : at), (value, change) => change(value as string, most));
export const matching = (pattern: RegExp): Shape<string> => when((value) => typeof value === 'string' && pattern.test(value));
export const oneOf = <const T extends readonly (string | number)[]>(options: T): Shape<T[number]> => when((value) => options.includes(value as T[number]));
export const whole = (least: number, most: number): Shape<number> => when((value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most);
export const truth: Shape<boolean> = when((value) => typeof value === 'boolean');
export const orNull = <T>(inner: Shape<T>): Shape<T | null> =>
  shape((value, at) => (value === null ? null : inner.check(value, at)), (value, change) => (value === null ? null : inner.mapWords(value, change)));

export function list<T>(inner: Shape<T>, most: number): Shape<T[]> {
  return shape((value, at) => {
    if (!Array.isArray(value) || value.length > most) return at;
    return firstFault(value.map((item, index) => () => inner.check(item, `${at}/${index}`)));
  }, (value, change) => (value as unknown[]).map((item) => inner.mapWords(item, change)));
}

/** An object with exactly these members: all of the first lot, any of the second, nothing else. */
export function record<M extends Members, O extends Members = Record<never, never>>(members: M, optional?: O): Shape<Record_<M, O>> {
  const described: Members = { ...members, ...optional };
  return shape((value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return at;
    const given = value as Record<string, unknown>;
    // The name of an unknown member was written by whoever sent it, so it is not repeated.
    if (Object.keys(given).some((name) => !Object.hasOwn(described, name))) return `${at}/?`;
    const missing = Object.keys(members).find((name) => !Object.hasOwn(given, name));
    if (missing !== undefined) return `${at}/${missing}`;
    return firstFault(Object.keys(given).map((name) => () => described[name]!.check(given[name], `${at}/${name}`)));
  }, (value, change) => Object.fromEntries(Object.entries(value as object).map(([name, member]) => [name, described[name]!.mapWords(member, change)])));
}
type Record_<M extends Members, O extends Members> = { [K in keyof M]: Of<M[K]> } & { [K in keyof O]?: Of<O[K]> };

function firstFault(checks: (() => string | null)[]): string | null {
  for (const check of checks) {
    const fault = check();
    if (fault !== null) return fault;
  }
  return null;
}

/** Whether the value fits, as a type guard. */
export function fits<T>(described: Shape<T>, value: unknown): value is T {
  return described.check(value, '') === null;
}

export const UUID7 = matching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
export const FINGERPRINT = matching(/^[0-9A-F]{40}$/);
export const DIGEST = matching(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
/** ISO 8601 in UTC with milliseconds, one spelling for one moment. */
export const TIME: Shape<string> = when((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && isMoment(value));
export const DAY = matching(/^\d{4}-\d\d-\d\d$/);
/** A code from one of our lists or from the law catalogue: no spaces, so no sentence fits in. */
export const CODE = matching(/^[A-Za-z0-9][A-Za-z0-9_.:/()-]{0,63}$/);
/** An agency, member or partnership by its id. */
export const NAME = matching(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,127}$/);

function isMoment(written: string): boolean {
  const ms = Date.parse(written);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === written;
}
