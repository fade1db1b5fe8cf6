/** Acts for which having signed in is not enough: the person shows again, at most five minutes before, that it is they. */
export const STEP_UP_ACTIONS = ['open-content', 'send-share', 'change-roster', 'export', 'change-own-keys'] as const;
export type StepUpAction = (typeof STEP_UP_ACTIONS)[number];

/** One gesture may name so many objects, and is good for those only: all answers of a check, say. */
export const MOST_STEP_UP_OBJECTS = 20;

/** How old a gesture may be when the act comes. */
export const STEP_UP_MS = 5 * 60_000;
