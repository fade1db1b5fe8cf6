import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { assert, array, constant, constantFrom, integer, jsonValue, oneof, property, string } from 'fast-check';
import { arrayLiteral } from './array-literal.js';

const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils') as { prepareValue: (value: unknown) => unknown };

const awkward = constantFrom('"', '\\', '\n', '\u0000', '\u001f', '\u007f', '\u2028', '\ud800', '\udc00', '\u{1f600}', ',', '{', '}', 'NULL', 'é');
const texts = oneof(
  string({ unit: 'binary' }),
  jsonValue().map((value) => JSON.stringify(value)),
  array(oneof(awkward, string({ unit: 'binary', minLength: 20 })), { maxLength: 8 }).map((parts) => parts.join('')),
);

it('writes an array as the driver would', () => {
  assert(property(array(oneof(texts, constant(null), integer(), constantFrom(true, false))), (items) => {
    expect(arrayLiteral(items)).toBe(prepareValue(items));
  }), { numRuns: 2_000 });
});
