/**
 * A day of the calendar, written `YYYY-MM-DD`: months have their own lengths and leap years are counted, so 2027-02-29 is none. One
 * pattern, so that rules that are compiled from it refuse what this code refuses.
 */
export const DAY_PATTERN = /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/;

export function isDay(text: string): boolean {
  return DAY_PATTERN.test(text);
}
