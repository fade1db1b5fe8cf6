import type { Operation } from './operations.js';

/** Method and template of an operation, as Fastify writes them of a route. */
export function templateOf({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
}
