import type { CheckView, EnvelopeView, RequestView } from '@lateral/contracts';
import type { Wanted, Unsealed } from '../keeper/keeper.js';
import type { OpenedMessage } from '../crypto/protocol.js';

/**
 * The questions to one agency as the asking side opens its own copies of them: the one in force first, and before it those that something
 * was said to. None of a request that was taken back, whose question stays sealed.
 */
export function questionsTo(view: RequestView): Wanted[] {
  if (view.state === 'withdrawn') return [];
  const asked = questionsIn(view);
  const inForce = asked.find(({ supersededBy }) => supersededBy === null);
  const answered = new Set(responsesIn(view).flatMap((response) => questionAt(view, response)?.id ?? []));
  return asked.filter((question) => question === inForce || answered.has(question.id)).toSorted((a, b) => (a === inForce ? -1 : b === inForce ? 1 : a.createdAt < b.createdAt ? -1 : 1))
    .filter(isThere).map(wantedIn(view));
}

/** The question that one answer was given to, as the side that gave it opens it: taken back since or not. */
export function questionOf(view: RequestView, answer: string): Wanted[] {
  return responsesIn(view).filter(({ id }) => id === answer).flatMap((response) => questionAt(view, response) ?? []).filter(isThere).map(wantedIn(view));
}

/**
 * All that one agency said, what it has corrected since too, oldest first. Each must answer the question that was in force when it came:
 * `digests` are of those questions that are open, and what answers another cannot be verified and is left out.
 */
export function answersTo(view: RequestView, digests: ReadonlyMap<string, string>): Wanted[] {
  return responsesIn(view).filter(isThere).flatMap((response) => {
    const digest = digests.get(questionAt(view, response)?.id ?? '');
    return digest === undefined ? [] : [{ envelope: response.id, expected: { type: 'response' as const, from: view.asked, check: view.check, request: view.id, inReplyTo: digest } }];
  });
}

/** What was recorded as the decision; only the own team reads it, and nobody once the check is taken back. */
export function decisionOf({ id, state, decision, requests }: CheckView): Wanted | null {
  const own = requests[0]?.asking;
  return decision === null || !isThere(decision) || own === undefined || state === 'withdrawn' ? null : { envelope: decision.id, expected: { type: 'decision', from: own, check: id, request: null, inReplyTo: null } };
}

/** Every envelope of a check that its asking side reads, whether it could be verified already or not: what one gesture is for. */
export function envelopesOf(check: CheckView): string[] {
  const decision = decisionOf(check);
  return [...check.requests.flatMap((view) => [...questionsTo(view).map(({ envelope }) => envelope), ...(view.state === 'withdrawn' ? [] : answersLeft(view).map(({ id }) => id))]), ...(decision === null ? [] : [decision.envelope])];
}

/** Answers that were not erased, nor was the question that they answer, without which none can be verified. */
export function answersLeft(view: RequestView): EnvelopeView[] {
  return responsesIn(view).filter((response) => isThere(response) && isThere(questionAt(view, response) ?? response));
}

const wantedIn = ({ asking, check, id: request }: RequestView) => ({ id }: EnvelopeView): Wanted => ({ envelope: id, expected: { type: 'request', from: asking, check, request, inReplyTo: null } });
// What was erased is not asked for.
const isThere = ({ erasedAt }: EnvelopeView): boolean => erasedAt === null;
const byAge = (a: EnvelopeView, b: EnvelopeView): number => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0);
// Either side's own: what somebody else put beside it under such a name is none of it.
const questionsIn = ({ envelopes, asking }: RequestView): EnvelopeView[] => envelopes.filter(({ type, from }) => type === 'request' && from === asking).toSorted(byAge);
const responsesIn = ({ envelopes, asked }: RequestView): EnvelopeView[] => envelopes.filter(({ type, from }) => type === 'response' && from === asked).toSorted(byAge);

/** The question that was in force when something came. */
function questionAt(view: RequestView, { createdAt }: EnvelopeView): EnvelopeView | undefined {
  return questionsIn(view).findLast((question) => question.createdAt <= createdAt);
}

/**
 * A request with what was opened of it: the question in force, the answers in force, and by answer what it corrected. `isSealed`: the question
 * can still be opened here. `isErased`: what was sealed is gone by law.
 */
export interface ReadRequest { view: RequestView; question: OpenedMessage | null; isSealed: boolean; answers: Unsealed[]; before: ReadonlyMap<string, OpenedMessage>; isErased: boolean }

export function readOf(view: RequestView, by: ReadonlyMap<string, Unsealed>, isErased: boolean): ReadRequest {
  const inForce = questionsIn(view).find(({ supersededBy }) => supersededBy === null);
  const answers = responsesIn(view).filter(({ supersededBy }) => supersededBy === null).flatMap(({ id }) => by.get(id) ?? []);
  const before = new Map(responsesIn(view).flatMap(({ id, supersededBy }) => {
    const opened = by.get(id)?.opened ?? null;
    return supersededBy === null || opened === null ? [] : [[supersededBy, opened] as const];
  }));
  const isSealed = inForce !== undefined && isThere(inForce) && !isErased && view.state !== 'withdrawn' && !by.has(inForce.id);
  return { view, question: inForce === undefined ? null : by.get(inForce.id)?.opened ?? null, isSealed, answers, before, isErased };
}
