import { useEffect, useState } from 'react';
import { useDesk } from '../frame/desk.js';

const MINUTE_MS = 60_000;

/** The time, again at each full minute. */
export function useMinute(): Date {
  const { now, timers } = useDesk();
  const [at, setAt] = useState(now);
  useEffect(() => timers.after(MINUTE_MS - (now().getTime() % MINUTE_MS), () => { setAt(now()); }), [at, now, timers]);
  return at;
}
