import type { CaseFault } from './unplayable-case.js';

/** As much of JSON Schema 2020-12 as the schema of case files uses. */
export interface CaseSchema {
  $ref?: string;
  $defs?: Record<string, CaseSchema>;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  items?: CaseSchema;
  properties?: Record<string, CaseSchema | true>;
  required?: string[];
  additionalProperties?: boolean | CaseSchema;
  propertyNames?: CaseSchema;
  anyOf?: CaseSchema[];
  oneOf?: CaseSchema[];
}

/** The first place in a value that is not as the schema has it, or null. Says what ought to be there and never what is. */
export function faultOfShape(value: unknown, schema: CaseSchema): CaseFault | null {
  return faultAt(value, schema, { at: '', root: schema });
}

interface Place { at: string; root: CaseSchema }

function faultAt(value: unknown, written: CaseSchema, place: Place): CaseFault | null {
  const schema = referred(written, place.root);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return faultOfChoice(value, choices, place);
  return faultOfValue(value, schema, place) ?? (Array.isArray(value) ? faultOfList(value, schema, place) : isObject(value) ? faultOfObject(value, schema, place) : null);
}

function referred(schema: CaseSchema, root: CaseSchema): CaseSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  if (name === undefined) return schema;
  const found = root.$defs?.[name];
  if (found === undefined) throw new Error('the schema of case files refers to what it does not have');
  return found;
}

/** Of several shapes the value must have one. What is told is the fault that lies deepest: of the shape that it was meant to have. */
function faultOfChoice(value: unknown, choices: CaseSchema[], place: Place): CaseFault | null {
  let deepest: CaseFault | null = null;
  for (const choice of choices) {
    const fault = faultAt(value, choice, place);
    if (fault === null) return null;
    if (deepest === null || fault.field.length > deepest.field.length) deepest = fault;
  }
  return deepest;
}

function faultOfValue(value: unknown, { type, enum: codes, const: only, pattern, minLength, minimum, maximum, minItems }: CaseSchema, { at }: Place): CaseFault | null {
  const wrong = (reason: string): CaseFault => ({ field: at === '' ? 'the file' : at, reason });
  const types = type === undefined ? [] : [type].flat();
  if (types.length > 0 && !types.some((each) => isOfType(value, each))) return wrong(`must be ${types.join(' or ')}`);
  if (codes !== undefined && !codes.includes(value)) return wrong(`must be one of ${codes.length > 12 ? 'the codes that the schema lists' : codes.map(String).join(', ')}`);
  if (only !== undefined && value !== only) return wrong(`must be ${JSON.stringify(only)}`);
  if (typeof value === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return wrong(`must have the form ${pattern}`);
  if (typeof value === 'string' && value.length < (minLength ?? 0)) return wrong('must not be empty');
  if (typeof value === 'number' && (value < (minimum ?? value) || value > (maximum ?? value))) return wrong('is out of range');
  return Array.isArray(value) && value.length < (minItems ?? 0) ? wrong('must list at least one') : null;
}

function faultOfList(value: readonly unknown[], { items }: CaseSchema, { at, root }: Place): CaseFault | null {
  if (items === undefined) return null;
  for (const [i, each] of value.entries()) {
    const fault = faultAt(each, items, { at: below(at, String(i)), root });
    if (fault !== null) return fault;
  }
  return null;
}

function faultOfObject(value: Record<string, unknown>, { properties = {}, required = [], additionalProperties = true, propertyNames }: CaseSchema, { at, root }: Place): CaseFault | null {
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return { field: below(at, missing), reason: 'is missing' };
  for (const [name, each] of Object.entries(value)) {
    const place = { at: below(at, name), root };
    const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    const unknown = known === false || (propertyNames !== undefined && faultAt(name, propertyNames, place) !== null);
    const fault = unknown ? { field: place.at, reason: 'is not a known field' } : typeof known === 'object' ? faultAt(each, known, place) : null;
    if (fault !== null) return fault;
  }
  return null;
}

const below = (at: string, name: string): string => (at === '' ? name : `${at}/${name}`);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null': return value === null;
    case 'array': return Array.isArray(value);
    case 'object': return isObject(value);
    case 'integer': return Number.isInteger(value);
    default: return typeof value === type;
  }
}
