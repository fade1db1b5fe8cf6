/** Says where a value does not fit, as the rest of a JSON pointer; null where it fits. */
export type Check = (value: unknown) => string | null;
export type Members<T> = Record<keyof T, Check>;

const MOST_LISTED = 10_000;

export const when = (fits: (value: unknown) => boolean): Check => (value) => (fits(value) ? null : '');
/** Whole characters only: half of one has no UTF-8 form, so nothing that holds it was ever signed or hashed. */
export const text: Check = when((value) => typeof value === 'string' && !/\p{Surrogate}/u.test(value));
export const truth: Check = when((value) => typeof value === 'boolean');
export const orNull = (inner: Check): Check => (value) => (value === null ? null : inner(value));
/** A member that may be left out. */
export const optional = (inner: Check): Check => (value) => (value === undefined ? null : inner(value));
export const oneOf = (options: readonly unknown[]): Check => when((value) => options.includes(value));
export const whole: Check = when((value) => Number.isSafeInteger(value) && (value as number) >= 0);
export const base64url: Check = when((value) => typeof value === 'string' && /^[A-Za-z0-9_-]*$/.test(value));
export const time: Check = when((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value)));
export const day: Check = when((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)));
/** No spaces: audit records join codes by one. */
export const code: Check = when((value) => typeof value === 'string' && /^[!-~]{1,128}$/.test(value));

export function list(inner: Check): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length > MOST_LISTED) return '';
    for (const [i, item] of value.entries()) {
      const fault = inner(item);
      if (fault !== null) return `/${i}${fault}`;
    }
    return null;
  };
}

/** Exactly these members: what the verifier does not know, it cannot vouch for. */
export function only<T>(members: Members<T>): Check {
  const names = Object.keys(members) as (keyof T & string)[];
  return (value) => {
    if (!isObject(value) || Object.keys(value).some((name) => !Object.hasOwn(members, name))) return '';
    return faultIn(value, names, members);
  };
}

/** These members at least: the rest is checked in full by whoever checks the signature over it. */
export function atLeast<T>(members: Members<T>): Check {
  return (value) => (isObject(value) ? faultIn(value, Object.keys(members) as (keyof T & string)[], members) : '');
}

function faultIn<T>(value: Record<string, unknown>, names: (keyof T & string)[], members: Members<T>): string | null {
  for (const name of names) {
    const fault = members[name](Object.hasOwn(value, name) ? value[name] : undefined);
    if (fault !== null) return `/${name}${fault}`;
  }
  return null;
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
