import type { ReadCheck } from '../check/use-read.js';
import type { ReadRequest } from '../check/wanted.js';
import type { DecideDraft } from './decide-draft.js';

/** Of those who are to be told: who can be, who can be once their question is opened, and whom nobody here can tell. */
export interface Left { ready: ReadRequest[]; sealed: ReadRequest[]; lost: ReadRequest[] }

/**
 * An agency is told on the terms of its question. Where that was erased by law or cannot be relied on there are none left, and whoever decided
 * speaks to the agency: it is never passed over in silence. From whom alone the request was taken back, nobody wants anything any more.
 */
export function leftToTell({ tell }: Pick<DecideDraft, 'tell'>, { check, read }: Pick<ReadCheck, 'check' | 'read'>): Left {
  const wanted = tell.filter(({ isTold }) => isTold).flatMap(({ request }) => read.find(({ view }) => view.id === request) ?? []);
  return {
    ready: wanted.filter(({ question }) => question !== null), sealed: wanted.filter(({ isSealed }) => isSealed),
    lost: wanted.filter(({ question, isSealed, view }) => question === null && !isSealed && (check.state === 'withdrawn' || view.state !== 'withdrawn')),
  };
}

/** Whether this very draft became the decision that stands, and there may be agencies that were not told. */
export function isRecorded({ recorded }: Pick<DecideDraft, 'recorded'>, decision: string | undefined): boolean {
  return recorded !== null && recorded === decision;
}

/** The draft with only those still to be told that have had no word since the decision was recorded. */
export function untold(draft: DecideDraft, whole: Pick<ReadCheck, 'check' | 'read'>): DecideDraft {
  return { ...draft, tell: draft.tell.map((tell) => (hasWord(tell.request, whole) ? { ...tell, isTold: false } : tell)) };
}

/** The agencies that were to be told and have had word since. */
export function toldSince({ tell }: Pick<DecideDraft, 'tell'>, whole: Pick<ReadCheck, 'check' | 'read'>): string[] {
  return whole.read.filter(({ view }) => tell.some(({ request, isTold }) => isTold && request === view.id) && hasWord(view.id, whole)).map(({ view }) => view.asked);
}

function hasWord(request: string, { check, read }: Pick<ReadCheck, 'check' | 'read'>): boolean {
  const since = check.decision?.createdAt ?? '';
  return read.find(({ view }) => view.id === request)?.view.envelopes.some(({ type, from, createdAt }) => type === 'outcome' && from === read[0]?.view.asking && createdAt >= since) === true;
}
