/** The classes that apply, in order, as one attribute; `undefined` when there is none. */
export function classNames(...names: (string | false | undefined)[]): string | undefined {
  const given = names.filter((name) => name !== false && name !== undefined && name !== '');
  return given.length === 0 ? undefined : given.join(' ');
}

/** The ids of what describes a field, in reading order. */
export const describedBy = classNames;
