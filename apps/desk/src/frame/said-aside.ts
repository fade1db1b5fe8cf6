import { HubProblem } from '../hub/hub.js';

/** Of several pieces of work that change hands: what concerns one of them and stops no other. All else is thrown. */
export function saidAside(error: unknown): HubProblem {
  if (error instanceof HubProblem && (error.code === 'holder-changed' || error.code === 'not-found')) return error;
  throw error;
}
