/** What is wrong with one field of a policy or a calendar that has the right shape. */
export interface Fault {
  /** JSON pointer. */
  field: string;
  fault: FaultCode;
}

export type FaultCode =
  | 'text-empty' | 'code-malformed'
  | 'hours-not-positive' | 'hours-too-many' | 'clock-unknown' | 'clock-start-unknown' | 'rating-unknown' | 'rating-missing'
  | 'week-without-days' | 'weekday-unknown' | 'weekday-twice' | 'time-malformed' | 'closes-before-it-opens'
  | 'agency-unknown' | 'calendar-unknown'
  | 'years-reversed' | 'day-malformed' | 'day-outside-years' | 'days-out-of-order' | 'day-twice' | 'year-without-holidays';

export const fault = (field: string, code: FaultCode): Fault => ({ field, fault: code });

/** A name that is missing in either language. */
export function faultsOfName(field: string, name: { en: string; cy: string }): Fault[] {
  return (['en', 'cy'] as const).filter((language) => name[language].trim() === '').map((language) => fault(`${field}/${language}`, 'text-empty'));
}
