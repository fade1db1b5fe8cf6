import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Case, CaseAnswer, CaseRequest, CaseVerdict } from './case.js';
import { faultsOfCase } from './faults-of-case.js';
import { mended } from './mend-case.js';
import { faultOfShape, type CaseSchema } from './shape-of-case.js';
import { UnplayableCase } from './unplayable-case.js';

const SCHEMA = join(import.meta.dirname, '../../../../test/cases/case.schema.json');

/** A case as it was written, and with every request and answer as it stands after its fix; and which of them ever left. */
export interface ReadCase {
  /** Its name, without its folder. */
  file: string;
  original: Case;
  played: Case;
  sent: ReadonlySet<string>;
  answered: ReadonlySet<string>;
}

/** Reads a case file. Throws an UnplayableCase that names the file and the place in it that is wrong. */
export async function readCase(path: string): Promise<ReadCase> {
  const file = basename(path);
  const original = await read(path, file);
  const [fault] = faultsOfCase(original);
  if (fault !== undefined) throw new UnplayableCase(file, fault.field, fault.reason);
  const sent = new Set(original.requests.filter((request) => leaves(original, request)).map(({ id }) => id));
  const answered = new Set(original.requests.filter((request) => isAnswered(original, request)).map(({ id }) => id));
  return { file, original, played: mended(original, file), sent, answered };
}

async function read(path: string, file: string): Promise<Case> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new UnplayableCase(file, 'the file', (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'is not JSON that can be read');
  }
  const fault = faultOfShape(parsed, JSON.parse(await readFile(SCHEMA, 'utf8')) as CaseSchema);
  if (fault !== null) throw new UnplayableCase(file, fault.field, fault.reason);
  return parsed as Case;
}

const verdictOf = (verdicts: readonly CaseVerdict[], id: string): CaseVerdict | undefined => verdicts.find(({ request_id }) => request_id === id);

/** Whether a request left: one that is blocked leaves only mended (in an emergency too, when it is mended at the review), and not where its text says that it never did (no answer could come). */
function leaves(given: Case, request: CaseRequest): boolean {
  const verdict = verdictOf(given.expect.requests, request.id);
  if (verdict?.verdict !== 'block') return true;
  return verdict.fix !== null && request.responder.returns !== null;
}

function isAnswered(given: Case, request: CaseRequest): boolean {
  const verdict = verdictOf(given.expect.responses, request.id);
  return answerIn(request) !== null && !(verdict?.verdict === 'block' && verdict.fix === null);
}

/** What an agency answered. That time ran out (AUTO_OVERDUE) is told by the clock and is nobody's answer: null, as where none came. */
export function answerIn({ responder: { returns } }: CaseRequest): CaseAnswer | null {
  return returns === null || returns.response_type === 'AUTO_OVERDUE' ? null : (returns as CaseAnswer);
}
