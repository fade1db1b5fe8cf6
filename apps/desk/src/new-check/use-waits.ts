import { useCallback, useState } from 'react';

/** Something that is done once, and of which nothing can go wrong that somebody could mend. */
export function useWaits(): { isWaiting: boolean; run: (act: () => Promise<void>) => void } {
  const [isWaiting, setWaiting] = useState(false);
  const run = useCallback((act: () => Promise<void>) => {
    setWaiting(true);
    void act().catch(() => { setWaiting(false); });
  }, []);
  return { isWaiting, run };
}
