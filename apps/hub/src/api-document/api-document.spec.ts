import { describe, expect, it } from 'vitest';
import { RequestMethod } from '@nestjs/common';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { PROBLEMS, ROUTES } from '@lateral/contracts';
import { responseValidator } from '@lateral/testing/api';
import { CONTROLLERS } from '../hub.module.js';
import { problemOf } from '../http/problem.js';
import { apiDocument } from './api-document.js';
import { OPERATIONS } from './operations.js';

interface Media { schema: object; example?: unknown; examples?: Record<string, { value: unknown }> }
interface Described { operationId: string; security: unknown[]; parameters?: { name: string; in: string }[]; requestBody?: { content: Record<string, Media> }; responses: Record<string, { content?: Record<string, Media> }> }
interface Document { openapi: string; servers?: unknown; paths: Record<string, Record<string, Described>>; components: { schemas: Record<string, unknown> } }

const document = apiDocument() as unknown as Document;
const described = Object.entries(document.paths).flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => ({ path, method, operation })));

/** What the controllers answer to, as Nest reads it from them. */
function routesOfControllers(): string[] {
  return CONTROLLERS.flatMap((controller) => {
    const base = Reflect.getMetadata('path', controller) as string;
    return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
      const handler = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value as object;
      const path = Reflect.getMetadata('path', handler) as string | undefined;
      if (path === undefined || name === 'constructor') return [];
      const whole = `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1').replace(/:(\w+)/g, '{$1}');
      return [`${RequestMethod[Reflect.getMetadata('method', handler) as number]!.toLowerCase()} ${whole}`];
    });
  }).sort();
}

describe('the OpenAPI document', () => {
  it('holds every route of the contracts and nothing else', () => {
    expect(Object.keys(document.paths).sort()).toEqual(Object.values<string>(ROUTES).sort());
  });

  it('holds every operation that a controller answers and nothing else', () => {
    expect(described.map(({ path, method }) => `${method} ${path}`).sort()).toEqual(routesOfControllers());
  });

  it('is OpenAPI 3.1 without a server, so that paths are as they stand', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.servers).toBeUndefined();
    expect(new Set(described.map(({ operation }) => operation.operationId)).size).toBe(described.length);
  });

  it('has examples that fit its own schemas, and problems with their own bodies', () => {
    const ajv = new Ajv2020({ strict: false, unicodeRegExp: false });
    ajv.addSchema({ $id: 'api', ...(apiDocument()) });
    // Hundreds of answers have the same few bodies: each schema is compiled once, which takes a tenth of the time.
    const compiled = new Map<string, ValidateFunction>();
    const fits = (schema: object, value: unknown): unknown => {
      const text = JSON.stringify(schema).replaceAll('"#/components', '"api#/components');
      const check = compiled.get(text) ?? ajv.compile(JSON.parse(text) as object);
      compiled.set(text, check);
      return check(value) ? [] : check.errors;
    };
    for (const { operation } of described) {
      const medias = [operation.requestBody, ...Object.values(operation.responses)].flatMap((part) => Object.values(part?.content ?? {}));
      for (const { schema, example, examples } of medias) {
        if (example !== undefined) expect(fits(schema, example)).toEqual([]);
        for (const { value } of Object.values(examples ?? {})) expect(fits(schema, value)).toEqual([]);
      }
    }
  });

  it('closes every object and bounds every text', () => {
    const open: string[] = [];
    const look = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const schema = value as { type?: unknown; additionalProperties?: unknown; maxLength?: unknown; pattern?: unknown; enum?: unknown; maxItems?: unknown; properties?: unknown };
      const types = [schema.type].flat();
      if (types.includes('object') && schema.additionalProperties !== false) open.push(at);
      if (types.includes('string') && schema.maxLength === undefined && schema.enum === undefined && schema.pattern === undefined) open.push(at);
      if (types.includes('array') && schema.maxItems === undefined) open.push(at);
      for (const [name, member] of Object.entries(value)) look(member, `${at}/${name}`);
    };
    look(document.components.schemas, '');
    expect(open).toEqual([]);
  });

  it('demands a session and, of writes, an Idempotency-Key, everywhere but where anyone may ask', () => {
    for (const { method, operation } of described) {
      const open = ['health', 'ready', 'openapi', 'partnership', 'partnershipVersions', 'checkpoint', 'keyLogCheckpoint', 'signIn', 'signInAgencies', 'signInStart', 'signInCallback', 'signInCode', 'backChannelLogout', 'catalogue', 'catalogueVersion'].includes(operation.operationId);
      expect(operation.security.length === 0).toBe(open);
      expect(operation.responses['401'] !== undefined).toBe(!open || operation.operationId === 'signIn');
      expect(operation.parameters?.some(({ name }) => name === 'Idempotency-Key') ?? false).toBe(method === 'post' && !open);
    }
  });

  it('lists each problem under the status that the contracts give it', () => {
    for (const { operation } of described) {
      for (const [status, { content }] of Object.entries(operation.responses)) {
        for (const code of Object.keys(content?.['application/problem+json']?.examples ?? {})) expect(PROBLEMS[code as keyof typeof PROBLEMS]).toBe(Number(status));
      }
    }
    expect(OPERATIONS.length).toBe(described.length);
  });
});

describe('the validator of answers', () => {
  const validate = responseValidator(apiDocument());
  const answer = { method: 'GET', path: '/health', status: 200, contentType: 'application/json; charset=utf-8', body: { status: 'up' } as unknown };

  it('passes what is promised', () => {
    expect(() => validate(answer)).not.toThrow();
    expect(() => validate({ method: 'GET', path: '/v1/checks/LC-7GQ2M-4X9TB?x=1', status: 404, contentType: 'application/problem+json', body: problemOf('not-found') })).not.toThrow();
    expect(() => validate({ method: 'GET', path: '/v1/unheard-of', status: 401, contentType: 'application/problem+json', body: problemOf('unauthenticated') })).not.toThrow();
  });

  it('fails an unknown status, type, route or field', () => {
    expect(() => validate({ ...answer, status: 418 })).toThrow('status');
    expect(() => validate({ ...answer, contentType: 'text/html' })).toThrow('text/html');
    expect(() => validate({ ...answer, path: '/v1/unheard-of' })).toThrow('not in the document');
    expect(() => validate({ ...answer, body: { status: 'up', version: 1 } })).toThrow('additional');
    expect(() => validate({ method: 'GET', path: '/v1/checks/x', status: 404, contentType: 'application/problem+json', body: problemOf('wrong-state') })).toThrow();
  });
});
