/** First parts of the desk's addresses. Each, and whatever stands below it, is answered with the desk's one page; what is there the page says. */
export const DESK_PATHS = ['checks', 'inbox', 'team', 'agency', 'emergencies', 'set-up', 'code', 'unlock', 'locked', 'account', 'signed-in-again'] as const;

/** Pages that work without any script, by their address. */
export const STATIC_PAGES = ['sign-in', 'help', 'accessibility', 'privacy', 'status', 'signed-out', 'not-found', 'unavailable'] as const;
export type StaticPage = (typeof STATIC_PAGES)[number];
