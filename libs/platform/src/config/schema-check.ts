import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Pointer } from './config-fault.js';

/** A JSON Schema 2020-12 as parsed. Formats that it may name: `date` (a real calendar day), `time` (`09:00`), `url` (https). */
export interface ConfigSchema {
  $ref?: string;
  $defs?: Record<string, object>;
  [keyword: string]: unknown;
}

const FORMATS: Record<string, { accepts: (text: string) => boolean; says: string }> = {
  date: { accepts: isCalendarDay, says: 'must be a date (YYYY-MM-DD)' },
  time: { accepts: (text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text), says: 'must be a time of day (HH:MM)' },
  url: { accepts: (text) => /^https:\/\/\S+$/u.test(text) && URL.canParse(text), says: 'must be an https address' },
};

const checkers = new WeakMap<ConfigSchema, ValidateFunction>();

/** A checker that also fills in the defaults that the schema gives. A schema that is wrong in itself throws: it is ours. */
export function compiled(schema: ConfigSchema): ValidateFunction {
  const known = checkers.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ allErrors: true, useDefaults: true, strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true });
  for (const [name, { accepts }] of Object.entries(FORMATS)) ajv.addFormat(name, { type: 'string', validate: accepts });
  const check = ajv.compile(schema);
  checkers.set(schema, check);
  return check;
}

/** What is wrong, as somebody who edits the file would say it, and where. */
export function complaintOf(error: ErrorObject): { pointer: Pointer; says: string } {
  const pointer = stepsOf(error.instancePath);
  const told = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties': return { pointer: [...pointer, String(told['additionalProperty'])], says: 'is not a known field' };
    case 'required': return { pointer: [...pointer, String(told['missingProperty'])], says: 'is required' };
    case 'enum': return { pointer, says: `must be one of ${(told['allowedValues'] as unknown[]).join(', ')}` };
    case 'const': return { pointer, says: `must be ${String(told['allowedValue'])}, or left out` };
    case 'type': return { pointer, says: `must be ${kindsOf(told['type'])}` };
    case 'format': return { pointer, says: FORMATS[String(told['format'])]?.says ?? 'has the wrong form' };
    case 'pattern': return { pointer, says: `must have the form ${String(told['pattern'])}` };
    case 'minLength': case 'minItems': case 'minProperties': return { pointer, says: 'must not be empty' };
    case 'uniqueItems': return { pointer, says: 'holds something twice' };
    default: return { pointer, says: error.message ?? 'is wrong' };
  }
}

const KINDS: Record<string, string> = { string: 'text', number: 'a number', integer: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a group of fields', null: 'null' };
function kindsOf(types: unknown): string {
  return [types].flat().map((type) => KINDS[String(type)] ?? String(type)).join(' or ');
}

// Names of fields never look like indexes here, so a number is one.
function stepsOf(path: string): Pointer {
  return path.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')).map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
}

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
