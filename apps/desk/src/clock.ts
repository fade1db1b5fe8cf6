/** The time of this computer: the one place of the desk that reads it, and that waits by it. */
export const systemNow = (): Date => new Date();

/** Does something later, unless what it returns is called first. */
export interface Timers { after: (ms: number, act: () => void) => () => void }

export const systemTimers: Timers = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => { clearTimeout(timer); };
  },
};
