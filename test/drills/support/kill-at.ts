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

/** A hook that does something to the installation the first time a moment comes. Whoever else is at work meanwhile is not held up. */
export function onceAt(moment: Moment, act: () => Promise<void>): { onMoment: OnMoment; done: () => boolean } {
  let acted = false;
  return {
    onMoment: async (now) => {
      if (now !== moment || acted) return;
      acted = true;
      await act();
    },
    done: () => acted,
  };
}
