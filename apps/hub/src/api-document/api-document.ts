import { PROBLEMS } from '@lateral/contracts';
import type { ProblemCode } from '@lateral/contracts';
import { NothingDto } from '../http/body.js';
import { schemaOf } from '../http/json-schema.js';
import type { DtoClass, Schema } from '../http/json-schema.js';
import { CODE_PATTERN, ID_PATTERN, NAME_PATTERN } from '../http/rules.js';
import { REFERENCE_PATTERN } from '@lateral/domain';
import { MOST_REQUESTS } from '@lateral/exchange';
import { MAX_ATTACHMENT_BYTES } from '@lateral/contracts';
import { problemOf } from '../http/problem.js';
import { JudgedShareDto } from '../envelopes/judgement.dto.js';
import { NoticeDto } from '../events/notice.dto.js';
import { ReadyDto } from '../health/health.dto.js';
import { exampleOf } from './examples.js';
import { OPERATIONS, problemsOf } from './operations.js';
import type { Answer, Operation } from './operations.js';

type Json = Record<string, unknown>;
const refer = (name: string): string => `#/components/schemas/${name}`;

/** The OpenAPI 3.1 document. It names no server: paths are as they are, wherever the hub stands. */
export function apiDocument(): Json {
  const definitions = new Map<string, Schema>([['Problem', PROBLEM]]);
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] ??= {};
    paths[operation.path]![operation.method] = described(operation, definitions);
  }
  schemaOf(NoticeDto, definitions, refer);
  schemaOf(JudgedShareDto, definitions, refer);
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: 'Lateral hub', version: '1', description: 'One question goes out to every agency that may hold a piece; sealed answers come back. The hub routes ciphertext and coded reasons, and can open neither.' },
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'The token of POST /v1/sign-in.' } },
      schemas: Object.fromEntries(definitions),
    },
  };
}

function described(operation: Operation, definitions: Map<string, Schema>): Json {
  const { id, summary, open, body, method } = operation;
  const parameters = [...pathParameters(operation), ...queryParameters(operation, definitions), ...(method === 'post' && !open ? [IDEMPOTENCY_KEY] : []), ...(operation.answer === 'events' ? [LAST_EVENT_ID] : [])];
  return {
    operationId: id,
    summary,
    security: open ? [] : [{ session: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: body !== NothingDto, content: body === 'bytes' ? BYTES : body === 'logout-form' ? LOGOUT_FORM : jsonContent(schemaOf(body, definitions, refer), definitions) } }),
    responses: responses(operation, definitions),
  };
}

function responses(operation: Operation, definitions: Map<string, Schema>): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(operation)) byStatus.set(PROBLEMS[code], [...(byStatus.get(PROBLEMS[code]) ?? []), code]);
  const failed = [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [status, problemResponse(codes)] as const);
  const answered = { description: operation.summary, headers: REQUEST_ID, ...content(operation.answer, definitions) };
  const all: Json = { [operation.status]: answered, ...Object.fromEntries(failed) };
  // Not ready is said with the same body, so that what is down can be read from it.
  if (operation.id === 'ready') all['503'] = { description: 'Not ready', headers: REQUEST_ID, ...content(ReadyDto, definitions) };
  return all;
}

function content(answer: Answer, definitions: Map<string, Schema>): Json {
  if (answer === 'nothing') return {};
  if (answer === 'bytes') return { content: BYTES };
  if (answer === 'events') return { content: { 'text/event-stream': { schema: { type: 'string', description: 'Each event: `id` of the notice, `event` its kind, `data` a Notice as JSON. Lines that begin with a colon are heartbeats.' } } } };
  if (answer === 'document') return { content: { 'application/json': { schema: { type: 'object', properties: { openapi: { const: '3.1.0' } }, required: ['openapi', 'info', 'paths'] } } } };
  if (typeof answer === 'function') return { content: jsonContent(schemaOf(answer, definitions, refer), definitions) };
  if ('list' in answer) return { content: jsonContent({ type: 'array', items: schemaOf(answer.list, definitions, refer), maxItems: 1_000 }, definitions) };
  return { content: jsonContent(pageOf(answer.page, definitions), definitions) };
}

