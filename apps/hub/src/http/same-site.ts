import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

const READS = new Set(['GET', 'HEAD']);
const NEAR = new Set(['same-origin', 'same-site']);

/**
 * Throws where a write does not come from our own pages. A browser sends its cookies along with whatever another site makes it send, and
 * says in Origin (and Sec-Fetch-Site) which site that was; pages cannot forge either. Reads change nothing and need no proof.
 */
export function assertSameSite({ method, headers }: FastifyRequest, origins: ReadonlySet<string>): void {
  if (READS.has(method)) return;
  const { origin, 'sec-fetch-site': site } = headers;
  const isNear = site === undefined || (typeof site === 'string' && NEAR.has(site));
  if (origin === undefined || !origins.has(origin) || !isNear) throw new ProblemError('cross-site');
}
