/** How everything is asked of the hub: with its cookie, nowhere else, and kept in no cache. */
export const ASKED = { credentials: 'same-origin', redirect: 'error', cache: 'no-store' } as const satisfies RequestInit;