function pageOf(dto: DtoClass, definitions: Map<string, Schema>): Schema {
  const items = schemaOf(dto, definitions, refer);
  const name = `PageOf${items.$ref?.split('/').at(-1) ?? ''}`;
  const next: Schema = { type: ['string', 'null'], pattern: '^[A-Za-z0-9_-]+$', maxLength: 200, description: 'Goes into `after` of the next reading; null on the last page.' };
  definitions.set(name, { type: 'object', properties: { items: { type: 'array', items, maxItems: 100 }, next }, required: ['items', 'next'], additionalProperties: false });
  return { $ref: refer(name) };
}

function jsonContent(schema: Schema, definitions: Map<string, Schema>): Json {
  return { 'application/json': { schema, example: exampleOf(schema, definitions) } };
}

function problemResponse(codes: readonly ProblemCode[]): Json {
  const examples = Object.fromEntries(codes.map((code) => [code, { value: problemOf(code) }]));
  const schema = { allOf: [{ $ref: refer('Problem') }, { properties: { code: { enum: codes } } }] };
  return { description: codes.join(', '), headers: REQUEST_ID, content: { 'application/problem+json': { schema, examples } } };
}

const PATH_PATTERNS: Record<string, RegExp> = { reference: REFERENCE_PATTERN, agency: NAME_PATTERN, agreement: CODE_PATTERN, version: CODE_PATTERN };
function pathParameters({ path }: Operation): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string', pattern: (PATH_PATTERNS[name ?? ''] ?? ID_PATTERN).source } }));
}

function queryParameters({ query }: Operation, definitions: Map<string, Schema>): Json[] {
  if (query === undefined) return [];
  const own = new Map<string, Schema>();
  const { $ref } = schemaOf(query, own, refer);
  const schema = own.get($ref?.split('/').at(-1) ?? '') ?? {};
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name, in: 'query', required: schema.required?.includes(name) === true, schema: property, example: exampleOf(property, definitions),
  }));
}

const REQUEST_ID = { 'request-id': { description: 'Names this request in the hub\'s logs.', schema: { type: 'string', pattern: ID_PATTERN.source } } };
const IDEMPOTENCY_KEY = { name: 'Idempotency-Key', in: 'header', required: true, description: 'Makes a retry the same act. The same key with other bytes is refused.', schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,80}$' } };
const LAST_EVENT_ID = { name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string', pattern: ID_PATTERN.source } };
const BYTES = { 'application/octet-stream': { schema: { type: 'string', contentEncoding: 'binary', maxLength: MAX_ATTACHMENT_BYTES } } };

const LOGOUT_FORM = { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties: { logout_token: { type: 'string', maxLength: 8_000 } }, required: ['logout_token'] } } };

const PROBLEM: Schema = {
  type: 'object',
  properties: {
    type: { type: 'string', pattern: '^urn:lateral:problem:[a-z-]+$' },
    title: { type: 'string', maxLength: 200 },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    detail: { type: 'string', maxLength: 500 },
    fields: { type: 'array', maxItems: 100, items: { type: 'object', properties: { field: { type: 'string', maxLength: 300 }, reason: { type: 'string', pattern: '^[a-z0-9-]{1,60}$' }, code: { type: 'string', pattern: CODE_PATTERN.source, maxLength: 40, description: 'The code that is not known, where that is what is wrong.' } }, required: ['field', 'reason'], additionalProperties: false } },
    judgements: { type: 'array', maxItems: MOST_REQUESTS, items: { $ref: refer('JudgedShare') }, description: 'What the rules made of every share that was sent.' },
    current: { type: 'object', properties: { version: { type: 'integer' }, state: { type: 'string', pattern: '^[a-z_]{1,30}$' } }, required: ['version', 'state'], additionalProperties: false },
    holder: { type: ['string', 'null'], pattern: NAME_PATTERN.source, description: 'Who has it now, where somebody else was thought to.' },
    stepUp: { $ref: refer('StepUp'), description: 'What to ask for in POST step-ups.' },
  },
  required: ['type', 'title', 'status', 'code', 'detail'],
  additionalProperties: false,
};
