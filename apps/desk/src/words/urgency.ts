/** The colour of an urgency's tag; its word always stands in it. */
export const URGENCY_COLOURS = { red: 'red', amber: 'orange', green: 'green' } as const;
