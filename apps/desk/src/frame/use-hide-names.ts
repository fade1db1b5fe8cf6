import { useSyncExternalStore } from 'react';

/** Whether names are shown as initials, because somebody else may see the screen. In this window only, until it is closed. */
let hidden = false;
const hearers = new Set<() => void>();
const hear = (hearer: () => void): (() => void) => {
  hearers.add(hearer);
  return () => { hearers.delete(hearer); };
};
const toggle = (): void => {
  hidden = !hidden;
  for (const hearer of hearers) hearer();
};

export function useHideNames(): { hidden: boolean; toggle: () => void } {
  return { hidden: useSyncExternalStore(hear, () => hidden), toggle };
}
