/** Where a check's pages are: its own, or one below it. */
export const pathTo = (reference: string, rest = ''): string => `/checks/${encodeURIComponent(reference)}${rest}`;

/** What a page that was left says on the check's page, once. */
export type Said = 'added' | 'rated' | 'moved' | 'withdrawn';
