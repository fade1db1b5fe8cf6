/** What the process ends with. Said in `--help`. */
export const EXIT = { done: 0, failed: 1, usage: 2, refused: 3, shares: 4, exists: 5, order: 6 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
