import type { Pointer } from './config-fault.js';

/** The steps of a JSON pointer (RFC 6901). */
export function pointerOf(field: string): Pointer {
  return field.split('/').slice(1).map((step) => (/^(?:0|[1-9]\d*)$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}
