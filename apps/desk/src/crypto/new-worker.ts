import type { WorkerLike } from './secrets.js';
import address from './worker.main.js?worker&url';

interface TrustedTypes { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } }

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const onlyThat = (url: string): string => {
  if (url !== address) throw new TypeError('another worker');
  return url;
};
/** One thing may become a script's address in this page: the worker that came with it. */
const policy = trustedTypes?.createPolicy('lateral-worker', { createScriptURL: onlyThat }) ?? { createScriptURL: onlyThat };

export function newWorker(): WorkerLike {
  return new Worker(policy.createScriptURL(address), { type: 'module' }) as WorkerLike;
}
