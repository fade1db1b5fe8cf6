/** JSON escapes these otherwise than Postgres reads them: control characters, and surrogates that stand alone. */
const NOT_AS_JSON = /[\p{Cc}\p{Cs}]/u;
/** Shorter texts are escaped as quickly by hand. */
const LONG = 64;

/**
 * An array as Postgres reads one in a parameter: what `pg` would write, in a third of the time where texts are long and full of quotes,
 * as records, headers and reasons are.
 */
export function arrayLiteral(items: readonly (string | number | boolean | null)[]): string {
  let literal = '{';
  for (const [i, item] of items.entries()) literal += `${i === 0 ? '' : ','}${item === null ? 'NULL' : quoted(String(item))}`;
  return `${literal}}`;
}

function quoted(text: string): string {
  if (text.length > LONG && !NOT_AS_JSON.test(text)) return JSON.stringify(text);
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
