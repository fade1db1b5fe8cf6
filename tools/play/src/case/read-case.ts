import { readFile } from 'node:fs/promises';
import jsonPatch from 'fast-json-patch';
import type { Case, CaseRequest, CaseVerdict } from './case.js';

/** A case file that cannot be played, with the place in it that is wrong. */
export class UnplayableCase extends Error {
  constructor(readonly field: string, reason: string) {
    super(`The case file cannot be played: ${field} ${reason}.`);
  }
}

/** A case as it was written, and with every request and answer as it stands after its fix; and which of them ever left. */
export interface ReadCase {
  original: Case;
  played: Case;
  sent: ReadonlySet<string>;
  answered: ReadonlySet<string>;
}

/** Reads a case file. Throws an UnplayableCase that names the place in it that is wrong. */
export async function readCase(file: string): Promise<ReadCase> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new UnplayableCase('the file', (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'is not JSON that can be read');
  }
  const original = refuseShapeless(parsed);
  const sent = new Set(original.requests.filter((request) => leaves(original, request)).map(({ id }) => id));
  const answered = new Set(original.requests.filter((request) => isAnswered(original, request)).map(({ id }) => id));
  return { original, played: mended(original), sent, answered };
}

function refuseShapeless(value: unknown): Case {
  const needed = ['id', 'title', 'received_at', 'people', 'requests', 'outcome', 'expect', 'policy', 'consent', 'meanwhile'];
  if (typeof value !== 'object' || value === null) throw new UnplayableCase('the file', 'holds no case');
  const missing = needed.find((name) => !(name in value));
  if (missing !== undefined) throw new UnplayableCase(missing, 'is missing');
  const given = value as Case;
  if (!Array.isArray(given.requests) || given.requests.length === 0) throw new UnplayableCase('requests', 'must list at least one request');
  return given;
}

const verdictOf = (verdicts: readonly CaseVerdict[], id: string): CaseVerdict | undefined => verdicts.find(({ request_id }) => request_id === id);

/** Whether a request left: one that is blocked leaves only mended, and not where its text says that it never did (no answer could come). */
function leaves(given: Case, request: CaseRequest): boolean {
  const verdict = verdictOf(given.expect.requests, request.id);
  if (verdict?.verdict !== 'block') return true;
  return verdict.fix !== null && request.responder.returns !== null;
}

function isAnswered(given: Case, request: CaseRequest): boolean {
  const verdict = verdictOf(given.expect.responses, request.id);
  return request.responder.returns !== null && !(verdict?.verdict === 'block' && verdict.fix === null);
}

/** The case with every fix applied (RFC 6902), to the request, to its answer or to the whole, as the fix says. */
function mended(original: Case): Case {
  const played = structuredClone(original);
  for (const side of ['requests', 'responses'] as const) {
    for (const { request_id, fix } of original.expect[side]) {
      if (fix === null) continue;
      const request = played.requests.find(({ id }) => id === request_id);
      if (request === undefined) throw new UnplayableCase(`expect.${side}`, 'mends a request that is not there');
      const target = fix.target === 'case' ? played : fix.target === 'request' ? request : request.responder.returns;
      applyFix(target, fix.patch as jsonPatch.Operation[]);
    }
  }
  return played;
}

// Joined requests may carry the same mend of the whole case: what is already so needs no second mending.
function applyFix(target: unknown, patch: jsonPatch.Operation[]): void {
  for (const operation of patch) {
    const pointer = operation.path;
    if (operation.op === 'remove' && jsonPatch.getValueByPointer(target, pointer) === undefined) continue;
    jsonPatch.applyOperation(target, operation, true, true);
  }
}
