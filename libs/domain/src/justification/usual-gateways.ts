import type { Nation } from '../codes.js';
import type { SubjectKind } from './codes.js';

/** Gateways that a person is pointed to when a wrong one was chosen (facts 1.11 and 1.12); a suggestion, never a check. */
export function usualGateways(nation: Nation, subject: SubjectKind): string {
  if (subject === 'adult') return nation === 'E' ? 'CARE-42, CARE-6/7' : 'SSWBA-126, SSWBA-164-2';
  return nation === 'E' ? 'CA1989-17, CA1989-47' : 'SSWBA-21/37, CA1989-47-W';
}
