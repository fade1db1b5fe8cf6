import { useMemo } from 'react';
import type { Unsealed } from '../keeper/keeper.js';

/** Digests of the questions that are open, by envelope, which their answers are verified by: the same map as long as the same are in it. */
export function useDigests(questions: readonly Unsealed[]): ReadonlyMap<string, string> {
  const said = JSON.stringify(questions.flatMap(({ envelope, opened }) => (opened === null ? [] : [[envelope, opened.digest]])));
  return useMemo(() => new Map(JSON.parse(said) as [string, string][]), [said]);
}
