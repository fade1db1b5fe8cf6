import { DAY_PATTERN } from '@lateral/domain';
import type { Schema } from '../http/json-schema.js';

const BY_PATTERN: readonly (readonly [start: string, example: string])[] = [
  ['^[0-9a-f]{8}-', '019ab3c4-5d6e-7f80-8a1b-2c3d4e5f6071'],
  ['^[0-9A-F]{40}', '0123456789ABCDEF0123456789ABCDEF01234567'],
  ['^LC-', 'LC-7GQ2M-4X9TB'],
  ['^APD-', 'APD-SG-01'],
  ['^(?:DSA|ISP|SA)-', 'DSA-NORTH-1'],
  ['^[0-9]{1,3}(?:\\.', '2.0'],
  ['^[a-z]{1,2}[0-9]', 'p1'],
  ['^(?:[a-z]{1,2}[0-9]', 'p1'],
  ['^[a-z]+\\.(?:', 'police.warnings'],
  ['^[1-9][0-9]*(?:\\.', '2.1'],
  ['^[0-2]\\d:', '09:00'],
  ['^([01]\\d|', '09:00'],
  ['^(([01]\\d|', '17:00'],
  ['^\\u2014', '\u2014 witness.example AAAA'],
  ['^\\+?[0-9(]', '01632 960123'],
  ['^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@', 'duty@agency.example'],
  ['^\\S+@', 'duty@agency.example'],
  ['^https?:', 'https://provider.example/authorize?client_id=hub'],
  ['^(?:[1-9][0-9]?|100)', '50'],
  ['^(?:0|[1-9]', '1'],
];

/** A value that fits a schema: the example that the document shows of it. */
export function exampleOf(schema: Schema | false, definitions: ReadonlyMap<string, Schema>): unknown {
  if (schema === false) return undefined;
  if (schema.$ref !== undefined) return exampleOf(definitions.get(schema.$ref.split('/').at(-1) ?? '') ?? {}, definitions);
  if (schema.oneOf !== undefined) return exampleOf(schema.oneOf[0] ?? {}, definitions);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') return objectExample(schema, definitions);
  if (type === 'array') return Array.from({ length: schema.minItems || (schema.items?.$ref === undefined ? 0 : 1) }, () => exampleOf(schema.items ?? {}, definitions));
  if (type === 'integer') return Math.max(1, schema.minimum ?? 1);
  if (type === 'boolean') return false;
  return type === 'string' ? textExample(schema) : {};
}

function objectExample(schema: Schema, definitions: ReadonlyMap<string, Schema>): Record<string, unknown> {
  const shown = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name) === true || schema.else?.required?.includes(name) === true);
  return Object.fromEntries(shown.map(([name, property]) => [name, exampleOf(property, definitions)]));
}

function textExample({ pattern = '', minLength = 0, maxLength = 0 }: Schema): string {
  const known = BY_PATTERN.find(([start]) => pattern.startsWith(start));
  if (known !== undefined) return known[1];
  if (pattern.includes('T(?:[01]')) return '2026-11-21T09:30:00.000Z';
  if (pattern === DAY_PATTERN.source) return '2026-11-21';
  if (pattern.includes('\\.')) return pattern.includes('+\\.') ? 'e30.e30.AAAA' : 'example';
  if (pattern.includes('[A-Za-z0-9_-]')) return 'A'.repeat(Math.max(minLength, Math.min(24, maxLength)));
  return 'example';
}
