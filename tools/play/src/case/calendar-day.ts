const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day that there is (`YYYY-MM-DD`): 2026-02-30 has the form of one and is none. */
export function isCalendarDay(text: string): boolean {
  const ms = DAY.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
