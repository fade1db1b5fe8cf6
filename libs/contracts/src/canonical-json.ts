/** Values that canonical JSON can carry. Numbers must be safe integers: nothing we sign needs fractions. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/**
 * JSON Canonicalization Scheme (RFC 8785): members sorted by UTF-16 code unit, no white space.
 * Two parties that hold the same value hold the same bytes, which is what gets signed and hashed.
 * Members that are `undefined` are left out. Throws a TypeError on anything else JSON cannot say.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return canonicalString(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('canonical JSON carries safe integers only');
    return String(value);
  }
  if (Array.isArray(value)) return canonicalArray(value);
  if (typeof value === 'object') return canonicalObject(value as Record<string, unknown>);
  throw new TypeError(`canonical JSON cannot carry a ${typeof value}`);
}

function canonicalArray(items: readonly unknown[]): string {
  let text = '[';
  for (let i = 0; i < items.length; i += 1) text += `${i === 0 ? '' : ','}${canonicalJson(items[i])}`;
  return `${text}]`;
}

function canonicalObject(members: Record<string, unknown>): string {
  let text = '{';
  // The order that `sort` takes by itself is the one that RFC 8785 asks for: by UTF-16 code unit.
  for (const name of Object.keys(members).sort()) {
    const member = members[name];
    if (member !== undefined) text += `${text.length === 1 ? '' : ','}${canonicalString(name)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}

// Printable ASCII without quote and backslash needs no escape, and is nearly everything we sign.
const PLAIN = /^[ !#-[\]-~]*$/;

// A lone surrogate has no UTF-8 form: two different strings would hash alike.
function canonicalString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)) {
    throw new TypeError('canonical JSON cannot carry a lone surrogate');
  }
  return JSON.stringify(text);
}
