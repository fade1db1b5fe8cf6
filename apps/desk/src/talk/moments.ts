import { instantOfLondon, londonDay } from '@lateral/domain/deadlines';
import { dateOf } from '../new-check/compose.js';
import type { MomentBoxes } from '../answer/answer-draft.js';

const HOUR_MS = 3_600_000;
const TIME = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|yb|yh)?$/iu;

/** Moments that are offered for an answer or a talk: in one hour, in two, tomorrow at ten. Whole quarters of an hour, ISO 8601. */
export function offeredMoments(now: Date): string[] {
  const quarter = HOUR_MS / 4;
  const next = (hours: number): number => Math.ceil((now.getTime() + hours * HOUR_MS) / quarter) * quarter;
  const tomorrow = instantOfLondon(londonDay(new Date(instantOfLondon(londonDay(now), '12:00') + 24 * HOUR_MS)), '10:00');
  return [next(1), next(2), tomorrow].map((ms) => new Date(ms).toISOString());
}

/** The moment that was typed, London's time; null where it is none. */
export function momentTyped({ time, ...day }: MomentBoxes): string | null {
  const date = dateOf(day);
  const clock = clockTyped(time);
  return date === null || clock === null ? null : new Date(instantOfLondon(date, clock)).toISOString();
}

/** "2pm", "14:30", "2.30yh" as `HH:MM`; null where it is no time. */
function clockTyped(text: string): string | null {
  const [whole, hourText = '', minute = '00', half] = TIME.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const given = Number(hourText);
  const isAfternoon = half === undefined ? null : /^(?:pm|yh)$/iu.test(half);
  if (isAfternoon !== null && (given < 1 || given > 12)) return null;
  const hour = isAfternoon === null ? given : (given % 12) + (isAfternoon ? 12 : 0);
  return hour > 23 || Number(minute) > 59 ? null : `${String(hour).padStart(2, '0')}:${minute}`;
}
