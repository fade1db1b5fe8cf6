import { useSyncExternalStore } from 'react';

const never = () => (): void => undefined;

/** True in a page, false where mark-up is only written out: GOV.UK's mark-up before and after its script differs by this. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
