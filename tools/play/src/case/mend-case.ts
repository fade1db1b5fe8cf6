import jsonPatch from 'fast-json-patch';
import type { Case, CaseVerdict } from './case.js';
import { UnplayableCase } from './unplayable-case.js';

/** The case with every fix applied (RFC 6902), to the request, to its answer or to the whole, as the fix says. */
export function mended(original: Case, file: string): Case {
  const played = structuredClone(original);
  // Requests that share a fault may carry the same mend of the whole case, or of part of it: the whole is mended once.
  const whole = new Set<string>();
  for (const side of ['requests', 'responses'] as const) {
    for (const [i, { request_id, fix }] of original.expect[side].entries()) {
      if (fix === null) continue;
      const place = `expect/${side}/${i}/fix`;
      const target = targetOf(played, request_id, fix.target);
      if (target === null) throw new UnplayableCase(file, `${place}/target`, 'is an answer that is not there');
      for (const [n, operation] of fix.patch.entries()) {
        const said = JSON.stringify(operation);
        if (fix.target === 'case' && whole.has(said)) continue;
        if (fix.target === 'case') whole.add(said);
        if (!isApplied(target, operation as jsonPatch.Operation)) throw new UnplayableCase(file, `${place}/patch/${n}`, 'cannot be applied');
      }
    }
  }
  return played;
}

function targetOf(played: Case, id: string, target: NonNullable<CaseVerdict['fix']>['target']): object | null {
  const request = played.requests.find((each) => each.id === id) ?? null;
  return target === 'case' ? played : target === 'request' ? request : (request?.responder.returns ?? null);
}

function isApplied(target: object, operation: jsonPatch.Operation): boolean {
  try {
    // What another mend has taken away already needs no taking away.
    if (operation.op === 'remove' && jsonPatch.getValueByPointer(target, operation.path) === undefined) return true;
    jsonPatch.applyOperation(target, operation, true, true);
    return true;
  } catch {
    return false;
  }
}
