import { getMetadataStorage } from 'class-validator';
import { nestedClassOf, unlessAbsent, unlessNull } from './rules.js';

/** JSON Schema (2020-12) as far as our DTOs go. */
export interface Schema {
  type?: string | string[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema | false>;
  required?: string[];
  additionalProperties?: false;
  oneOf?: Schema[];
  if?: Schema;
  then?: Schema;
  else?: Schema;
  description?: string;
  [extension: `x-${string}`]: unknown;
  $ref?: string;
}

export type DtoClass = new () => object;
interface Rule { name?: string; type: string; constraints: unknown[]; each: boolean; propertyName: string }

const EXTRA = Symbol('what a DTO says beyond its fields');

/** Adds to a DTO's schema what single fields cannot say, such as which of them go together. */
export function SchemaAlso(extra: Schema): ClassDecorator {
  return (target) => Reflect.defineMetadata(EXTRA, extra, target);
}

/**
 * The schema of a DTO, made from its class-validator rules. Every class it nests becomes a definition named after it;
 * `refer` says how such a name is referred to. Throws on a rule it does not know, so that none can be missing unseen.
 */
export function schemaOf(dto: DtoClass, definitions: Map<string, Schema>, refer: (name: string) => string): Schema {
  const name = nameOf(dto);
  if (!definitions.has(name)) {
    definitions.set(name, {});
    definitions.set(name, objectSchema(dto, definitions, refer));
  }
  return { $ref: refer(name) };
}

/** The name of a DTO's schema: its class without the suffix. */
export function nameOf(dto: DtoClass): string {
  return dto.name.replace(/Dto$/, '');
}

function objectSchema(dto: DtoClass, definitions: Map<string, Schema>, refer: (name: string) => string): Schema {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', true, false) as unknown as Rule[];
  const properties: Record<string, Schema> = {};
  const optional = new Set<string>();
  for (const property of new Set(rules.map((rule) => rule.propertyName).filter((name) => name !== ''))) {
    const own = rules.filter((rule) => rule.propertyName === property);
    if (own.some((rule) => rule.type === 'conditionalValidation' && rule.constraints[0] === unlessAbsent)) optional.add(property);
    const nested = nestedClassOf(dto, property);
    properties[property] = propertySchema(own, nested === undefined ? null : schemaOf(nested, definitions, refer));
  }
  const required = Object.keys(properties).filter((property) => !optional.has(property));
  return { type: 'object', properties, ...(required.length === 0 ? {} : { required }), additionalProperties: false, ...(Reflect.getMetadata(EXTRA, dto) as Schema | undefined) };
}

function propertySchema(rules: Rule[], nested: Schema | null): Schema {
  const orNull = rules.some((rule) => rule.type === 'conditionalValidation' && rule.constraints[0] === unlessNull);
  const isList = rules.some((rule) => rule.name === 'isArray');
  const schema: Schema = nested !== null && !isList ? { ...nested } : {};
  const items: Schema = nested !== null && isList ? { ...nested } : {};
  for (const rule of rules) apply(rule, rule.each ? items : schema, nested !== null);
  if (isList) schema.items = items;
  return orNull ? allowNull(schema) : schema;
}

function apply(rule: Rule, schema: Schema, isNested: boolean): void {
  const first = rule.constraints?.[0];
  switch (rule.name ?? rule.type) {
    case 'isString': schema.type = 'string'; return;
    case 'isInt': schema.type = 'integer'; return;
    case 'isBoolean': schema.type = 'boolean'; return;
    case 'isArray': schema.type = 'array'; return;
    case 'isObject': if (!isNested) schema.type = 'object'; return;
    case 'arrayMinSize': schema.minItems = first as number; return;
    case 'arrayMaxSize': schema.maxItems = first as number; return;
    case 'minLength': schema.minLength = first as number; return;
    case 'maxLength': schema.maxLength = first as number; return;
    case 'min': schema.minimum = first as number; return;
    case 'max': schema.maximum = first as number; return;
    case 'matches': schema.pattern = (first as RegExp).source; return;
    case 'isIn': schema.enum = [...(first as unknown[])]; return;
    case 'equals': schema.const = first; return;
    case 'nestedValidation': return;
    case 'isDefined': return;
    case 'conditionalValidation':
      if (first === unlessNull || first === unlessAbsent) return;
  }
  throw new TypeError(`the rule ${rule.name ?? rule.type} of ${rule.propertyName} has no schema`);
}

function allowNull(schema: Schema): Schema {
  if (schema.$ref !== undefined) return { oneOf: [schema, { type: 'null' }] };
  return {
    ...schema,
    ...(schema.type === undefined ? {} : { type: [schema.type as string, 'null'] }),
    ...(schema.enum === undefined ? {} : { enum: [...schema.enum, null] }),
  };
}
