import type { PlayInput } from '@lateral/play';

type OnMoment = NonNullable<PlayInput['onMoment']>;
export type Moment = Parameters<OnMoment>[0];

/** The steps of a round at which something is killed, in the words of what has just happened. */
export const MOMENTS: { moment: Moment; when: string }[] = [
  { moment: 'posted', when: 'after the commit of a post' },
  { moment: 'noticed', when: 'before a request is collected' },
  { moment: 'handed-over', when: 'between a hand-over and its opening' },
  { moment: 'answered', when: 'between an answer and its reading' },
  { moment: 'decided', when: 'after a decision' },
];

/** What is killed, and how it is brought back. */
export interface Victim {
  kill(): Promise<void>;
  restart(): Promise<void>;
}

export interface Drill {
  onMoment: OnMoment;
  /** Resolves when what was killed is back; throws where the round never came to the moment. */
  back(): Promise<void>;
}

/** Kills the victim the first time a moment comes and brings it back while the round goes on: what comes next meets it dead. */
export function killedAt(moment: Moment, { kill, restart }: Victim): Drill {
  let back: Promise<void> | null = null;
  return {
    onMoment: async (now) => {
      if (now !== moment || back !== null) return;
      const killed = kill();
      back = killed.then(restart);
      // Whether it came back is asked in `back`; until then nobody waits for it.
      back.catch(() => undefined);
      await killed;
    },
    back: async () => {
      if (back === null) throw new Error(`the round never came to the moment ${moment}`);
      await back;
    },
  };
}
