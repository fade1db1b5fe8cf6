import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';

type Json = Record<string, unknown>;
interface Described { responses: Record<string, { content?: Record<string, { schema: unknown }> }> }

/** One answer as a test got it. `path` as it was asked for, with or without a query; `body` parsed where it was JSON. */
export interface Answered {
  method: string;
  path: string;
  status: number;
  contentType: string | null;
  body: unknown;
}

/** Throws where an answer is not one that the OpenAPI document promises: its route, its status, its content type and its body. */
export type ResponseValidator = (answered: Answered) => void;

export function responseValidator(document: Json): ResponseValidator {
  const ajv = new Ajv2020({ strict: false, allErrors: false, unicodeRegExp: false });
  ajv.addSchema({ $id: 'api', ...document });
  const routes = Object.entries(document['paths'] as Record<string, Record<string, Described>>).map(([template, operations]) => ({ template, operations, pattern: patternOf(template) }));
  const compiled = new Map<string, ValidateFunction>();
  return ({ method, path, status, contentType, body }) => {
    const route = routes.find(({ pattern }) => pattern.test(path.split('?')[0] ?? ''));
    const operation = route?.operations[method.toLowerCase()];
    const where = `${method} ${route?.template ?? path} ${status}`;
    // What no operation answers is only ever the two uniform problems.
    if (route === undefined || operation === undefined) {
      const code = (body as { code?: unknown } | null)?.code;
      if (code !== 'unauthenticated' && code !== 'not-found') throw new Error(`${where}: not in the document`);
      return;
    }
    const described = operation.responses[String(status)];
    if (described === undefined) throw new Error(`${where}: this status is not in the document`);
    const type = contentType?.split(';')[0] ?? null;
    if (described.content === undefined) {
      if (type !== null && body !== null && body !== '') throw new Error(`${where}: a body was not promised`);
      return;
    }
    const media = type === null ? undefined : described.content[type];
    if (media === undefined) throw new Error(`${where}: ${type ?? 'no content type'} is not in the document`);
    if (type === null || !type.endsWith('json')) return;
    const pointer = ['paths', route.template, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'].map(escaped).join('/');
    let check = compiled.get(pointer);
    if (check === undefined) compiled.set(pointer, check = ajv.compile({ $ref: `api#/${pointer}` }));
    if (!check(body)) throw new Error(`${where}: ${ajv.errorsText(check.errors)}`);
  };
}

const escaped = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}
