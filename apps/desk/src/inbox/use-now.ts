import { useEffect, useState } from 'react';
import { useDesk } from '../frame/desk.js';

const TICK_MS = 30_000;

/** The time, fresh every half minute: for clocks that are read and never announced. */
export function useNow(): Date {
  const { now, timers } = useDesk();
  const [at, setAt] = useState(now);
  useEffect(() => timers.after(TICK_MS, () => { setAt(now()); }), [at, now, timers]);
  return at;
}
