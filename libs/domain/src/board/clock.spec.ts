import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Calendar } from '../deadlines/index.js';
import type { Clock, ClockInput } from './index.js';
import { clockOf } from './index.js';

const at = (time: string): Date => new Date(`2026-11-${time}:00.000Z`);
const calendar: Calendar = { code: 'CAL-EW', name: { en: 'England and Wales', cy: 'Cymru a Lloegr' }, holidays: [], from: 2026, to: 2026, source: [] };
const workingHours = { week: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }, calendar };
const clock = (now: string, changes: Partial<ClockInput> = {}): Clock => clockOf({ dueAt: at('20T12:40'), sentAt: at('20T10:40'), endedAt: null, now: at(now), paused: null, ...changes });

describe('a clock', () => {
  it.each<[string, string, Partial<ClockInput>, Partial<Clock> | object]>([
    ['time left', '20T11:23', {}, { kind: 'left', minutes: 77, amount: { unit: 'hours', hours: 1, minutes: 17 } }],
    ['the moment it is due', '20T12:40', {}, { kind: 'left', minutes: 0, amount: { unit: 'minutes', minutes: 0 }, share: 1 }],
    ['time over', '20T12:58', {}, { kind: 'overdue', minutes: 18, amount: { unit: 'minutes', minutes: 18 }, share: 1.15 }],
    ['days left', '20T11:40', { dueAt: at('23T15:00') }, { kind: 'left', amount: { unit: 'days', days: 3, hours: 3 } }],
    ['working hours left over a weekend', '20T14:00', { dueAt: at('23T11:00'), workingHours }, { kind: 'working-left', minutes: 300, amount: { unit: 'hours', hours: 5, minutes: 0 } }],
    ['working hours over', '23T11:30', { dueAt: at('23T11:00'), workingHours }, { kind: 'overdue', minutes: 30 }],
    ['elapsed time where the calendar ends', '20T14:00', { dueAt: new Date('2027-01-04T10:00:00.000Z'), workingHours }, { kind: 'left', amount: { unit: 'days', days: 44, hours: 20 } }],
    ['a pause', '20T12:58', { paused: 'paused_for_clarification' }, { kind: 'paused', reason: 'paused_for_clarification' }],
    ['an answer in time', '22T09:00', { endedAt: at('20T11:21'), paused: 'paused_service_closed' }, { kind: 'answered-in', minutes: 41, amount: { unit: 'minutes', minutes: 41 }, late: false }],
    ['one that was taken back', '22T09:00', { endedAt: at('20T11:21'), isUnanswered: true }, { kind: 'ended' }],
    ['a late answer', '22T09:00', { endedAt: at('20T12:41') }, { kind: 'answered-in', minutes: 121, late: true }],
    ['no deadline', '20T12:58', { dueAt: null }, { kind: 'none' }],
  ])('shows %s', (_what, now, changes, expected) => {
    expect(clock(now, changes)).toMatchObject(expected);
  });

  it('is late by a minute from the first moment, and not late before it', () => {
    expect(clockOf({ dueAt: at('20T12:40'), sentAt: at('20T10:40'), endedAt: null, now: new Date(at('20T12:40').getTime() + 1), paused: null })).toMatchObject({ kind: 'overdue', minutes: 1 });
    expect(clockOf({ dueAt: at('20T12:40'), sentAt: at('20T10:40'), endedAt: null, now: new Date(at('20T12:40').getTime() - 1), paused: null })).toMatchObject({ kind: 'left', minutes: 1 });
  });

  it('refuses a date that is none', () => {
    expect(() => clock('20T12:58', { dueAt: new Date(Number.NaN) })).toThrow(RangeError);
  });

  it('only ever runs forward: less is left, then more is over', () => {
    const instant = fc.integer({ min: at('16T00:00').getTime(), max: at('29T00:00').getTime() }).map((ms) => new Date(ms));
    const standing = (shown: Clock): number => (shown.kind === 'overdue' ? shown.minutes : 'minutes' in shown ? -shown.minutes : Number.NaN);
    fc.assert(fc.property(instant, instant, instant, instant, fc.boolean(), (sentAt, dueAt, one, other, isWorking) => {
      const [earlier, later] = one < other ? [one, other] : [other, one];
      const [before, after] = [earlier, later].map((now) => clockOf({ dueAt, sentAt, endedAt: null, now, paused: null, ...(isWorking ? { workingHours } : {}) })) as [Clock, Clock];
      expect(standing(before)).toBeLessThanOrEqual(standing(after));
      if (before.kind === 'overdue') expect(after.kind).toBe('overdue');
      if ('share' in before && 'share' in after) expect(before.share).toBeLessThanOrEqual(after.share);
    }), { numRuns: 500 });
  });
});
